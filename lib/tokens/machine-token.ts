import type { DecodedJwt } from './jwt.js';
import { TokenType } from './token-type.js';
import type { MachineTokenType } from './token-type.js';

/** `typ` of a JWT that is an OAuth access token. @see https://www.rfc-editor.org/rfc/rfc9068#section-2.1 */
export const OAUTH_ACCESS_TOKEN_TYPES = ['at+jwt', 'application/at+jwt'];

const M2M_SUBJECT_PREFIX = 'mch_';

/** The type of an opaque machine token, which only the Backend API can verify; `undefined` for any other token. */
export function opaqueMachineTokenType(token: string): MachineTokenType | undefined {
  // Every JWT starts so: with the base64url of `{"`.
  if (token.startsWith('eyJ')) return undefined;
  if (token.startsWith('mt_')) return TokenType.M2MToken;
  if (token.startsWith('oat_')) return TokenType.OAuthToken;
  if (token.startsWith('ak_')) return TokenType.ApiKey;
  return undefined;
}

/** The machine token type that a JWT claims to have; `undefined` for any other token, session tokens included. */
export function machineJwtType({ header, claims, isSigned }: DecodedJwt): MachineTokenType | undefined {
  if (!isSigned) return undefined;
  if (typeof claims.sub === 'string' && claims.sub.startsWith(M2M_SUBJECT_PREFIX)) return TokenType.M2MToken;
  return OAUTH_ACCESS_TOKEN_TYPES.includes(header.typ as string) ? TokenType.OAuthToken : undefined;
}
