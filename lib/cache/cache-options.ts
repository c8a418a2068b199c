import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';
import type { ClerkCacheStore } from './cache-store.js';

/** How long verified machine tokens are remembered. */
export interface MachineTokenCacheOptions {
  /**
   * How long an accepted token is accepted without a call, in milliseconds, up to an hour. A revoked token is accepted for as
   * long at most. It is never accepted after its own expiry. @defaultValue 60000
   */
  ttl?: number;
  /**
   * How long a rejected token is rejected without a call, in milliseconds, up to {@link ttl}; 0 for not at all in the store.
   * @defaultValue 10000, or `ttl` if that is less
   */
  rejectedTtl?: number;
}

/** How long users or organizations are remembered. */
export interface ResourceCacheOptions {
  /** In milliseconds, up to a day. @defaultValue 60000 */
  ttl?: number;
}

/**
 * What is cached, and where. Nothing is cached that is not named here.
 *
 * @example
 * ```ts
 * ClerkModule.forRoot({ cache: { machineTokens: { ttl: 30_000 }, users: true } });
 * ```
 */
export interface ClerkCacheOptions {
  /**
   * The store, such as a `Keyv` with `@keyv/redis` for several instances of the application. The application opens and
   * closes it. @defaultValue in memory
   */
  store?: ClerkCacheStore;
  /** Verifications of opaque API keys, M2M tokens and OAuth access tokens, each of which is a billed call. @defaultValue false */
  machineTokens?: boolean | MachineTokenCacheOptions;
  /** The user of `@CurrentUser()`. @defaultValue false */
  users?: boolean | ResourceCacheOptions;
  /** The organization of `@CurrentOrganization()`. @defaultValue false */
  organizations?: boolean | ResourceCacheOptions;
  /** How long a request waits for the store, in milliseconds; then it goes on as without an entry. @defaultValue 100 */
  storeTimeout?: number;
}

/** Validated options with their defaults; `undefined` for what is not cached. */
export interface CacheSettings {
  readonly store: ClerkCacheStore | undefined;
  readonly storeTimeoutMs: number;
  readonly machineTokens: { readonly ttlMs: number; readonly rejectedTtlMs: number } | undefined;
  readonly users: { readonly ttlMs: number } | undefined;
  readonly organizations: { readonly ttlMs: number } | undefined;
}

const DEFAULT_TTL_MS = 60_000;
const DEFAULT_REJECTED_TTL_MS = 10_000;
/** A revoked token must not be accepted for longer, whatever is configured. */
const MAX_TOKEN_TTL_MS = 3_600_000;
const MAX_RESOURCE_TTL_MS = 86_400_000;
const DEFAULT_STORE_TIMEOUT_MS = 100;
const MAX_STORE_TIMEOUT_MS = 5_000;

const OPTION_NAMES: readonly string[] = ['store', 'machineTokens', 'users', 'organizations', 'storeTimeout'];

/**
 * Validates the option `cache`.
 *
 * @throws {@link ClerkConfigurationError} `option_invalid`
 */
export function cacheSettings(options: ClerkCacheOptions): CacheSettings {
  if (!isObject(options)) throw invalid('`cache` is an object such as { machineTokens: true }.');
  assertNames('cache', options, OPTION_NAMES);
  const { store, storeTimeout = DEFAULT_STORE_TIMEOUT_MS } = options;
  if (store !== undefined && !isStore(store)) {
    throw invalid(
      '`cache.store` is an object with the methods `get`, `set` and `delete`, such as new Keyv({ store: new KeyvRedis(url) }), ' +
        'and not a Redis client or a Map, which keeps entries for ever. Without the option, entries are in memory.',
    );
  }
  const users = resources('users', options.users);
  const organizations = resources('organizations', options.organizations);
  const machineTokens = tokens(options.machineTokens);
  if (!machineTokens && !users && !organizations) {
    throw invalid('`cache` caches nothing: set one or more of `machineTokens`, `users` and `organizations`.');
  }
  return {
    store,
    storeTimeoutMs: milliseconds('storeTimeout', storeTimeout, 1, MAX_STORE_TIMEOUT_MS),
    machineTokens,
    users,
    organizations,
  };
}

function tokens(option: boolean | MachineTokenCacheOptions | undefined): CacheSettings['machineTokens'] {
  const given = part('machineTokens', option, ['ttl', 'rejectedTtl']);
  if (!given) return undefined;
  const ttlMs = milliseconds('machineTokens.ttl', given['ttl'] ?? DEFAULT_TTL_MS, 1, MAX_TOKEN_TTL_MS);
  const rejectedTtl = given['rejectedTtl'] ?? Math.min(DEFAULT_REJECTED_TTL_MS, ttlMs);
  return { ttlMs, rejectedTtlMs: milliseconds('machineTokens.rejectedTtl', rejectedTtl, 0, ttlMs) };
}

function resources(
  name: 'users' | 'organizations',
  option: boolean | ResourceCacheOptions | undefined,
): CacheSettings['users'] {
  const given = part(name, option, ['ttl']);
  if (!given) return undefined;
  return { ttlMs: milliseconds(`${name}.ttl`, given['ttl'] ?? DEFAULT_TTL_MS, 1, MAX_RESOURCE_TTL_MS) };
}

function part(
  name: string,
  option: unknown,
  names: readonly string[],
): Readonly<Record<string, unknown>> | undefined {
  if (option === undefined || option === false) return undefined;
  if (option === true) return {};
  if (!isObject(option))
    throw invalid(`\`cache.${name}\` is true, false or an object such as { ttl: 60_000 }.`);
  assertNames(`cache.${name}`, option, names);
  return option as Record<string, unknown>;
}

/** A mistyped name would mean the default, which may be a longer time than the one that was meant. */
function assertNames(option: string, given: object, names: readonly string[]): void {
  const unknown = Object.keys(given).find(name => !names.includes(name));
  if (unknown === undefined) return;
  throw invalid(`\`${option}\` has no option \`${unknown}\`, only ${names.join(', ')}.`);
}

function milliseconds(name: string, value: unknown, least: number, most: number): number {
  if (Number.isInteger(value) && (value as number) >= least && (value as number) <= most)
    return value as number;
  throw invalid(`\`cache.${name}\` is a whole number of milliseconds from ${least} to ${most}.`);
}

function isStore(store: unknown): boolean {
  const { get, set, delete: remove } = Object(store) as Partial<Record<'get' | 'set' | 'delete', unknown>>;
  return !(store instanceof Map) && [get, set, remove].every(method => typeof method === 'function');
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(message: string): ClerkConfigurationError {
  return new ClerkConfigurationError('option_invalid', message);
}
