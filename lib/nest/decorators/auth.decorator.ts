import { createParamDecorator } from '@nestjs/common';
import { ownDecorator } from './own-decorators.js';
import type { ExecutionContext, PipeTransform, Type } from '@nestjs/common';

import type { AuthObject } from '../../authorization/auth-object.js';
import { authOf } from '../../express/get-auth.js';
import { middlewareMissing } from '../../express/middleware-missing.js';
import type { GetAuthOptions } from '../../express/get-auth.js';
import type { RequestRecord } from '../../authentication/request-record.js';
import { rulesOf } from '../rules/route-rules.js';
import type { RouteRules } from '../rules/route-rules.js';
import { withStreamCallErrors } from '../transports/grpc-stream-call.js';
import { identify } from '../transports/identify.js';
import { configurationOfOnlyApplication } from '../transports/live-configurations.js';

type Pipe = Type<PipeTransform> | PipeTransform;

/** The overloads of {@link Auth}. */
export interface AuthDecorator {
  (what: AuthField | GetAuthOptions, ...pipes: Pipe[]): ParameterDecorator;
  (...pipes: Pipe[]): ParameterDecorator;
}

/** The fields of an auth object of any type. */
export type AuthField = KeyOfAny<AuthObject>;

type KeyOfAny<T> = T extends unknown ? keyof T : never;

/**
 * Passes the auth object, as `getAuth()` returns it, or one field of it to a handler.
 *
 * It rejects no request: put {@link ClerkAuthGuard} on the route for that.
 *
 * It works on every transport: HTTP, GraphQL, WebSockets and microservices.
 *
 * It accepts the types of token that {@link AcceptsToken} names on the route, unless its own options name others.
 *
 * @param what - the name of a field, or the options of `getAuth()`
 *
 * @example
 * ```ts
 * @Get()
 * @UseGuards(ClerkAuthGuard)
 * mine(@Auth('userId') userId: string, @Auth() auth: SignedInAuth) {
 *   return auth.has({ role: 'org:admin' }) ? this.orders.all() : this.orders.of(userId);
 * }
 * ```
 */
export const Auth: AuthDecorator = createParamDecorator(
  ownDecorator((what: AuthField | GetAuthOptions | undefined, context: ExecutionContext): unknown => {
    const rules = rulesOf(context);
    const options = typeof what === 'object' ? withRules(what, rules) : rules;
    const record = identify(context, configurationOfOnlyApplication, options.acceptsToken);
    // Nest awaits the promise of a parameter decorator.
    return record instanceof Promise
      ? withStreamCallErrors(context, parameterValueLater(record, what, options))
      : parameterValue(record, what, options);
  }),
);

async function parameterValueLater(
  record: Promise<RequestRecord | undefined>,
  what: AuthField | GetAuthOptions | undefined,
  options: AuthRules,
): Promise<unknown> {
  return parameterValue(await record, what, options);
}

type AuthRules = Required<Pick<RouteRules, 'acceptsToken' | 'treatPendingAsSignedOut'>>;

function withRules(options: GetAuthOptions, rules: AuthRules): AuthRules {
  const { treatPendingAsSignedOut = rules.treatPendingAsSignedOut } = options;
  return { acceptsToken: options.acceptsToken ?? rules.acceptsToken, treatPendingAsSignedOut };
}

function parameterValue(
  record: RequestRecord | undefined,
  what: AuthField | GetAuthOptions | undefined,
  options: AuthRules,
): unknown {
  if (!record) throw middlewareMissing();
  const auth = authOf(record, options);
  return typeof what === 'string' ? (auth as Partial<Record<AuthField, unknown>>)[what] : auth;
}
