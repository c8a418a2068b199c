import type { ClerkCacheStore } from 'nest-clerk';

/** A store in memory whose entries a test can read and change, and which counts its calls. */
export class MapStore implements ClerkCacheStore {
  readonly entries = new Map<string, unknown>();
  readonly calls = { get: 0, set: 0, delete: 0 };
  readonly ttls: number[] = [];

  get(key: string): Promise<unknown> {
    this.calls.get++;
    return Promise.resolve(this.entries.get(key));
  }

  set(key: string, value: string, ttl: number): Promise<void> {
    this.calls.set++;
    this.ttls.push(ttl);
    this.entries.set(key, value);
    return Promise.resolve();
  }

  delete(key: string): Promise<boolean> {
    this.calls.delete++;
    return Promise.resolve(this.entries.delete(key));
  }
}

const never = () => new Promise<never>(() => undefined);
const rejects = () => Promise.reject(new Error('redis://user:password@example.com is down'));
const throws = () => {
  throw new TypeError('not connected');
};

/** Stores that do not work, each in its way. */
export const BROKEN_STORES: Readonly<Record<string, ClerkCacheStore>> = {
  'never answers': { get: never, set: never, delete: never },
  'rejects each call': { get: rejects, set: rejects, delete: rejects },
  'throws on each call': { get: throws, set: throws, delete: throws },
  'reads, but cannot write': { get: () => undefined, set: rejects, delete: rejects },
};
