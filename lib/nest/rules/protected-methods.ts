import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';

import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import { hasClerkGuard } from '../guard/has-clerk-guard.js';
import { requirementsOn } from './route-metadata.js';

/** What {@link Protect} stood on, by the prototype and the name of the method. */
const protectedMethods = new WeakMap<object, Map<string | symbol, object>>();

/** Has {@link ProtectedMethodsCheck} look after a method. */
export function rememberProtected(prototype: object, key: string | symbol, method: object): void {
  const methods = protectedMethods.get(prototype) ?? new Map<string | symbol, object>();
  protectedMethods.set(prototype, methods.set(key, method));
}

/** As `@nestjs/websockets`, which need not be there, names them. */
const GATEWAY = 'websockets:is_gateway';
const MESSAGE_HANDLER = 'websockets:message_mapping';

/** Keeps an application from starting whose `@Protect()` would protect nothing: guards are found by the method itself. */
@Injectable()
export class ProtectedMethodsCheck implements OnModuleInit {
  // Private, or whoever logs the provider would log every other one with it.
  readonly #container: ModulesContainer;

  constructor(container: ModulesContainer) {
    this.#container = container;
  }

  onModuleInit(): void {
    for (const { controllers, providers } of this.#container.values()) {
      for (const { metatype } of [...controllers.values(), ...providers.values()]) {
        if (typeof metatype === 'function') assertEnforced(metatype);
      }
    }
  }
}

/** @throws {@link ClerkConfigurationError} `requirement_invalid` for a class with a protected method that is none */
function assertEnforced(type: { prototype?: unknown }): void {
  const isGateway = Reflect.hasMetadata(GATEWAY, type);
  for (const { prototype, key, method } of protectedMethodsOf(type.prototype)) {
    const present = Object.getOwnPropertyDescriptor(prototype, key)?.value as object;
    const name = `${prototype.constructor.name}.${String(key)}`;
    if (present !== method && !hasProtectionOf(method, present)) throw replaced(name);
    if (isGateway && !Reflect.hasMetadata(MESSAGE_HANDLER, present)) throw neverGuarded(name);
  }
}

/** Those of base classes too, whoever overrides them. */
function protectedMethodsOf(
  prototype: unknown,
): { prototype: object; key: string | symbol; method: object }[] {
  if (typeof prototype !== 'object' || prototype === null) return [];
  const own = [...(protectedMethods.get(prototype) ?? [])].map(([key, method]) => ({
    prototype,
    key,
    method,
  }));
  return [...own, ...protectedMethodsOf(Object.getPrototypeOf(prototype))];
}

/** A decorator that replaces a method may have taken over what others have left on it. */
function hasProtectionOf(method: object, replacement: object): boolean {
  const requirements = requirementsOn(replacement);
  return hasClerkGuard(replacement) && requirementsOn(method).every(each => requirements.includes(each));
}

function replaced(name: string): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'requirement_invalid',
    `${name} is not the method any more that @Protect() stands on: another decorator has replaced it. ` +
      'Put @Protect() above that one.',
  );
}

function neverGuarded(name: string): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'requirement_invalid',
    `Nest would not run the guard of ${name}: in gateways it does so only on @SubscribeMessage(). Ask ClerkConnections ` +
      'there who connects.',
  );
}
