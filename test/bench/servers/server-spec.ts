import type { ClerkInstance } from '../../conformance/clerk-instance.js';
import type { AdapterName } from '../options.js';

/**
 * What runs for a request. `empty guard` and `throwing guard` are Nest with a guard and a parameter decorator that do
 * nothing; `reference` is `@clerk/express` or `@clerk/fastify`.
 */
export type Implementation = 'empty guard' | 'throwing guard' | 'reference' | 'nest-clerk';

/** The keys of an instance, and the host whose requests belong to it. */
export interface TenantKeys {
  readonly host: string;
  readonly publishableKey: string;
  readonly secretKey: string;
}

/** The description of a measured server, as a process of its own receives it. */
export interface ServerSpec {
  readonly adapter: AdapterName;
  readonly implementation: Implementation;
  /** The directory of the built package. */
  readonly packageDirectory: string;
  /** One, or several whose keys are chosen by the request's host. */
  readonly tenants: readonly TenantKeys[];
  /** The URL of the Backend API. */
  readonly apiUrl: string;
}

/** CPU time of a process. */
export interface Usage {
  /** All threads, user and system, in microseconds. */
  readonly cpu: number;
  /** The time in which the event loop was busy, in microseconds. */
  readonly mainThread: number;
}

/** A message to a measured server; each is answered. */
export type ServerCommand = 'usage' | 'start counting allocations' | 'stop counting allocations';

export function tenantKeys({ publishableKey, secretKey }: ClerkInstance, host = 'shop.example'): TenantKeys {
  return { host, publishableKey, secretKey };
}
