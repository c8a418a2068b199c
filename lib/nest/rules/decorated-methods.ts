import type { OnModuleInit } from '@nestjs/common';

import { classesOf } from '../configuration/nest-container.js';
import type { NestContainer } from '../configuration/nest-container.js';
import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import { findLostDecorator, hasSameDecorator, lostDecoratorError } from './decorated-classes.js';
import type { RouteMetadataName } from './route-metadata.js';

/** A method at the time when one of our decorators was applied to it. */
interface DecoratedMethod {
  readonly name: RouteMetadataName;
  readonly prototype: object;
  readonly key: string | symbol;
  readonly method: object;
}

/** By the prototype of the methods. */
const decoratedMethods = new WeakMap<object, DecoratedMethod[]>();

/** The names of the decorators in error messages. */
export const DECORATORS: { [Name in RouteMetadataName]: string } = {
  public: '@Public()',
  requirements: '@Protect()',
  onUnauthenticated: '@OnUnauthenticated()',
  acceptsToken: '@AcceptsToken()',
  pendingTasks: '@AllowPending()',
};

/** Registers a method for {@link decoratedMethodsCheck}. */
export function rememberDecorated(decorated: DecoratedMethod): void {
  const known = decoratedMethods.get(decorated.prototype) ?? [];
  decoratedMethods.set(decorated.prototype, [...known, decorated]);
}

/** Keys of `@nestjs/websockets`, which is optional. */
const GATEWAY = 'websockets:is_gateway';
const MESSAGE_HANDLER = 'websockets:message_mapping';

/**
 * Stops the start of an application with a decorator of ours that has no effect, since Nest reads metadata from the method
 * that is there in the end: below a decorator that replaces the method or the class without copying its metadata, and
 * `@Protect()` on methods of a gateway that Nest runs without guards.
 */
export function decoratedMethodsCheck(container: NestContainer): OnModuleInit {
  return {
    onModuleInit() {
      for (const type of classesOf(container)) assertEffective(type);
    },
  };
}

/** @throws {@link ClerkConfigurationError} `requirement_invalid` */
function assertEffective(type: { readonly name: string; prototype?: unknown }): void {
  const lost = findLostDecorator(type, Object.keys(DECORATORS) as RouteMetadataName[]);
  if (lost) throw lostDecoratorError(DECORATORS[lost], type.name);
  const isGateway = Reflect.hasMetadata(GATEWAY, type);
  for (const decorated of decoratedMethodsOf(type.prototype)) {
    const { prototype, key, method, name } = decorated;
    const present = Object.getOwnPropertyDescriptor(prototype, key)?.value as object | undefined;
    if (present !== method && !hasSameMetadata(decorated, present)) throw replaced(decorated);
    if (isGateway && name === 'requirements' && present && !Reflect.hasMetadata(MESSAGE_HANDLER, present)) {
      throw unguardedError(decorated);
    }
  }
}

/** Those of base classes too, even if a subclass overrides them. */
function decoratedMethodsOf(prototype: unknown): readonly DecoratedMethod[] {
  if (typeof prototype !== 'object' || prototype === null) return [];
  const inherited = decoratedMethodsOf(Object.getPrototypeOf(prototype));
  return [...(decoratedMethods.get(prototype) ?? []), ...inherited];
}

/** Some decorators that replace a method copy its metadata. */
function hasSameMetadata({ name, method }: DecoratedMethod, present: object | undefined): boolean {
  return typeof present === 'function' && hasSameDecorator(name, method, present);
}

function replaced({ name, prototype, key }: DecoratedMethod): ClerkConfigurationError {
  const decorator = DECORATORS[name];
  return new ClerkConfigurationError(
    'requirement_invalid',
    `${decorator} on ${nameOf(prototype, key)} has no effect: a decorator above it has replaced the method without its ` +
      `metadata. Move ${decorator} above that decorator.`,
  );
}

function unguardedError({ prototype, key }: DecoratedMethod): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'requirement_invalid',
    `@Protect() on ${nameOf(prototype, key)} has no effect: in a gateway, Nest runs guards for @SubscribeMessage() methods ` +
      'only. Use ClerkConnections there to identify the client.',
  );
}

function nameOf(prototype: object, key: string | symbol): string {
  return `${prototype.constructor.name}.${String(key)}`;
}
