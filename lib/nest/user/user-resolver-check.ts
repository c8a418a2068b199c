import type { OnModuleInit } from '@nestjs/common';
import type { ModuleRef } from '@nestjs/core';

import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import type { ClerkConfiguration } from '../configuration/clerk-configuration.js';
import { classesOf, containerOf } from '../configuration/nest-container.js';
import type { NestContainer } from '../configuration/nest-container.js';
import { methodWithAppUser } from './app-user.decorator.js';

/**
 * Finds the resolver of the option `userResolver` when the application starts, and stops the start if it is missing, or if
 * `@AppUser()` is used without the option.
 */
export function userResolverCheck(moduleRef: ModuleRef, { appUsers }: ClerkConfiguration): OnModuleInit {
  return {
    onModuleInit() {
      if (appUsers) appUsers.connect(moduleRef);
      else assertNoAppUser(containerOf(moduleRef));
    },
  };
}

function assertNoAppUser(container: NestContainer): void {
  for (const { prototype } of classesOf(container)) {
    const method = methodWithAppUser(prototype);
    if (method !== undefined) throw resolverMissing(method);
  }
}

function resolverMissing(method: string): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'user_resolver_missing',
    `@AppUser() on ${method} needs to know how the application finds its user. Set the option \`userResolver\` of ClerkModule ` +
      'to a provider that implements ClerkUserResolver.',
  );
}
