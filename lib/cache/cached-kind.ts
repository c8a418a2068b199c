/** What a cache has entries of. */
export type CachedKindName = 'api_key' | 'm2m_token' | 'oauth_token' | 'user' | 'organization';

/** How the entries of one kind are written, read and ended. */
export interface CachedKind<T> {
  readonly name: CachedKindName;
  /** How long a value is used, in milliseconds. */
  readonly ttlMs: number;
  /** How long a rejection is used, in milliseconds; 0 for never. */
  readonly rejectedTtlMs: number;
  /** The value as JSON, and when it ends by itself (Unix time in milliseconds); `undefined` if it must not be stored. */
  readonly write: (value: T) => WrittenValue | undefined;
  /** The value of an entry. @returns `undefined` for one of another form */
  readonly read: (json: unknown) => T | undefined;
  /** A rejection as JSON; `undefined` for an error that says nothing of the argument, such as an outage. */
  readonly writeRejection: (error: unknown) => unknown;
  /** The rejection of an entry. @returns `undefined` for one of another form */
  readonly readRejection: (json: unknown) => Error | undefined;
}

/** A value as it is stored. */
export interface WrittenValue {
  readonly json: unknown;
  /** Unix time in milliseconds; `undefined` for a value that does not end by itself. */
  readonly endsAt: number | undefined;
}

/** What is published on the channel `nest-clerk:cache`, once per use of a cache. It contains no ID and no token. */
export interface ClerkCacheEvent {
  readonly kind: CachedKindName;
  /**
   * `hit`: an entry was used; `stale`: an entry was used, and is renewed in the background; `miss`: Clerk was called;
   * `shared`: a concurrent request reads the entry or calls Clerk, and its result was used.
   */
  readonly outcome: 'hit' | 'stale' | 'miss' | 'shared';
}

/** The content of an entry: when it was made and ends (Unix time in milliseconds), and a value or a rejection. */
export interface CacheEntry {
  readonly madeAt: number;
  readonly endsAt: number;
  readonly value?: unknown;
  readonly rejection?: unknown;
}

/** How far the clock of the instance that wrote an entry may be ahead. Also the limit for a clock that was set back. */
export const MAX_CLOCK_LEAD_MS = 5_000;

/**
 * The entry in decrypted JSON if it is usable at a time, by the settings of now and not only by those it was written with.
 *
 * @param now - Unix time in milliseconds
 */
export function usableEntry(
  json: unknown,
  { ttlMs, rejectedTtlMs }: Pick<CachedKind<unknown>, 'ttlMs' | 'rejectedTtlMs'>,
  now: number,
): CacheEntry | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const entry = json as Partial<CacheEntry>;
  const { madeAt, endsAt } = entry;
  if (typeof madeAt !== 'number' || typeof endsAt !== 'number') return undefined;
  const limit = madeAt + (entry.rejection === undefined ? ttlMs : rejectedTtlMs);
  const isUsable = now < endsAt && now < limit && madeAt <= now + MAX_CLOCK_LEAD_MS;
  return isUsable ? (entry as CacheEntry) : undefined;
}
