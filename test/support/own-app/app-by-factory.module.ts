import { Module } from '@nestjs/common';
import { ConfigModule, ConfigService } from '@nestjs/config';
import { APP_GUARD } from '@nestjs/core';
import { ClerkAuthGuard, ClerkModule } from 'nest-clerk';

import { MeController } from './me.controller.js';

/** A root module with keys from Nest's `ConfigModule`. */
@Module({
  imports: [
    ConfigModule.forRoot({ ignoreEnvFile: true, cache: false }),
    ClerkModule.forRootAsync({
      imports: [ConfigModule],
      inject: [ConfigService],
      useFactory: (config: ConfigService) => ({
        secretKey: config.getOrThrow<string>('CLERK_SECRET_KEY'),
        publishableKey: config.getOrThrow<string>('CLERK_PUBLISHABLE_KEY'),
      }),
    }),
  ],
  controllers: [MeController],
  providers: [{ provide: APP_GUARD, useClass: ClerkAuthGuard }],
})
export class AppByFactoryModule {}
