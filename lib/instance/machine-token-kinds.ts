import type { VerifiedMachineToken } from '../authorization/machine-auth-object.js';
import type { CachedKind, WrittenValue } from '../cache/cached-kind.js';
import { ClerkAPIResponseError, isClerkAPIResponseError } from '../errors/clerk-api-response-error.js';
import { TokenVerificationError, TokenVerificationErrorReason } from '../errors/token-verification-error.js';
import type { MachineTokenType } from '../tokens/token-type.js';
import { isTokenRejection } from './machine-verification.js';

/** The answer of the Backend API, which has more fields than are stored: never the token itself. */
type Answer = VerifiedMachineToken & { revoked?: unknown; expired?: unknown };

/** How verifications of one type of token are cached. */
export function machineTokenKind(
  name: MachineTokenType,
  { ttlMs, rejectedTtlMs }: { readonly ttlMs: number; readonly rejectedTtlMs: number },
): CachedKind<VerifiedMachineToken> {
  return { name, ttlMs, rejectedTtlMs, write, read, writeRejection, readRejection };
}

function write(verified: VerifiedMachineToken): WrittenValue | undefined {
  const { id, subject, scopes, claims, name, clientId, aud, revoked, expired, expiration }: Answer = verified;
  const endsAt = endOf(expiration);
  if (revoked === true || expired === true || endsAt === 'unknown') return undefined;
  return { json: { id, subject, scopes, claims, name, clientId, expiration, aud }, endsAt };
}

/** Unix times below are in seconds, as OAuth access tokens have them: in milliseconds they would be before March 1973. */
const FIRST_TIME_IN_MILLISECONDS = 100_000_000_000;

function endOf(expiration: unknown): number | undefined | 'unknown' {
  if (expiration === null || expiration === undefined) return undefined;
  if (typeof expiration !== 'number' || !Number.isFinite(expiration)) return 'unknown';
  return expiration < FIRST_TIME_IN_MILLISECONDS ? expiration * 1000 : expiration;
}

/** The form is checked although only this application can write an entry: an authenticated request is made of it. */
function read(json: unknown): VerifiedMachineToken | undefined {
  const { id, subject, scopes, claims } = Object(json) as Partial<
    Record<keyof VerifiedMachineToken, unknown>
  >;
  if (!isFilled(id) || !isFilled(subject)) return undefined;
  if (!Array.isArray(scopes) || !scopes.every(scope => typeof scope === 'string')) return undefined;
  if (claims !== undefined && typeof claims !== 'object') return undefined;
  return json as VerifiedMachineToken;
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** A rejection in the words that callers tell rejections apart by. */
type Rejection =
  { readonly status: number } | { readonly reason: TokenVerificationErrorReason; readonly message: string };

function writeRejection(error: unknown): Rejection | undefined {
  if (!isTokenRejection(error)) return undefined;
  if (isClerkAPIResponseError(error)) return { status: error.status };
  return error instanceof TokenVerificationError
    ? { reason: error.reason, message: error.message }
    : undefined;
}

const REASONS: readonly unknown[] = Object.values(TokenVerificationErrorReason);

function readRejection(json: unknown): Error | undefined {
  const { status, reason, message } = Object(json) as Partial<Record<string, unknown>>;
  if (typeof status === 'number') {
    return new ClerkAPIResponseError('The Backend API rejected the token.', { status, errors: [] });
  }
  if (!REASONS.includes(reason) || typeof message !== 'string') return undefined;
  return new TokenVerificationError({ reason: reason as TokenVerificationErrorReason, message });
}
