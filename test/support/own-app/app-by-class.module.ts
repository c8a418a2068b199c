import { Injectable, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ClerkAuthGuard, ClerkModule } from 'nest-clerk';
import type { ClerkModuleOptions, ClerkOptionsFactory } from 'nest-clerk';

import { MeController } from './me.controller.js';

@Injectable()
export class ClerkConfig implements ClerkOptionsFactory {
  createClerkOptions(): ClerkModuleOptions {
    const { CLERK_SECRET_KEY, CLERK_PUBLISHABLE_KEY } = process.env;
    if (!CLERK_SECRET_KEY) throw new Error('The keys of production are not there.');
    return { secretKey: CLERK_SECRET_KEY, publishableKey: CLERK_PUBLISHABLE_KEY };
  }
}

/** A root module with keys from a class. */
@Module({
  imports: [ClerkModule.forRootAsync({ useClass: ClerkConfig })],
  controllers: [MeController],
  providers: [{ provide: APP_GUARD, useExisting: ClerkAuthGuard }],
})
export class AppByClassModule {}
