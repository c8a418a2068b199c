import { browserNotFound } from '../api-errors.js';
import { newClient, opened } from './clients.js';
import type { Collection, CollectionContext } from './collection.js';
import type { LocalMemberships } from './memberships.js';
import type { LocalOrganizations } from './organizations.js';
import type { LocalAttempt, LocalClient, LocalSession } from './records.js';
import type { LocalSessions } from './sessions.js';

/** The parameters of {@link LocalBrowser.signIn}. */
export interface LocalBrowserSignInParams {
  userId: string;
  /** The active organization; it need not exist. Default: none, the personal account. */
  orgId?: string | null;
}

interface BrowserStores extends CollectionContext {
  readonly sessions: LocalSessions;
  readonly organizations: LocalOrganizations;
  readonly memberships: LocalMemberships;
  readonly clients: Collection<LocalClient>;
}

/**
 * A browser in the Frontend API of a {@link LocalClerk}, which Clerk calls a client. Its sessions may differ from its
 * cookies until the next handshake.
 */
export class LocalBrowser {
  /** As in `client_…`; the `clientId` of its sessions. */
  readonly id: string;

  readonly #stores: BrowserStores;

  /** @internal */
  constructor(id: string, stores: BrowserStores) {
    this.id = id;
    this.#stores = stores;
  }

  /**
   * The browser's identity: its cookie `__clerk_db_jwt` with a development instance, and in production the cookie
   * `__client` of the Frontend API's domain.
   */
  get token(): string {
    return this.#client.token;
  }

  /** Unix time in milliseconds. */
  get createdAt(): number {
    return this.#client.createdAt;
  }

  /**
   * Signs a user in, in place of the previous user.
   *
   * The browser's cookies change at its next handshake.
   *
   * @throws {@link ClerkAPIResponseError} 404 if the user does not exist
   * @example
   * ```ts
   * local.browsers.get(cookies.__clerk_db_jwt).signIn({ userId: 'user_alice', orgId: 'org_acme' });
   * ```
   */
  signIn({ userId, orgId = null }: LocalBrowserSignInParams): LocalSession {
    const { sessions, clients } = this.#stores;
    const session = sessions.create({ userId, activeOrganizationId: orgId, clientId: this.id });
    clients.touch(this.id, { sessionIds: [] });
    this.open(session);
    return session;
  }

  /**
   * Revokes every session of the browser.
   *
   * @example
   * ```ts
   * browser.signOut();
   * ```
   */
  signOut(): void {
    for (const { id } of this.sessions) this.#stores.sessions.revoke(id);
    this.#stores.clients.update(this.id, { sessionIds: [], lastActiveSessionId: null });
  }

  /** The open sessions, oldest first. */
  get sessions(): LocalSession[] {
    const { sessions } = this.#stores;
    return this.#client.sessionIds.flatMap(id => {
      const session = sessions.find(id);
      return session && sessions.isOpen(session) ? [session] : [];
    });
  }

  /** The most recently used session; `undefined` while no user is signed in. */
  get session(): LocalSession | undefined {
    const { sessions } = this;
    const { lastActiveSessionId } = this.#client;
    return sessions.find(({ id }) => id === lastActiveSessionId) ?? sessions.at(-1);
  }

  /** The value of the cookie `__client_uat`: the time of the sign-in in seconds, or 0 while no user is signed in. */
  get clientUat(): number {
    return this.session ? this.#client.signedInAt : 0;
  }

  /**
   * Adds a session and activates it.
   *
   * @internal
   */
  open(session: LocalSession): void {
    const { clients, now } = this.#stores;
    clients.update(this.id, opened(this.#client.sessionIds, session.id, now()));
  }

  /** @internal */
  selectSession(sessionId: string): void {
    this.#stores.clients.update(this.id, { lastActiveSessionId: sessionId });
  }

  /**
   * The unfinished sign-in or sign-up of the browser.
   *
   * @internal
   */
  get attempt(): LocalAttempt | undefined {
    return this.#client.attempt ?? undefined;
  }

  /** @internal */
  set attempt(attempt: LocalAttempt | undefined) {
    this.#stores.clients.update(this.id, { attempt: attempt ?? null });
  }

  /**
   * Remembers what the browser calls itself.
   *
   * @internal
   */
  recordUserAgent(userAgent: string | undefined): void {
    if (userAgent === undefined || this.#client.userAgent === userAgent) return;
    this.#stores.clients.touch(this.id, { userAgent });
  }

  /**
   * Activates an organization if the user is a member of it; otherwise nothing changes.
   *
   * @param idOrSlug - empty for the personal account
   * @internal
   */
  activateOrganization(idOrSlug: string): void {
    const { session } = this;
    if (!session) return;
    const { sessions, organizations, memberships } = this.#stores;
    if (idOrSlug === '') {
      sessions.activateOrganization(session.id, null);
      return;
    }
    const organization = organizations.list().find(({ id, slug }) => id === idOrSlug || slug === idOrSlug);
    if (organization && memberships.find(organization.id, session.userId)) {
      sessions.activateOrganization(session.id, organization.id);
    }
  }

  get #client(): LocalClient {
    return this.#stores.clients.get(this.id);
  }
}

/** The browsers that the Frontend API of a {@link LocalClerk} knows. A handshake adds an unknown browser. */
export class LocalBrowsers {
  readonly #stores: BrowserStores;

  /** @internal */
  constructor(stores: BrowserStores) {
    this.#stores = stores;
  }

  /**
   * Creates a browser without a signed-in user.
   *
   * @example
   * ```ts
   * const browser = local.browsers.create();
   * browser.signIn({ userId: 'user_alice' });
   * const cookie = `__clerk_db_jwt=${browser.token}; __client_uat=1`;
   * ```
   */
  create(): LocalBrowser {
    return new LocalBrowser(this.#stores.clients.add(newClient()).id, this.#stores);
  }

  /**
   * Returns the browser with a {@link LocalBrowser.token}.
   *
   * @throws {@link ClerkAPIResponseError} 404 if the browser does not exist
   * @example
   * ```ts
   * const userId = local.browsers.get(cookies.__clerk_db_jwt).session?.userId;
   * ```
   */
  get(token: string): LocalBrowser {
    const browser = this.find(token);
    if (browser === undefined) throw browserNotFound();
    return browser;
  }

  /** Like {@link get}, but `undefined` for an unknown browser. */
  find(token: string): LocalBrowser | undefined {
    const client = this.#stores.clients.findBy('token', token);
    return client && new LocalBrowser(client.id, this.#stores);
  }

  /** Every browser, newest first. */
  list(): LocalBrowser[] {
    return this.#stores.clients.list().map(({ id }) => new LocalBrowser(id, this.#stores));
  }
}
