import { Scope } from '@nestjs/common';
import type { ExecutionContext, InjectionToken } from '@nestjs/common';
import { ContextIdFactory } from '@nestjs/core';
import type { ContextId, ModuleRef } from '@nestjs/core';
import { REQUEST_CONTEXT_ID } from '@nestjs/core/router/request/request-constants.js';

import type { MaybePromise } from '../../helpers/maybe-promise.js';
import { objectOfCall } from '../transports/object-of-call.js';

/** Returns the instance of a provider for a call. All calls share one instance, unless the provider is request-scoped. */
export type ApplicationProvider<T> = (context: ExecutionContext) => MaybePromise<T>;

/**
 * Finds a provider anywhere in the application, by its class or its injection token.
 *
 * Call it after Nest has scanned all modules.
 *
 * @returns `undefined` if no module provides it
 */
export function applicationProvider<T>(
  moduleRef: ModuleRef,
  token: InjectionToken,
): ApplicationProvider<T> | undefined {
  const scope = scopeOf(moduleRef, token);
  if (scope === undefined) return undefined;
  if (scope === Scope.DEFAULT) {
    const instance = moduleRef.get<T>(token as never, { strict: false });
    return () => instance;
  }
  return context => moduleRef.resolve<T>(token as never, contextIdOf(context, moduleRef), { strict: false });
}

function scopeOf(moduleRef: ModuleRef, token: InjectionToken): Scope | undefined {
  try {
    return moduleRef.introspect(token as never).scope;
  } catch {
    return undefined;
  }
}

interface MaybeScoped {
  readonly [REQUEST_CONTEXT_ID]?: ContextId;
  readonly raw?: MaybeScoped;
}

const contextIds = new WeakMap<object, ContextId>();

/** The context of request-scoped providers: the context of the controller if that is request-scoped too. */
function contextIdOf(context: ExecutionContext, moduleRef: ModuleRef): ContextId {
  const request = objectOfCall(context) as (object & MaybeScoped) | undefined;
  const existing = request?.[REQUEST_CONTEXT_ID] ?? request?.raw?.[REQUEST_CONTEXT_ID];
  const known = existing ?? (request && contextIds.get(request));
  if (known) return known;
  const contextId = ContextIdFactory.getByRequest(request as never);
  moduleRef.registerRequestByContextId(request ?? context.getArgs(), contextId);
  if (request) contextIds.set(request, contextId);
  return contextId;
}
