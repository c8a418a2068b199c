import type { AuthReason } from '../../authentication/auth-reason.js';
import type { AuthenticationResult } from '../../authentication/authentication-result.js';
import type { Instance } from '../../authentication/instance.js';
import { RequestRecord } from '../../authentication/request-record.js';
import type { AuthObject } from '../../authorization/auth-object.js';
import { signedOutAuthObject } from '../../authorization/session-auth-object.js';

/** The record that authentication creates for a caller with this auth object. */
export function recordOfAuth(auth: AuthObject, instance: Instance): RequestRecord {
  const isPending = auth.tokenType === 'session_token' && auth.sessionStatus === 'pending';
  const result: AuthenticationResult = {
    status: auth.isAuthenticated ? 'signed-in' : 'signed-out',
    reason: auth.isAuthenticated ? null : reasonOf(auth),
    message: null,
    tokenType: auth.tokenType,
    token: null,
    headers: [],
    toAuth: ({ treatPendingAsSignedOut = true } = {}) =>
      isPending && treatPendingAsSignedOut
        ? signedOutAuthObject(() => auth.debug(), auth.sessionStatus)
        : auth,
  };
  return new RequestRecord(result, instance);
}

function reasonOf(auth: AuthObject): AuthReason {
  const { reason } = auth.debug();
  return typeof reason === 'string' ? (reason as AuthReason) : 'session-token-and-uat-missing';
}
