import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ClerkAuthGuard, ClerkModule } from 'nest-clerk';

import { InvoicesController } from './invoices.controller.js';
import { InvoicesService } from './invoices.service.js';

@Module({
  // Keys and the signing secret of the webhook endpoint come from the environment.
  imports: [ClerkModule.forRoot({ webhooks: {} })],
  controllers: [InvoicesController],
  providers: [InvoicesService, { provide: APP_GUARD, useExisting: ClerkAuthGuard }],
})
export class AppModule {}
