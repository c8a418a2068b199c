import type { OnModuleInit } from '@nestjs/common';
import type { ModuleRef } from '@nestjs/core';

import type { ClerkConfiguration } from '../configuration/clerk-configuration.js';
import { containerOf } from '../configuration/nest-container.js';
import { assertGuardOrder } from './guard-order.js';

/** Stops the start of an application that lacks a policy, or runs a guard before the one that it relies on. */
export function policiesCheck(moduleRef: ModuleRef, { policies }: ClerkConfiguration): OnModuleInit {
  return {
    onModuleInit() {
      policies.connect(moduleRef);
      assertGuardOrder(containerOf(moduleRef));
    },
  };
}
