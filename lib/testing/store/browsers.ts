import { newId } from '../random.js';
import { browserNotFound } from '../refusals.js';
import type { LocalMemberships } from './memberships.js';
import type { LocalOrganizations } from './organizations.js';
import type { LocalSession } from './records.js';
import type { LocalSessions } from './sessions.js';

/** What {@link LocalBrowser.signIn} takes. */
export interface LocalBrowserSignInParams {
  userId: string;
  /** The organization to begin in; it need not exist. Default: none, the personal account. */
  orgId?: string | null;
}

interface BrowserStores {
  readonly now: () => number;
  readonly sessions: LocalSessions;
  readonly organizations: LocalOrganizations;
  readonly memberships: LocalMemberships;
}

/**
 * A browser as the Frontend API of a {@link LocalClerk} knows it, which Clerk calls a client: who is signed in there,
 * whatever its cookies say.
 */
export class LocalBrowser {
  /** As in `client_…`; the `clientId` of its sessions. */
  readonly id = newId('client');
  /**
   * What the browser is known by: its cookie `__clerk_db_jwt` with a development instance, and in production the
   * cookie `__client` of the Frontend API's domain.
   */
  readonly token: string;
  /** Unix time in milliseconds. */
  readonly createdAt: number;

  readonly #stores: BrowserStores;
  #sessionIds: readonly string[] = [];
  #lastActiveSessionId: string | undefined;
  #signedInAt = 0;
  #attempt: { readonly kind: 'sign_in' | 'sign_up'; readonly id: string } | undefined;

  /** @internal */
  constructor(token: string, stores: BrowserStores) {
    this.token = token;
    this.createdAt = stores.now();
    this.#stores = stores;
  }

  /**
   * Signs a user in, in place of the one that was.
   *
   * The browser's cookies know nothing of it until its next handshake.
   *
   * @throws {@link ClerkAPIResponseError} 404 when there is no such user
   * @example
   * ```ts
   * local.browsers.get(cookies.__clerk_db_jwt).signIn({ userId: 'user_alice', orgId: 'org_acme' });
   * ```
   */
  signIn({ userId, orgId = null }: LocalBrowserSignInParams): LocalSession {
    const { sessions } = this.#stores;
    const session = sessions.create({ userId, activeOrganizationId: orgId, clientId: this.id });
    this.#sessionIds = [];
    this.open(session);
    return session;
  }

  /**
   * Ends every session of the browser.
   *
   * @example
   * ```ts
   * browser.signOut();
   * ```
   */
  signOut(): void {
    for (const { id } of this.sessions) this.#stores.sessions.revoke(id);
    this.#sessionIds = [];
    this.#lastActiveSessionId = undefined;
  }

  /** The open sessions, oldest first. */
  get sessions(): LocalSession[] {
    const { sessions } = this.#stores;
    return this.#sessionIds.flatMap(id => {
      const session = sessions.find(id);
      return session && sessions.isOpen(session) ? [session] : [];
    });
  }

  /** The session that was used last; `undefined` when no user is signed in, or no longer. */
  get session(): LocalSession | undefined {
    const { sessions } = this;
    return sessions.find(({ id }) => id === this.#lastActiveSessionId) ?? sessions.at(-1);
  }

  /** What the cookie `__client_uat` says: when a user signed in, in seconds since 1970, and 0 while none is. */
  get clientUat(): number {
    return this.session ? this.#signedInAt : 0;
  }

  /**
   * Adds a session, which becomes the active one.
   *
   * @internal
   */
  open(session: LocalSession): void {
    this.#sessionIds = [...this.#sessionIds, session.id];
    this.#lastActiveSessionId = session.id;
    this.#signedInAt = Math.floor(this.#stores.now() / 1000);
  }

  /** @internal */
  selectSession(sessionId: string): void {
    this.#lastActiveSessionId = sessionId;
  }

  /**
   * The sign-in or sign-up that has begun in the browser and is not complete.
   *
   * @internal
   */
  get attempt(): { readonly kind: 'sign_in' | 'sign_up'; readonly id: string } | undefined {
    return this.#attempt;
  }

  /** @internal */
  set attempt(attempt: { readonly kind: 'sign_in' | 'sign_up'; readonly id: string } | undefined) {
    this.#attempt = attempt;
  }

  /**
   * Makes an organization the active one, if the user is in it; otherwise nothing changes.
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
}

/** The browsers that the Frontend API of a {@link LocalClerk} knows. A handshake of an unknown one makes a new one. */
export class LocalBrowsers {
  readonly #stores: BrowserStores;
  readonly #browsers = new Map<string, LocalBrowser>();

  /** @internal */
  constructor(stores: BrowserStores) {
    this.#stores = stores;
  }

  /**
   * Makes a browser in which no user is signed in.
   *
   * @example
   * ```ts
   * const browser = local.browsers.create();
   * browser.signIn({ userId: 'user_alice' });
   * const cookie = `__clerk_db_jwt=${browser.token}; __client_uat=1`;
   * ```
   */
  create(): LocalBrowser {
    const browser = new LocalBrowser(newId('dvb'), this.#stores);
    this.#browsers.set(browser.token, browser);
    return browser;
  }

  /**
   * Looks a browser up by its {@link LocalBrowser.token}.
   *
   * @throws {@link ClerkAPIResponseError} 404 when there is no such browser
   * @example
   * ```ts
   * const who = local.browsers.get(cookies.__clerk_db_jwt).session?.userId;
   * ```
   */
  get(token: string): LocalBrowser {
    const browser = this.find(token);
    if (browser === undefined) throw browserNotFound();
    return browser;
  }

  /** As {@link get}, with `undefined` for a browser that is not known. */
  find(token: string): LocalBrowser | undefined {
    return this.#browsers.get(token);
  }

  /** Every browser, newest first. */
  list(): LocalBrowser[] {
    return [...this.#browsers.values()].reverse();
  }
}
