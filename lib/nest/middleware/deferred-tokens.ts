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
import type { RequestRecord } from '../../authentication/request-record.js';
import { handleInContext } from '../context/clerk-context.interceptor.js';
import { readRules, rulesOf } from '../rules/route-rules.js';
import { originOfOperation } from '../transports/graphql.js';

/**
 * Verifies a deferred machine token before the handler, where `getAuth(req, { acceptsToken })` and `ClerkContext` cannot
 * wait, and tells them which types of token the route accepts.
 */
class DeferredTokenInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { acceptsToken } = rulesOf(context);
    const isHttp = context.getType() === 'http';
    const record = isHttp ? recordOf(requestOf(context)) : recordOfOperation(context);
    if (!record) return next.handle() as Observable<unknown>;
    if (isHttp && acceptsToken !== 'session_token') record.routeAcceptsToken = acceptsToken;
    const handle = (): Observable<unknown> =>
      // Resolvers of one operation share a record, and each has its own rules.
      isHttp ? next.handle() : handleInContext(record, context, next);
    if (!record.isDeferred) return handle();
    return from(Promise.resolve(record.resolve('any'))).pipe(mergeMap(handle));
  }
}

/** The record of a GraphQL operation that came as an HTTP request. */
function recordOfOperation(context: ExecutionContext): RequestRecord | undefined {
  if (context.getType<string>() !== 'graphql') return undefined;
  const origin = originOfOperation(context);
  return origin && 'result' in origin ? origin : undefined;
}

const interceptor = new DeferredTokenInterceptor();
const scanner = new MetadataScanner();

type Handler = (...args: unknown[]) => unknown;

/**
 * Puts the interceptor on the routes and the GraphQL operations whose handler can ask for a machine token without a guard of
 * ours: those that take the request or the context, by `@Req()`, `@Context()` or a decorator of the application, and those
 * that declare `@AcceptsToken()`. On all other routes nothing verifies a machine token, and nothing is added to them.
 *
 * It runs after all guards. Call it before Nest creates the routes.
 */
export function verifyDeferredTokens(modules: ModulesContainer): void {
  for (const { controllers, providers } of modules.values()) {
    for (const { metatype } of controllers.values()) if (metatype) prepare(metatype as Type, ROUTE);
    for (const { metatype } of providers.values()) {
      if (typeof metatype === 'function') prepare(metatype as Type, OPERATION);
    }
  }
}

/** A kind of handler: the metadata by which Nest knows it, and how it numbers the parameter decorator for the request. */
interface HandlerKind {
  readonly metadata: string;
  readonly requestParameter: string;
}

const ROUTE: HandlerKind = { metadata: METHOD_METADATA, requestParameter: '0' };
/** Of `@nestjs/graphql`, which is optional: queries, mutations and subscriptions, and `@Context()`. */
const OPERATION: HandlerKind = { metadata: 'graphql:resolver_type', requestParameter: '1' };

function prepare(type: Type, { metadata, requestParameter }: HandlerKind): void {
  const methods = type.prototype as Record<string, Handler> | undefined;
  if (!methods) return;
  for (const name of scanner.getAllMethodNames(methods)) {
    const handler = methods[name];
    if (!handler || !Reflect.hasMetadata(metadata, handler)) continue;
    if (!readsRequest(type, name, requestParameter) && !acceptsMachines(type, handler)) continue;
    const present = (Reflect.getMetadata(INTERCEPTORS_METADATA, handler) ?? []) as unknown[];
    if (!present.includes(interceptor)) {
      Reflect.defineMetadata(INTERCEPTORS_METADATA, [interceptor, ...present], handler);
    }
  }
}

/** Whether a parameter of a handler can give it the request. */
function readsRequest(type: Type, method: string, requestParameter: string): boolean {
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, type, method) ?? {}) as Record<
    string,
    { factory?: unknown }
  >;
  return Object.entries(parameters).some(([key, { factory }]) =>
    factory === undefined ? key.split(':')[0] === requestParameter : !isOwnDecorator(factory),
  );
}

function acceptsMachines(controller: Type, handler: Handler): boolean {
  const { acceptsToken } = readRules([handler, controller]);
  return Object.values(TokenType).some(
    type => type !== TokenType.SessionToken && isTokenTypeAccepted(type, acceptsToken),
  );
}
