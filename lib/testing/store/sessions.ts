import { newId } from '../random.js';
import { Collection } from './collection.js';
import type { CollectionContext, LocalRecord } from './collection.js';
import type { LocalActor, LocalClient, LocalSession } from './records.js';
import { newClient, opened } from './clients.js';
import type { LocalUsers } from './users.js';

const DAY = 24 * 60 * 60 * 1000;
// Clerk's defaults for the maximum lifetime and for the time after which an unused session is abandoned.
const LIFETIME = 7 * DAY;
const ABANDONED_AFTER = 30 * DAY;

/** The parameters of {@link LocalSessions.create}. */
export interface CreateLocalSessionParams {
  userId: string;
  /** Default: a new one. */
  id?: string;
  /** The active organization of the session. Default: none, the personal account. */
  activeOrganizationId?: string | null;
  /** `pending` while the user has a task to complete, such as choosing an organization. Default: `active`. */
  status?: 'active' | 'pending';
  /** The client (browser or device) of the session. Default: a new one. */
  clientId?: string;
  /** The actor who impersonates the user. */
  actor?: LocalActor | null;
}

/** The filters of {@link LocalSessions.list}. */
export interface LocalSessionFilter {
  userId?: string;
  clientId?: string;
  status?: string;
}

/** A value of the `__refresh` cookie, which is the id. */
interface RefreshToken extends LocalRecord {
  readonly sessionId: string;
}

/** The sessions of a {@link LocalClerk}. */
export class LocalSessions {
  /** @internal */
  readonly records: Collection<LocalSession>;

  readonly #context: CollectionContext;
  readonly #users: LocalUsers;
  readonly #clients: Collection<LocalClient>;
  readonly #refreshTokens: Collection<RefreshToken>;

  /** @internal */
  constructor(context: CollectionContext, users: LocalUsers, clients: Collection<LocalClient>) {
    this.#context = context;
    this.#users = users;
    this.#clients = clients;
    this.records = new Collection(context, {
      name: 'sessions',
      kind: 'session',
      newId: () => newId('sess'),
      owners: { users: ({ userId }) => userId },
      indexes: { clientId: ({ clientId }) => [clientId] },
      current: (session, now) =>
        this.isOpen(session) && session.expireAt <= now ? { ...session, status: 'expired' } : session,
    });
    this.#refreshTokens = new Collection(context, {
      name: 'refreshTokens',
      kind: 'refresh token',
      newId: () => newId('rt'),
      owners: { sessions: ({ sessionId }) => sessionId },
    });
  }

  /**
   * Signs a user in: creates a session of a week, and sets the time of the user's last sign-in.
   *
   * @throws {@link ClerkAPIResponseError} 404 if the user does not exist, 422 if the id is taken
   * @example
   * ```ts
   * const session = local.sessions.create({ userId: 'user_alice' });
   * const token = await local.issueSessionToken({ userId: 'user_alice', sessionId: session.id });
   * ```
   */
  create(params: CreateLocalSessionParams): LocalSession {
    const { userId, activeOrganizationId = null, status = 'active', actor = null } = params;
    const now = this.#context.now();
    const user = this.#users.get(userId);
    const clientId = params.clientId ?? newId('client');
    const session = this.records.add({
      id: params.id,
      userId,
      clientId,
      status,
      activeOrganizationId,
      actor,
      firstFactorVerifiedAt: now,
      secondFactorVerifiedAt: null,
      lastActiveAt: now,
      expireAt: now + LIFETIME,
      abandonAt: now + ABANDONED_AFTER,
    });
    this.#users.recordSignIn(user.id, now);
    if (params.clientId === undefined) {
      this.#clients.add({ id: clientId, ...newClient(), ...opened([], session.id, now) });
    }
    return session;
  }

  /**
   * Returns the session with an id.
   *
   * @throws {@link ClerkAPIResponseError} 404 if the session does not exist
   * @example
   * ```ts
   * expect(local.sessions.get(session.id).status).toBe('revoked');
   * ```
   */
  get(sessionId: string): LocalSession {
    return this.records.get(sessionId);
  }

  /** Like {@link get}, but `undefined` for an unknown id. */
  find(sessionId: string): LocalSession | undefined {
    return this.records.find(sessionId);
  }

  /**
   * Lists the sessions that match every part of the filter, newest first.
   *
   * @example
   * ```ts
   * const [latest] = local.sessions.list({ userId: 'user_alice', status: 'active' });
   * ```
   */
  list(filter: LocalSessionFilter = {}): LocalSession[] {
    const { userId, clientId, status } = filter;
    const candidates = userId === undefined ? this.records.list() : this.records.by('users', userId);
    return candidates
      .filter(session => clientId === undefined || session.clientId === clientId)
      .filter(session => status === undefined || session.status === status);
  }

  /**
   * Revokes a session. As with Clerk, its tokens stay valid until they expire.
   *
   * @throws {@link ClerkAPIResponseError} 404 if the session does not exist
   * @example
   * ```ts
   * local.sessions.revoke(session.id);
   * ```
   */
  revoke(sessionId: string): LocalSession {
    return this.end(sessionId, 'revoked');
  }

  /**
   * Ends an open session; any other stays unchanged.
   *
   * @internal
   */
  end(sessionId: string, status: 'revoked' | 'ended' | 'removed' | 'replaced' | 'abandoned'): LocalSession {
    const session = this.get(sessionId);
    return this.isOpen(session) ? this.records.update(sessionId, { status }) : session;
  }

  /**
   * Revokes every open session of a user, except one.
   *
   * @internal
   */
  revokeAll(userId: string, exceptSessionId?: string): void {
    for (const { id } of this.list({ userId })) if (id !== exceptSessionId) this.revoke(id);
  }

  /**
   * Issues the value of the `__refresh` cookie, which refreshes an expired token of the session. The handshake sets it
   * too.
   *
   * @throws {@link ClerkAPIResponseError} 404 if the session does not exist
   * @example
   * ```ts
   * const refreshToken = local.sessions.issueRefreshToken(session.id);
   * ```
   */
  issueRefreshToken(sessionId: string): string {
    return this.#refreshTokens.add({ sessionId: this.get(sessionId).id }).id;
  }

  /**
   * The session of a refresh token.
   *
   * @internal
   */
  findByRefreshToken(refreshToken: string): LocalSession | undefined {
    const token = this.#refreshTokens.find(refreshToken);
    return token && this.find(token.sessionId);
  }

  /** @internal */
  activateOrganization(sessionId: string, organizationId: string | null): LocalSession {
    return this.records.update(sessionId, { activeOrganizationId: organizationId });
  }

  /**
   * Takes the sessions of a user who is no longer a member out of the organization, so that tokens stop naming it.
   *
   * @internal
   */
  leaveOrganization({ userId, organizationId }: { userId: string; organizationId: string }): void {
    for (const { id, activeOrganizationId } of this.list({ userId })) {
      if (activeOrganizationId === organizationId) this.activateOrganization(id, null);
    }
  }

  /**
   * Records that a page uses the session.
   *
   * @internal
   */
  touch(sessionId: string): LocalSession {
    return this.records.update(sessionId, { lastActiveAt: this.#context.now() });
  }

  /**
   * Records that the user has verified a factor again.
   *
   * @internal
   */
  recordVerification(sessionId: string, factor: 'first' | 'second'): LocalSession {
    const now = this.#context.now();
    return this.records.update(
      sessionId,
      factor === 'first' ? { firstFactorVerifiedAt: now } : { secondFactorVerifiedAt: now },
    );
  }

  /**
   * Whether tokens can be issued for the session.
   *
   * @internal
   */
  isOpen({ status }: LocalSession): boolean {
    return status === 'active' || status === 'pending';
  }
}
