// This part of Nest 12 stores metadata while it is loaded. It may be loaded before the rest of Nest, which loads this.
import 'reflect-metadata';

import type { OnModuleInit } from '@nestjs/common';
import type { ApplicationConfig } from '@nestjs/core';
import { GuardsContextCreator } from '@nestjs/core/guards/guards-context-creator.js';

import type { NestContainer } from '../configuration/nest-container.js';
import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import { readRules } from '../rules/route-rules.js';
import { hasClerkGuard, hasGlobalClerkGuard } from './clerk-guard-detection.js';

/** A handler that Nest runs without the global guards of the application. */
interface Handler {
  readonly type: object & { readonly name: string };
  readonly method: object & { readonly name: string };
}

/** By the configuration of the application. `connectMicroservice()` often comes before `useGlobalGuards()`. */
const withoutGlobalGuards = new WeakMap<ApplicationConfig, Handler[]>();

/**
 * Stops the start of an application whose global `ClerkAuthGuard` does not run for a handler: for gateways in Nest 11, and
 * for microservices of a hybrid application without `inheritAppConfig`.
 *
 * For HTTP routes Nest always runs the global guards.
 */
export function unguardedHandlersCheck(container: NestContainer): OnModuleInit {
  observeGuardsOfHandlers();
  const { applicationConfig: application } = container;
  return {
    onModuleInit() {
      if (!hasGlobalClerkGuard(application)) return;
      withoutGlobalGuards.get(application)?.forEach(assertGuarded);
    },
  };
}

/** The part of `GuardsContextCreator` that is used here. */
interface Creator {
  /** The key of the global guards; Nest 11 passes none for gateways. */
  readonly config: ApplicationConfig | undefined;
  readonly container: { readonly applicationConfig: ApplicationConfig | undefined };
  create(instance: object, callback: Handler['method'], ...others: unknown[]): unknown;
}

const observed = new WeakSet<object>();

/**
 * Observes for which handlers Nest creates guards, and from where it reads the global ones: every transport uses this
 * method, and no metadata says how a handler is finally registered.
 */
function observeGuardsOfHandlers(): void {
  const prototype = GuardsContextCreator.prototype as unknown as Creator;
  if (observed.has(prototype)) return;
  observed.add(prototype);
  const { create } = prototype;
  prototype.create = function (this: Creator, instance, callback, ...others) {
    const application = this.container.applicationConfig;
    if (application && this.config !== application && !(this.config && hasGlobalClerkGuard(this.config))) {
      const handler = { type: instance.constructor, method: callback };
      withoutGlobalGuards.set(application, [...(withoutGlobalGuards.get(application) ?? []), handler]);
      if (hasGlobalClerkGuard(application)) assertGuarded(handler);
    }
    return create.call(this, instance, callback, ...others);
  };
}

/** @throws {@link ClerkConfigurationError} `guard_missing` */
function assertGuarded({ type, method }: Handler): void {
  if (hasClerkGuard(type) || hasClerkGuard(method) || readRules([method, type]).isPublic) return;
  const isGateway = Reflect.hasMetadata('websockets:is_gateway', type);
  const cause = isGateway
    ? 'Nest 11 runs global guards for no gateway'
    : 'the microservice is connected without the global guards of the application';
  const remedy = isGateway
    ? ''
    : ', connect the microservice with `app.connectMicroservice(options, { inheritAppConfig: true })` after the global ' +
      'guards are set';
  throw new ClerkConfigurationError(
    'guard_missing',
    `The global ClerkAuthGuard does not run for ${type.name}.${method.name}: ${cause}. Add \`@UseGuards(ClerkAuthGuard)\` to ` +
      `${type.name}${remedy}, or add \`@Public()\` if it is open to everyone.`,
  );
}
