import { newId } from '../random.js';
import { identifierExists, resourceNotFound } from '../refusals.js';
import type { LocalChanges } from './changes.js';
import type { LocalActor, LocalSession } from './records.js';
import type { LocalUsers } from './users.js';

const DAY = 24 * 60 * 60 * 1000;
// Clerk's defaults for the maximum lifetime and for the time after which a session counts as abandoned.
const LIFETIME = 7 * DAY;
const ABANDONED_AFTER = 30 * DAY;

/** What {@link LocalSessions.create} takes. */
export interface CreateLocalSessionParams {
  userId: string;
  /** Default: a new one. */
  id?: string;
  /** The organization the session is in. Default: none, the personal account. */
  activeOrganizationId?: string | null;
  /** `pending` while the user has something left to do, such as choosing an organization. Default: `active`. */
  status?: 'active' | 'pending';
  /** Who is impersonating the user. */
  actor?: LocalActor | null;
  /** The browser that the session is in. Default: one that nothing else is known of. */
  clientId?: string;
}

/** What {@link LocalSessions.list} filters by. */
export interface LocalSessionFilter {
  userId?: string;
  clientId?: string;
  status?: string;
}

/** The sessions of a {@link LocalClerk}. */
export class LocalSessions {
  readonly #now: () => number;
  readonly #changes: LocalChanges;
  readonly #users: LocalUsers;
  readonly #sessions = new Map<string, LocalSession>();
  readonly #refreshTokens = new Map<string, string>();

  /** @internal */
  constructor(now: () => number, changes: LocalChanges, users: LocalUsers) {
    this.#now = now;
    this.#changes = changes;
    this.#users = users;
    users.onDelete(userId => {
      for (const session of this.list({ userId })) {
        this.#sessions.delete(session.id);
        if (this.isOpen(session)) changes.publish({ type: 'session.removed', record: session });
      }
    });
  }

  /**
   * Signs a user in: makes a session of a week, which also counts as the user's last sign-in.
   *
   * @throws {@link ClerkAPIResponseError} 404 when there is no such user, 422 when the id is taken
   * @example
   * ```ts
   * const session = local.sessions.create({ userId: 'user_alice' });
   * const token = await local.issueSessionToken({ userId: 'user_alice', sessionId: session.id });
   * ```
   */
  create(params: CreateLocalSessionParams): LocalSession {
    const {
      userId,
      id = newId('sess'),
      activeOrganizationId = null,
      status = 'active',
      actor = null,
      clientId = newId('client'),
    } = params;
    if (this.#sessions.has(id)) throw identifierExists('id');
    const now = this.#now();
    this.#users.recordSignIn(userId, now);
    const session: LocalSession = {
      id,
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
      createdAt: now,
      updatedAt: now,
    };
    this.#sessions.set(id, session);
    this.#changes.publish({
      type: status === 'pending' ? 'session.pending' : 'session.created',
      record: session,
    });
    return session;
  }

  /**
   * Looks a session up by id.
   *
   * @throws {@link ClerkAPIResponseError} 404 when there is no such session
   * @example
   * ```ts
   * expect(local.sessions.get(session.id).status).toBe('revoked');
   * ```
   */
  get(sessionId: string): LocalSession {
    const session = this.find(sessionId);
    if (session === undefined) throw resourceNotFound('session', 'id', sessionId);
    return session;
  }

  /** As {@link get}, with `undefined` for a session that does not exist. */
  find(sessionId: string): LocalSession | undefined {
    const session = this.#sessions.get(sessionId);
    return session && this.#atPresent(session);
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
    return [...this.#sessions.values()]
      .map(session => this.#atPresent(session))
      .filter(session => userId === undefined || session.userId === userId)
      .filter(session => clientId === undefined || session.clientId === clientId)
      .filter(session => status === undefined || session.status === status)
      .reverse();
  }

  /**
   * Signs a session out. Tokens that were issued for it are valid until they expire, as with Clerk.
   *
   * @throws {@link ClerkAPIResponseError} 404 when there is no such session
   * @example
   * ```ts
   * local.sessions.revoke(session.id);
   * ```
   */
  revoke(sessionId: string): LocalSession {
    const session = this.#change(this.get(sessionId), { status: 'revoked' });
    this.#changes.publish({ type: 'session.revoked', record: session });
    return session;
  }

  /**
   * Gives out what an expired token of the session can be refreshed with: the value of the `__refresh` cookie, which
   * the handshake sets.
   *
   * @throws {@link ClerkAPIResponseError} 404 when there is no such session
   * @example
   * ```ts
   * const refreshToken = local.sessions.issueRefreshToken(session.id);
   * ```
   */
  issueRefreshToken(sessionId: string): string {
    const refreshToken = newId('rt');
    this.#refreshTokens.set(refreshToken, this.get(sessionId).id);
    return refreshToken;
  }

  /**
   * The session that a refresh token was issued for.
   *
   * @internal
   */
  findByRefreshToken(refreshToken: string): LocalSession | undefined {
    const sessionId = this.#refreshTokens.get(refreshToken);
    return sessionId === undefined ? undefined : this.find(sessionId);
  }

  /** @internal */
  activateOrganization(sessionId: string, organizationId: string | null): LocalSession {
    return this.#change(this.get(sessionId), { activeOrganizationId: organizationId });
  }

  /**
   * Ends a session because its user signed out, or takes it off its browser's list.
   *
   * @internal
   */
  end(sessionId: string, status: 'ended' | 'removed'): LocalSession {
    const session = this.#change(this.get(sessionId), { status });
    this.#changes.publish({
      type: status === 'ended' ? 'session.ended' : 'session.removed',
      record: session,
    });
    return session;
  }

  /**
   * Records that a page with the session is in use.
   *
   * @internal
   */
  touch(sessionId: string): LocalSession {
    return this.#change(this.get(sessionId), { lastActiveAt: this.#now() });
  }

  /**
   * Records that the user has just verified a factor again.
   *
   * @internal
   */
  recordVerification(sessionId: string, factor: 'first' | 'second'): LocalSession {
    const now = this.#now();
    return this.#change(
      this.get(sessionId),
      factor === 'first' ? { firstFactorVerifiedAt: now } : { secondFactorVerifiedAt: now },
    );
  }

  /**
   * Whether tokens are issued for the session.
   *
   * @internal
   */
  isOpen({ status }: LocalSession): boolean {
    return status === 'active' || status === 'pending';
  }

  #atPresent(session: LocalSession): LocalSession {
    if (!this.isOpen(session) || session.expireAt > this.#now()) return session;
    const expired = this.#change(session, { status: 'expired' });
    this.#changes.publish({ type: 'session.ended', record: expired });
    return expired;
  }

  #change(session: LocalSession, change: Partial<LocalSession>): LocalSession {
    const changed = { ...session, ...change, updatedAt: this.#now() };
    this.#sessions.set(session.id, changed);
    return changed;
  }
}
