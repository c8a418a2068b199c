import { MetadataScanner } from '@nestjs/core';
import type { ModuleRef } from '@nestjs/core';
import type { ExecutionContext } from '@nestjs/common';

import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import type { MaybePromise } from '../../helpers/maybe-promise.js';
import { applicationProvider } from '../configuration/application-provider.js';
import type { ApplicationProvider } from '../configuration/application-provider.js';
import { classesOf, containerOf } from '../configuration/nest-container.js';
import type { ApplicationClass } from '../configuration/nest-container.js';
import { requirementsOn } from '../rules/route-metadata.js';
import type { ClerkPolicy, ClerkPolicyClass } from './clerk-policy.js';

const scanner = new MetadataScanner();

/** The policies of one application, found among its providers when it starts. */
export class Policies {
  private readonly providers = new Map<ClerkPolicyClass, ApplicationProvider<ClerkPolicy>>();

  /**
   * Finds the provider of every policy that a class or a method of the application is protected with.
   *
   * @throws {@link ClerkConfigurationError} `policy_missing` if no module provides one
   */
  connect(moduleRef: ModuleRef): void {
    for (const { target, policy } of policiesIn(moduleRef)) {
      const provider = this.providers.get(policy) ?? applicationProvider<ClerkPolicy>(moduleRef, policy);
      if (!provider) throw notProvided(policy, target);
      this.providers.set(policy, provider);
    }
  }

  /** The instance of a policy for a call. */
  instanceOf(policy: ClerkPolicyClass, context: ExecutionContext): MaybePromise<ClerkPolicy> {
    const provider = this.providers.get(policy);
    if (!provider) throw notProvided(policy, context.getClass().name);
    return provider(context);
  }
}

function* policiesIn(moduleRef: ModuleRef): ReturnType<typeof policiesOf> {
  for (const type of classesOf(containerOf(moduleRef))) yield* policiesOf(type);
}

function* policiesOf(type: ApplicationClass): Generator<{ target: string; policy: ClerkPolicyClass }> {
  for (const policy of policiesOn(type)) yield { target: type.name, policy };
  const methods = type.prototype as Record<string, object> | undefined;
  for (const name of methods ? scanner.getAllMethodNames(methods) : []) {
    for (const policy of policiesOn(methods?.[name] ?? {})) yield { target: `${type.name}.${name}`, policy };
  }
}

function policiesOn(target: object): ClerkPolicyClass[] {
  return requirementsOn(target).flatMap(({ policies }) => policies);
}

function notProvided({ name }: ClerkPolicyClass, target: string): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'policy_missing',
    `@Protect() on ${target} needs the policy ${name}, which no module of the application provides. Add ${name} to the ` +
      '`providers` of a module that the root module imports.',
  );
}
