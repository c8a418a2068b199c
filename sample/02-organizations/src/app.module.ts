import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ClerkAuthGuard, ClerkModule } from 'nest-clerk';

import { AuditLog } from './audit-log.js';
import { HomeController } from './home.controller.js';
import { InvoiceExportsController } from './invoices/invoice-exports.controller.js';
import { Invoices } from './invoices/invoices.js';
import { InvoicesController } from './invoices/invoices.controller.js';
import { ReportsController } from './invoices/reports.controller.js';
import { localOptions } from './local-clerk.js';
import { LocalSignInController } from './local-sign-in.controller.js';
import { OrganizationController } from './organization.controller.js';

@Module({
  imports: [
    ClerkModule.forRoot({
      ...localOptions,
      organizationSyncOptions: { organizationPatterns: ['/orgs/:slug', '/orgs/:slug/(.*)'] },
    }),
  ],
  controllers: [
    HomeController,
    LocalSignInController,
    OrganizationController,
    InvoicesController,
    ReportsController,
    InvoiceExportsController,
  ],
  providers: [
    Invoices,
    AuditLog,
    // Every route without @Public() requires a signed-in user.
    { provide: APP_GUARD, useExisting: ClerkAuthGuard },
  ],
})
export class AppModule {}
