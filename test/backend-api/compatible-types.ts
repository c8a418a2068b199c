/*
 * Checked by the compiler only: what was written for @clerk/backend is accepted by ours, and what ours returns can
 * stand where theirs did. `raw` is left out: their JSON type demands an `id` of verifications, which the API does not
 * send.
 */
import type {
  createClerkClient,
  EmailAddress as TheirEmailAddress,
  Session as TheirSession,
  User as TheirUser,
} from '@clerk/backend';
import type { Session } from '../../lib/backend-api/models/session.js';
import type { User } from '../../lib/backend-api/models/user.js';
import type { RemoteCalls } from '../../lib/backend-api/remote-calls.js';
import type { SessionAPI } from '../../lib/backend-api/resources/sessions.js';
import type { UserAPI } from '../../lib/backend-api/resources/users.js';

type Theirs = ReturnType<typeof createClerkClient>;
type Public<T> = Pick<T, keyof T>;
type Result<Method extends (...args: never[]) => Promise<unknown>> = Public<Awaited<ReturnType<Method>>>;

export const user = (ours: User): Omit<Public<TheirUser>, 'raw' | 'emailAddresses'> => ours;
export const emailAddress = (ours: User['emailAddresses'][number]): Public<TheirEmailAddress> => ours;
export const session = (ours: Session): Public<TheirSession> => ours;
export const apiKey = (ours: Result<RemoteCalls['verifyApiKey']>): Result<Theirs['apiKeys']['verify']> =>
  ours;
export const m2mToken = (ours: Result<RemoteCalls['verifyM2MToken']>): Result<Theirs['m2m']['verify']> =>
  ours;
export const oauthToken = (
  ours: Result<RemoteCalls['verifyOAuthToken']>,
): Result<Theirs['idPOAuthAccessToken']['verify']> => ours;

export const getUser = (theirs: Parameters<Theirs['users']['getUser']>): Parameters<UserAPI['getUser']> =>
  theirs;
export const getUserList = (
  theirs: Parameters<Theirs['users']['getUserList']>,
): Parameters<UserAPI['getUserList']> => theirs;
export const getCount = (theirs: Parameters<Theirs['users']['getCount']>): Parameters<UserAPI['getCount']> =>
  theirs;
export const getSession = (
  theirs: Parameters<Theirs['sessions']['getSession']>,
): Parameters<SessionAPI['getSession']> => theirs;
export const getToken = (
  theirs: Parameters<Theirs['sessions']['getToken']>,
): Parameters<SessionAPI['getToken']> => theirs;
