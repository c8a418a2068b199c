import type { DecodedJwt } from './jwt.js';
import { machineJwtType } from './machine-token.js';

/**
 * Clerk signs every type of JWT with the same key and distinguishes them by `cat` in the protected header. Without this
 * check the JWT of a template would be accepted as a session, and outlive the session that created it.
 */
export const JwtCategory = {
  SessionToken: 'cl_B7d4PD111AAA',
  JwtTemplate: 'cl_B7d4PD222AAA',
  M2MToken: 'cl_B7d4PD333AAA',
  /** The category of every token of instances that opted out, so it says nothing. */
  Undifferentiated: 'cl_I7d4PD111III',
} as const;

/** Whether the header says that this is not a session token. Older tokens without a category do not say it. */
export function isOtherThanSessionToken(jwt: DecodedJwt): boolean {
  const category = jwt.header.cat;
  return (
    category !== undefined &&
    category !== JwtCategory.SessionToken &&
    category !== JwtCategory.Undifferentiated
  );
}

/** Whether nothing says that this is another type of token: neither the category, nor what machine tokens have. */
export function mayBeSessionToken(jwt: DecodedJwt): boolean {
  return machineJwtType(jwt) === undefined && !isOtherThanSessionToken(jwt);
}

/** Whether the header says that this is not a machine-to-machine token. */
export function isOtherThanM2MToken(jwt: DecodedJwt): boolean {
  return jwt.header.cat !== undefined && jwt.header.cat !== JwtCategory.M2MToken;
}
