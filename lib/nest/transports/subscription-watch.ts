import type { ExecutionContext } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';

import { lifetimeOf } from '../../authentication/connection/result-lifetime.js';
import { RequestRecord } from '../../authentication/request-record.js';
import type { MaybePromise } from '../../helpers/maybe-promise.js';
import { currentTime } from '../../tokens/claim-checks.js';
import type { ClerkConfiguration } from '../configuration/clerk-configuration.js';
import { UnauthenticatedException } from '../exceptions/unauthenticated.exception.js';
import { connectionFrom } from './connections.js';
import { originOfOperation } from './graphql.js';
import { property } from './unknown-object.js';

/** The guard of a running GraphQL subscription, which can be run again. */
export interface SubscriptionWatch {
  /** The milliseconds until the guard's decision may change; zero or less when it may now, `Infinity` for never. */
  readonly checkAgainIn: () => number;
  /** Runs the guard again. Rejects, or returns `false`, if the subscription must end. */
  readonly check: () => Promise<boolean>;
}

interface Guard {
  readonly decide: (context: ExecutionContext) => MaybePromise<boolean>;
  readonly configuration: () => ClerkConfiguration;
}

/** By GraphQL's `info` object, of which each subscription has its own. */
const watches = new WeakMap<object, SubscriptionWatch>();
const listeners = new WeakMap<object, (watch: SubscriptionWatch) => void>();

/**
 * Stores the guard of a GraphQL subscription that it allows; does nothing for any other GraphQL operation.
 *
 * @returns the decision
 */
export function watchSubscription(
  context: ExecutionContext,
  decision: MaybePromise<boolean>,
  guard: Guard,
): MaybePromise<boolean> {
  const info = context.getArgByIndex<object | undefined>(3);
  if (!info || property(property(info, 'operation'), 'operation') !== 'subscription') return decision;
  const watch: SubscriptionWatch = {
    checkAgainIn: () => checkAgainIn(context, guard),
    check: async () => {
      assertRequestNotExpired(context);
      return guard.decide(sameCall(context));
    },
  };
  return Promise.resolve(decision).then(allowed => {
    if (allowed) {
      watches.set(info, watch);
      listeners.get(info)?.(watch);
    }
    return allowed;
  });
}

/**
 * Calls the listener with the guard of the subscription with this `info` as soon as the guard has allowed it: mercurius
 * calls a resolver with a filter only for the first event. The listener is not called if none of our guards runs.
 */
export function onSubscriptionWatch(info: object, listener: (watch: SubscriptionWatch) => void): void {
  const watch = watches.get(info);
  if (watch) listener(watch);
  else listeners.set(info, listener);
}

function checkAgainIn(context: ExecutionContext, { configuration }: Guard): number {
  const origin = originOfOperation(context);
  if (origin === undefined) return Number.POSITIVE_INFINITY;
  if (origin instanceof RequestRecord) return timeToExpiry(origin);
  return connectionFrom(origin, configuration).checkAgainIn;
}

/** In milliseconds. */
function timeToExpiry({ result, instance }: RequestRecord): number {
  if (!instance) return Number.POSITIVE_INFINITY;
  return lifetimeOf(result, instance).expiresAt - currentTime(instance.requirements);
}

/** A subscription by HTTP (server-sent events) has no connection that a client could renew. */
function assertRequestNotExpired(context: ExecutionContext): void {
  const origin = originOfOperation(context);
  if (origin instanceof RequestRecord && timeToExpiry(origin) <= 0) {
    throw new UnauthenticatedException('token-expired');
  }
}

/** A new object for the same call, so that requirements are evaluated again. */
function sameCall(context: ExecutionContext): ExecutionContext {
  const again = new ExecutionContextHost(context.getArgs(), context.getClass(), context.getHandler());
  again.setType(context.getType());
  return again;
}
