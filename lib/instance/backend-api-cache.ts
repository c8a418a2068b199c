import type { Instance } from '../authentication/instance.js';
import type { RemoteCalls } from '../authentication/remote-calls.js';
import type { VerifiedMachineToken } from '../authorization/machine-auth-object.js';
import { cacheSettings } from '../cache/cache-options.js';
import type { CacheSettings, ClerkCacheOptions } from '../cache/cache-options.js';
import type { CachedKind } from '../cache/cached-kind.js';
import { GuardedStore } from '../cache/guarded-store.js';
import { MemoryCacheStore } from '../cache/memory-cache-store.js';
import { ReadThroughCache } from '../cache/read-through-cache.js';
import { resourceKeyOf, SealedEntries } from '../cache/sealed-entries.js';
import { BoundedCache } from '../helpers/bounded-cache.js';
import { limitedWarnings } from './limited-warnings.js';
import type { Log } from './log.js';
import { machineTokenKind } from './machine-token-kinds.js';

/** The options that the answers of the Backend API depend on. */
interface KeyOptions {
  readonly secretKey?: string;
  readonly machineSecretKey?: string;
  readonly apiUrl?: string;
  readonly apiVersion?: string;
}

/** The resources that are cached. */
export type CachedResourceName = 'user' | 'organization';

/** As many as instances are kept; see `InstanceCache`. */
const MAX_INSTANCES = 2000;

/**
 * The cache of one object of options: one store, and entries that are sealed by the keys of each instance.
 *
 * @throws {@link ClerkConfigurationError} `option_invalid`
 */
export class BackendApiCache {
  readonly #settings: CacheSettings;
  readonly #cache: ReadThroughCache;
  readonly #sealed = new BoundedCache<string, SealedEntries>(MAX_INSTANCES);

  constructor(options: ClerkCacheOptions, now: () => number, log: Pick<Log, 'warn'>) {
    this.#settings = cacheSettings(options);
    const { store = new MemoryCacheStore(), storeTimeoutMs } = this.#settings;
    const warn = limitedWarnings(message => log.warn(message));
    this.#cache = new ReadThroughCache(new GuardedStore(store, storeTimeoutMs, warn), now);
  }

  /** The calls of an instance, with verifications of machine tokens from the cache. */
  remote(remote: RemoteCalls, keys: KeyOptions): RemoteCalls {
    const { machineTokens } = this.#settings;
    const sealed = machineTokens && this.#sealedFor(keys);
    if (!sealed) return remote;
    const cached = (
      kind: CachedKind<VerifiedMachineToken>,
      verify: (token: string) => Promise<VerifiedMachineToken>,
    ) => {
      return (token: string): Promise<VerifiedMachineToken> =>
        this.#cache.get(kind, sealed.secretKeyOf(kind.name, token), sealed, () => verify(token));
    };
    return {
      ...remote,
      verifyApiKey: cached(machineTokenKind('api_key', machineTokens), remote.verifyApiKey),
      verifyM2MToken: cached(machineTokenKind('m2m_token', machineTokens), remote.verifyM2MToken),
      verifyOAuthToken: cached(machineTokenKind('oauth_token', machineTokens), remote.verifyOAuthToken),
    };
  }

  /**
   * Reads users or organizations of an instance through the cache.
   *
   * @returns `undefined` if they are not cached
   */
  resources<T>(
    name: CachedResourceName,
    keys: KeyOptions,
    form: ResourceForm<T>,
  ): ReadResource<T> | undefined {
    const settings = name === 'user' ? this.#settings.users : this.#settings.organizations;
    const sealed = settings && this.#sealedFor(keys);
    if (!sealed) return undefined;
    const kind: CachedKind<T> = {
      name,
      ttlMs: settings.ttlMs,
      rejectedTtlMs: 0,
      write: resource => {
        const json = form.write(resource);
        return json === undefined ? undefined : { json, endsAt: undefined };
      },
      read: form.read,
      // That it does not exist is not remembered, but the entry ends.
      writeRejection: error => (form.isMissing(error) ? true : undefined),
      readRejection: () => undefined,
    };
    return (id, fetch) => this.#cache.get(kind, resourceKeyOf(name, id), sealed, fetch);
  }

  /** Forgets a user or an organization, for every instance. */
  forget(name: CachedResourceName, id: string): Promise<void> {
    return this.#cache.delete(resourceKeyOf(name, id));
  }

  /** @returns `undefined` without a key, because Clerk is not called without one */
  #sealedFor({ secretKey, machineSecretKey, apiUrl, apiVersion }: KeyOptions): SealedEntries | undefined {
    const secret = secretKey || machineSecretKey;
    if (!secret) return undefined;
    const identity = [secretKey, machineSecretKey, apiUrl, apiVersion];
    const id = JSON.stringify(identity);
    let sealed = this.#sealed.get(id);
    if (!sealed) this.#sealed.set(id, (sealed = new SealedEntries(secret, identity)));
    return sealed;
  }
}

/** How a resource becomes JSON, and JSON a resource. */
export interface ResourceForm<T> {
  /** @returns `undefined` for one that cannot be made from JSON again, such as that of a test's own client */
  readonly write: (resource: T) => unknown;
  /** @returns `undefined` for JSON of another form */
  readonly read: (json: unknown) => T | undefined;
  /** Whether an error means that there is no such resource. */
  readonly isMissing: (error: unknown) => boolean;
}

/** Returns a resource from the cache, or fetches it. */
export type ReadResource<T> = (id: string, fetch: () => Promise<T>) => Promise<T>;

/** Not a property of the instance, which may be logged, because it has the keys. */
const readers = new WeakMap<
  Instance,
  <T>(name: CachedResourceName, form: ResourceForm<T>) => ReadResource<T> | undefined
>();

/** Provides the cache of an instance for {@link cachedResources}. */
export function provideCache(instance: Instance, cache: BackendApiCache, keys: KeyOptions): void {
  readers.set(instance, (name, form) => cache.resources(name, keys, form));
}

/**
 * Reads users or organizations of an instance through its cache.
 *
 * @returns `undefined` if they are not cached
 */
export function cachedResources<T>(
  instance: Instance,
  name: CachedResourceName,
  form: ResourceForm<T>,
): ReadResource<T> | undefined {
  return readers.get(instance)?.(name, form);
}

/** One cache per object of options, which ends with it. */
const caches = new WeakMap<ClerkCacheOptions, BackendApiCache>();

/**
 * The cache of options: the same one for the same object, such as that of a module, whose tenants share its store.
 *
 * @throws {@link ClerkConfigurationError} `option_invalid`
 */
export function cacheFor(
  { cache: options, now = () => Date.now() }: { cache?: ClerkCacheOptions; now?: () => number },
  log: Pick<Log, 'warn'>,
): BackendApiCache | undefined {
  if (options === undefined) return undefined;
  const known = caches.get(options);
  if (known) return known;
  const cache = new BackendApiCache(options, now, log);
  caches.set(options, cache);
  return cache;
}
