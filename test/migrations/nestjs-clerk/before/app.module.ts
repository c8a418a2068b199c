import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ClerkModule, RoleGuard } from '../package/index.js';
import { CatsController } from './cats.controller.js';

@Module({
  imports: [
    ClerkModule.forRoot({
      publishableKey: process.env.CLERK_PUBLISHABLE_KEY,
      secretKey: process.env.CLERK_SECRET_KEY,
      apiUrl: process.env.CLERK_API_URL,
    }),
  ],
  controllers: [CatsController],
  providers: [{ provide: APP_GUARD, useClass: RoleGuard }],
})
export class AppModule {}
