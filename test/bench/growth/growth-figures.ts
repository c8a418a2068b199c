import type { Machine } from '../machine.js';
import type { Spread } from '../statistics.js';

/** The load of one server at a number of connections. */
export interface ConnectionFigures {
  readonly adapter: 'express' | 'fastify';
  readonly server: 'empty guard' | 'nest-clerk';
  readonly connections: number;
  /** CPU time of the process per request, in microseconds. */
  readonly cpu: number;
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** The cost of a request without sockets, in microseconds of CPU time above an empty middleware, guard and decorator. */
export interface TokenFigures {
  readonly tokens: number;
  readonly cpu: Spread;
  /** What the heap has grown by once every token was used, in MiB. */
  readonly heap: number;
}

export interface TenantFigures {
  readonly tenants: number;
  readonly cpu: Spread;
  /** CPU time of the first request of a tenant, which prepares its instance, in microseconds. */
  readonly firstRequest: number;
  /** What the heap has grown by for each tenant, in KiB. */
  readonly heapPerTenant: number;
}

export interface PermissionFigures {
  /** The length of the chain of roles in `roleHierarchy`; the token has the highest, the handler requires the lowest. */
  readonly roles: number;
  /** Permissions in the token; the handler requires the last. */
  readonly permissions: number;
  readonly tokenBytes: number;
  readonly cpu: Spread;
}

/** How cost grows. */
export interface GrowthFigures {
  readonly machine: Machine;
  readonly connections: readonly ConnectionFigures[];
  readonly tokens: readonly TokenFigures[];
  readonly tenants: readonly TenantFigures[];
  readonly permissions: readonly PermissionFigures[];
}

/** The memory of a process while it verifies distinct tokens. */
export interface MemoryFigures {
  readonly machine: Machine;
  readonly samples: readonly MemorySample[];
}

/** Taken after a garbage collection, in MiB. */
export interface MemorySample {
  /** Distinct tokens so far, each signed with a key of 2,048 bits and used once. */
  readonly tokens: number;
  readonly heap: number;
  /** Memory of buffers and of native objects that the heap keeps. */
  readonly external: number;
  readonly resident: number;
}
