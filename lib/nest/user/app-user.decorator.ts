import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext, PipeTransform, Type } from '@nestjs/common';

import { ownDecorator } from '../decorators/own-decorators.js';
import { withStreamCallErrors } from '../transports/grpc-stream-call.js';
import { configurationOfOnlyApplication } from '../transports/live-configurations.js';
import { appUserOfCall } from './app-user-of-call.js';
import type { AppUserField } from './clerk-user-resolver.js';

type Pipe = Type<PipeTransform> | PipeTransform;

/** The forms of {@link AppUser}. */
export interface AppUserDecorator {
  (field: AppUserField, ...pipes: Pipe[]): ParameterDecorator;
  (...pipes: Pipe[]): ParameterDecorator;
}

const decorate = createParamDecorator(
  ownDecorator(async (field: string | undefined, context: ExecutionContext): Promise<unknown> => {
    const user = await withStreamCallErrors(context, appUserOfCall(context, configurationOfOnlyApplication));
    return field === undefined || user === null ? user : (user as Record<string, unknown>)[field];
  }),
) as AppUserDecorator;

/** The methods with the decorator, by the prototype that they belong to. */
const parameters = new WeakMap<object, string>();

/**
 * Gives a handler the application's own user, or one field of it. The option `userResolver` finds the user. It is `null`
 * for a signed-out caller.
 *
 * It works on every transport: HTTP, GraphQL, WebSockets and microservices. It does not reject
 * signed-out callers: use {@link ClerkAuthGuard} for that. Declare the global interface `ClerkAppUser` to have the names of
 * fields checked.
 *
 * @param field - the name of a field
 * @throws {@link AccessDeniedException} `app-user-not-found`, if the resolver returns `null`
 * @throws {@link ClerkConfigurationError} `user_resolver_missing`, when the application starts, without `userResolver`
 *
 * @example
 * ```ts
 * @Get('invoices')
 * @UseGuards(ClerkAuthGuard)
 * list(@AppUser() user: UserRow, @AppUser('plan') plan: string) {
 *   return this.invoices.of(user.id, plan);
 * }
 * ```
 */
export const AppUser: AppUserDecorator = (...args: (AppUserField | Pipe)[]): ParameterDecorator => {
  const decorator = decorate(...(args as Pipe[]));
  return (target, key, index) => {
    // Static methods and constructors are not handlers: Nest ignores the decorator there.
    if (key !== undefined) parameters.set(target, `${target.constructor.name}.${String(key)}`);
    decorator(target, key, index);
  };
};

/** A method of a class, or of its base classes, that has `@AppUser()`; `undefined` without one. */
export function methodWithAppUser(prototype: unknown): string | undefined {
  if (typeof prototype !== 'object' || prototype === null) return undefined;
  return parameters.get(prototype) ?? methodWithAppUser(Object.getPrototypeOf(prototype));
}
