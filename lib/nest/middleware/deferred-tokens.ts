import type { CallHandler, ExecutionContext, NestInterceptor, Type } from '@nestjs/common';
import { INTERCEPTORS_METADATA, METHOD_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner } from '@nestjs/core';
import type { ModulesContainer } from '@nestjs/core';
import { from, mergeMap } from 'rxjs';
import type { Observable } from 'rxjs';

import { recordOf } from '../../express/request-auth.js';
import { isTokenTypeAccepted } from '../../authorization/accepted-token.js';
import { TokenType } from '../../tokens/token-type.js';
import { isOwnDecorator } from '../decorators/own-decorators.js';
import { requestOf } from '../transports/request-of.js';
import { readRules } from '../rules/route-rules.js';

/** Has a deferred machine token verified before the handler, where `getAuth(req, { acceptsToken })` cannot wait. */
class DeferredTokenInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const record = recordOf(requestOf(context));
    if (!record?.isDeferred) return next.handle() as Observable<unknown>;
    return from(Promise.resolve(record.resolve('any'))).pipe(
      mergeMap(() => next.handle() as Observable<unknown>),
    );
  }
}

const interceptor = new DeferredTokenInterceptor();
const scanner = new MetadataScanner();

type Handler = (...args: unknown[]) => unknown;

/**
 * Puts the interceptor on the routes whose handler can ask for a machine token without a guard of ours: those that take
 * the request, by `@Req()` or a decorator of the application, and those that declare `@AcceptsToken()`. On all other
 * routes nothing verifies a machine token, and nothing is added to them.
 *
 * It runs after all guards. To be called before Nest makes the routes.
 */
export function verifyDeferredTokens(modules: ModulesContainer): void {
  for (const { controllers } of modules.values()) {
    for (const { metatype } of controllers.values()) if (metatype) prepare(metatype as Type);
  }
}

function prepare(controller: Type): void {
  const methods = controller.prototype as Record<string, Handler>;
  for (const name of scanner.getAllMethodNames(methods)) {
    const handler = methods[name];
    if (!handler || !Reflect.hasMetadata(METHOD_METADATA, handler)) continue;
    if (!readsRequest(controller, name) && !acceptsMachines(controller, handler)) continue;
    const present = (Reflect.getMetadata(INTERCEPTORS_METADATA, handler) ?? []) as unknown[];
    if (!present.includes(interceptor)) {
      Reflect.defineMetadata(INTERCEPTORS_METADATA, [interceptor, ...present], handler);
    }
  }
}

/** As Nest numbers the parameter decorators `@Req()`. */
const REQUEST_PARAMETER = '0';

/** Whether a parameter of a handler can give it the request. */
function readsRequest(controller: Type, method: string): boolean {
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Record<
    string,
    { factory?: unknown }
  >;
  return Object.entries(parameters).some(([key, { factory }]) =>
    factory === undefined ? key.split(':')[0] === REQUEST_PARAMETER : !isOwnDecorator(factory),
  );
}

function acceptsMachines(controller: Type, handler: Handler): boolean {
  const { acceptsToken } = readRules([handler, controller]);
  return Object.values(TokenType).some(
    type => type !== TokenType.SessionToken && isTokenTypeAccepted(type, acceptsToken),
  );
}
