import { getAuth } from 'nest-clerk';
import type {
  AuthObject,
  GetAuthOptions,
  InvalidTokenAuthObject,
  MachineAuthObject,
  SessionAuthObject,
  SignedInAuthObject,
  SignedOutAuthObject,
} from 'nest-clerk';
import type { getAuth as getAuthOfExpress } from 'nest-clerk/express';
import { expectTrue, type Equal } from './expect-type.js';

declare const request: object;

// Both entry points have the same function.
expectTrue<Equal<typeof getAuth, typeof getAuthOfExpress>>();

// Without options: a user, or a signed-out state.
const auth = getAuth(request);
expectTrue<Equal<typeof auth, SessionAuthObject>>();
expectTrue<Equal<typeof auth.tokenType, 'session_token'>>();
expectTrue<Equal<typeof auth.userId, string | null>>();
if (auth.isAuthenticated) {
  expectTrue<Equal<typeof auth, SignedInAuthObject>>();
  expectTrue<Equal<typeof auth.userId, string>>();
  expectTrue<Equal<typeof auth.sessionId, string>>();
  expectTrue<Equal<typeof auth.orgId, string | undefined>>();
} else {
  expectTrue<Equal<typeof auth, SignedOutAuthObject>>();
  expectTrue<Equal<typeof auth.userId, null>>();
  expectTrue<Equal<typeof auth.sessionClaims, null>>();
}
// @ts-expect-error -- a machine's field is not on a session's auth object
void auth.scopes;
// @ts-expect-error -- no one may be signed in
auth.userId.length;

// Destructured, as Clerk's documentation does it, `isAuthenticated` still narrows the rest.
const { isAuthenticated, userId, orgRole } = getAuth(request);
if (isAuthenticated) {
  expectTrue<Equal<typeof userId, string>>();
  expectTrue<Equal<typeof orgRole, string | undefined>>();
}

const pending = getAuth(request, { treatPendingAsSignedOut: false });
expectTrue<Equal<typeof pending, SessionAuthObject>>();

// One kind.
const session = getAuth(request, { acceptsToken: 'session_token' });
expectTrue<Equal<typeof session, SessionAuthObject>>();

const apiKey = getAuth(request, { acceptsToken: 'api_key' });
expectTrue<Equal<typeof apiKey, MachineAuthObject<'api_key'>>>();
expectTrue<Equal<typeof apiKey.tokenType, 'api_key'>>();
// @ts-expect-error -- a session's field is not on a machine's auth object
void apiKey.sessionId;
if (apiKey.isAuthenticated) {
  expectTrue<Equal<typeof apiKey.subject, string>>();
  expectTrue<Equal<typeof apiKey.name, string>>();
  if (apiKey.orgId !== null) expectTrue<Equal<typeof apiKey.userId, null>>();
} else {
  expectTrue<Equal<typeof apiKey.name, null>>();
}

const m2m = getAuth(request, { acceptsToken: 'm2m_token' });
if (m2m.isAuthenticated) expectTrue<Equal<typeof m2m.machineId, string>>();

const oauth = getAuth(request, { acceptsToken: 'oauth_token' });
if (oauth.isAuthenticated) {
  expectTrue<Equal<typeof oauth.userId, string>>();
  expectTrue<Equal<typeof oauth.clientId, string>>();
}

// Several types: a rejected token has no type.
const either = getAuth(request, { acceptsToken: ['session_token', 'api_key'] });
expectTrue<Equal<typeof either, SessionAuthObject | MachineAuthObject<'api_key'> | InvalidTokenAuthObject>>();
expectTrue<Equal<typeof either.tokenType, 'session_token' | 'api_key' | null>>();
if (either.tokenType === 'session_token' && either.isAuthenticated) {
  expectTrue<Equal<typeof either.userId, string>>();
}
if (either.tokenType === null) expectTrue<Equal<typeof either.isAuthenticated, false>>();

// Any kind.
const any = getAuth(request, { acceptsToken: 'any' });
expectTrue<Equal<typeof any, AuthObject>>();
if (any.tokenType === 'm2m_token' && any.isAuthenticated) {
  expectTrue<Equal<typeof any.machineId, string>>();
}
if (any.isAuthenticated) {
  expectTrue<Equal<typeof any.tokenType, 'session_token' | 'api_key' | 'm2m_token' | 'oauth_token'>>();
}

// Options whose values are unknown at compile time.
declare const options: GetAuthOptions;
const unknown = getAuth(request, options);
expectTrue<Equal<typeof unknown, AuthObject>>();

// @ts-expect-error -- no such kind of token
getAuth(request, { acceptsToken: 'password' });
// @ts-expect-error -- no such kind among them
getAuth(request, { acceptsToken: ['session_token', 'password'] });
// @ts-expect-error -- no such option
getAuth(request, { treatPendingAsSignedIn: true });
// @ts-expect-error -- a request is an object
getAuth('request');
