import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ClerkAuthGuard, ClerkModule } from 'nest-clerk';
import { CatsController } from './cats.controller.js';

@Module({
  imports: [
    ClerkModule.forRoot({
      publishableKey: process.env.CLERK_PUBLISHABLE_KEY,
      secretKey: process.env.CLERK_SECRET_KEY,
    }),
  ],
  controllers: [CatsController],
  providers: [{ provide: APP_GUARD, useExisting: ClerkAuthGuard }],
})
export class AppModule {}
