import type { AuthObject } from '../../authorization/auth-object.js';

/** The auth object of a stubbed caller, or a function that returns it for each call. */
export type StubAuth = AuthObject | (() => AuthObject);

/** The auth object for one call. */
export function authOfStub(auth: StubAuth): AuthObject {
  return typeof auth === 'function' ? auth() : auth;
}
