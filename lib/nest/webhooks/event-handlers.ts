import { ContextIdFactory, MetadataScanner, ModuleRef } from '@nestjs/core';
import type { ModulesContainer } from '@nestjs/core';
import type { InstanceWrapper } from '@nestjs/core/injector/instance-wrapper.js';
import type { Module } from '@nestjs/core/injector/module.js';

import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import type { NodeRequest } from '../../instance/options.js';
import { closestPattern, isKnownPattern, matchesPattern } from '../../webhooks/event-pattern.js';
import { eventPatterns } from './on-clerk-event.decorator.js';
import type { WebhookDelivery } from './on-clerk-event.decorator.js';

type Methods = Record<string, (...args: unknown[]) => unknown>;

/** Returns the provider of a handler: the same one for all handlers of a delivery. */
type Resolve = (request: NodeRequest) => Methods | Promise<Methods>;

/** A method with {@link OnClerkEvent}. */
export interface EventHandler {
  /** `Class.method`: the same in every instance of the application, because completed handlers are stored under it. */
  readonly name: string;
  accepts(type: string): boolean;
  run(request: NodeRequest, event: unknown, delivery: WebhookDelivery): unknown;
}

const scanner = new MetadataScanner();

/**
 * Every handler of an application, in the order of registration. Complete once all providers are made.
 *
 * @throws {@link ClerkConfigurationError} `webhook_handler_invalid` for a type that no event has
 */
export function eventHandlers(modules: ModulesContainer): EventHandler[] {
  const seen = new Set<unknown>();
  const names = new Map<string, number>();
  const unique = (name: string) => {
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    return count === 1 ? name : `${name}#${count}`;
  };
  return [...modules.values()].flatMap(module =>
    [...module.providers.values(), ...module.controllers.values()].flatMap(wrapper => {
      // The same instance under several tokens (`useExisting`) handles an event once.
      const identity: unknown = wrapper.isDependencyTreeStatic() ? wrapper.instance : wrapper;
      if (seen.has(identity) || wrapper.isAlias) return [];
      seen.add(identity);
      return handlersOf(module, wrapper).map(handler => ({ ...handler, name: unique(handler.name) }));
    }),
  );
}

function handlersOf(module: Module, wrapper: InstanceWrapper): EventHandler[] {
  const prototype = prototypeOf(wrapper);
  if (prototype === undefined) return [];
  const resolve = resolverOf(module, wrapper);
  return scanner.getAllMethodNames(prototype).flatMap(key => {
    const patterns = eventPatterns(prototype, key);
    if (patterns.length === 0) return [];
    const name = `${prototype.constructor.name}.${key}`;
    const known = patterns.map(pattern => knownPattern(pattern, name));
    return {
      name,
      accepts: (type: string) => known.some(pattern => matchesPattern(pattern, type)),
      run: async (request: NodeRequest, event: unknown, delivery: WebhookDelivery) => {
        const provider = await resolve(request);
        await provider[key]?.(event, delivery);
      },
    };
  });
}

function prototypeOf({ instance, metatype }: InstanceWrapper): object | undefined {
  const value: unknown = instance;
  if (typeof value === 'object' && value !== null) return Object.getPrototypeOf(value) as object | undefined;
  return (metatype as { prototype?: object } | null)?.prototype;
}

function resolverOf(module: Module, wrapper: InstanceWrapper): Resolve {
  if (wrapper.isDependencyTreeStatic() && !wrapper.isTransient) return () => wrapper.instance as Methods;
  const moduleRef = module.providers.get(ModuleRef)?.instance as ModuleRef;
  return request => {
    const contextId = contextOf(request, moduleRef);
    return moduleRef.resolve<Methods>(wrapper.token, contextId, { strict: true });
  };
}

/** The request context of providers, in which they find the request as `REQUEST`. */
function contextOf(request: NodeRequest, moduleRef: ModuleRef): ReturnType<typeof ContextIdFactory.create> {
  const existing = contexts.get(request);
  if (existing) return existing;
  const contextId = ContextIdFactory.getByRequest(request);
  moduleRef.registerRequestByContextId(request, contextId);
  contexts.set(request, contextId);
  return contextId;
}

const contexts = new WeakMap<NodeRequest, ReturnType<typeof ContextIdFactory.create>>();

function knownPattern(pattern: unknown, handler: string): string {
  if (isKnownPattern(pattern)) return pattern;
  const closest = typeof pattern === 'string' ? closestPattern(pattern) : undefined;
  throw new ClerkConfigurationError(
    'webhook_handler_invalid',
    `@OnClerkEvent(${JSON.stringify(pattern)}) on ${handler}: Clerk has no event of this type. ` +
      (closest ? `Did you mean '${closest}'? ` : '') +
      'All types are listed at https://clerk.com/docs/guides/development/webhooks/overview',
  );
}
