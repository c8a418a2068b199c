import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ClerkAuthGuard, ClerkModule } from 'nest-clerk';

import { MeController } from './me.controller.js';

/** A root module with keys as options, of which a test must use none. */
@Module({
  imports: [ClerkModule.forRoot({ secretKey: 'sk_live_real', publishableKey: 'pk_live_real' })],
  controllers: [MeController],
  providers: [{ provide: APP_GUARD, useExisting: ClerkAuthGuard }],
})
export class AppByOptionsModule {}
