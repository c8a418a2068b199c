import type { LocalInstance } from '../local-instance.js';
import type { LocalBrowser } from '../store/browsers.js';
import type { LocalSession } from '../store/records.js';
import { factorVerificationAge, issueSessionToken } from '../tokens/session-token.js';
import { signInJson } from './sign-in-json.js';
import { signUpJson } from './sign-up-json.js';
import { publicUserDataJson } from './public-user-data.js';
import { clientUserJson } from './user-json.js';

type Json = Record<string, unknown>;

/**
 * The Frontend API's JSON of a client, which replaces the whole state of ClerkJS.
 *
 * @param origin - the origin of the page, for the `azp` of the active session's token
 */
export async function clientJson(
  browser: LocalBrowser,
  instance: LocalInstance,
  origin: string,
): Promise<Json> {
  const { attempt, session: active } = browser;
  const signIn = attempt?.kind === 'sign_in' ? instance.store.attempts.signIns.find(attempt.id) : undefined;
  const signUp =
    attempt?.kind === 'sign_up' ? instance.store.attempts.signUpAttempts.find(attempt.id) : undefined;
  return {
    object: 'client',
    id: browser.id,
    sessions: await Promise.all(browser.sessions.map(session => sessionJson(session, instance, origin))),
    sign_in: signIn ? signInJson(signIn, instance) : null,
    sign_up: signUp ? signUpJson(signUp, instance) : null,
    last_active_session_id: active?.id ?? null,
    last_authentication_strategy: null,
    cookie_expires_at: null,
    // ClerkJS would load the challenge from the network.
    captcha_bypass: true,
    created_at: browser.createdAt,
    // ClerkJS writes it to the cookie __client_uat: if it were later than a token's iat, the token would look outdated.
    updated_at: browser.session ? browser.clientUat * 1000 : browser.createdAt,
  };
}

/** The Frontend API's JSON of a session, with a fresh token while it is open. */
export async function sessionJson(
  session: LocalSession,
  instance: LocalInstance,
  origin: string,
): Promise<Json> {
  const { store } = instance;
  return {
    ...detailedSessionJson(session, instance),
    last_active_token: store.sessions.isOpen(session)
      ? { object: 'token', jwt: await sessionTokenFor(session, instance, origin) }
      : null,
    user: clientUserJson(store.users.get(session.userId), instance),
  };
}

/** A session without its token and its user, as in a list of all sessions of one user. */
export function detailedSessionJson(session: LocalSession, { store }: LocalInstance): Json {
  return {
    ...baseSessionJson(session),
    last_active_organization_id: session.activeOrganizationId,
    factor_verification_age: factorVerificationAge(session, store.now()),
    public_user_data: publicUserDataJson(store.users.get(session.userId)),
    created_at: session.createdAt,
    updated_at: session.updatedAt,
  };
}

/** The fields that every form of a session has. */
export function baseSessionJson(session: LocalSession): Json {
  return {
    object: 'session',
    id: session.id,
    status: session.status,
    expire_at: session.expireAt,
    abandon_at: session.abandonAt,
    last_active_at: session.lastActiveAt,
    actor: session.actor,
  };
}

/** @param organizationId - replaces that of the session; `null` for the personal account */
export function sessionTokenFor(
  session: LocalSession,
  instance: LocalInstance,
  origin: string,
  organizationId?: string | null,
): Promise<string> {
  return issueSessionToken(instance, {
    userId: session.userId,
    sessionId: session.id,
    authorizedParty: origin,
    orgId: organizationId,
  });
}
