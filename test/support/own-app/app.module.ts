import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ClerkAuthGuard, ClerkModule } from 'nest-clerk';

import { MeController } from './me.controller.js';

/** The root module of the quickstart: the keys come from the environment. */
@Module({
  imports: [ClerkModule.forRoot()],
  controllers: [MeController],
  providers: [{ provide: APP_GUARD, useExisting: ClerkAuthGuard }],
})
export class AppModule {}
