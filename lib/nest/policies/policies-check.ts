import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';

import { CLERK_CONFIGURATION } from '../configuration/clerk-configuration.js';
import type { ClerkConfiguration } from '../configuration/clerk-configuration.js';
import { containerOf } from '../configuration/nest-container.js';
import { assertGuardOrder } from './guard-order.js';

/** Stops the start of an application that lacks a policy, or runs a guard before the one that it relies on. */
@Injectable()
export class PoliciesCheck implements OnModuleInit {
  constructor(
    private readonly moduleRef: ModuleRef,
    @Inject(CLERK_CONFIGURATION) private readonly configuration: ClerkConfiguration,
  ) {}

  onModuleInit(): void {
    this.configuration.policies.connect(this.moduleRef);
    assertGuardOrder(containerOf(this.moduleRef));
  }
}
