import { decodeJwt, isRejection } from '../../lib/tokens/jwt.js';
import type { DecodedJwt } from '../../lib/tokens/jwt.js';
import { signedInAuthObject } from '../../lib/authorization/session-auth-object.js';
import type { CreateSessionToken } from '../../lib/authorization/session-auth-object.js';

/** A token with these claims; its signature is not checked in these tests. */
export function tokenWith(claims: unknown): string {
  const parts = [{ alg: 'RS256' }, claims].map(value =>
    Buffer.from(JSON.stringify(value)).toString('base64url'),
  );
  return `${parts.join('.')}.AAAA`;
}

export function decoded(token: string): DecodedJwt {
  const jwt = decodeJwt(token);
  if (isRejection(jwt)) throw new Error(jwt.message);
  return jwt;
}

/** The auth object of a verified session token. */
export function authObjectOf(claims: unknown, createSessionToken: CreateSessionToken = noCall) {
  const token = tokenWith(claims);
  return signedInAuthObject({ token, jwt: decoded(token), createSessionToken }, () => ({}));
}

function noCall(): Promise<string> {
  return Promise.reject(new Error('The Backend API was not to be called.'));
}
