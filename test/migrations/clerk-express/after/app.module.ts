import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ClerkAuthGuard, ClerkModule } from 'nest-clerk';
import { InvoicesController } from './invoices.controller.js';

@Module({
  imports: [ClerkModule.forRoot()],
  controllers: [InvoicesController],
  providers: [{ provide: APP_GUARD, useExisting: ClerkAuthGuard }],
})
export class AppModule {}
