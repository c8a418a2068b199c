import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { clerkClientProvider, ClerkStrategy } from './clerk.strategy.js';
import { ProfileController } from './profile.controller.js';

@Module({
  imports: [PassportModule],
  controllers: [ProfileController],
  providers: [ClerkStrategy, clerkClientProvider],
})
export class AppModule {}
