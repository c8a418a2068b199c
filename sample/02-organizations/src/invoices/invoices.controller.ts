import { Body, Controller, Delete, Get, Header, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Auth, Protect } from 'nest-clerk';

import { isOrganizationOfUrl } from '../organization-of-url.js';
import { Invoices } from './invoices.js';
import type { NewInvoice } from './invoices.js';
import { NewInvoicePipe } from './new-invoice.pipe.js';

/** The requirements of the class and of the handler must both be met. */
@Controller('orgs/:slug/invoices')
@Protect(isOrganizationOfUrl)
export class InvoicesController {
  constructor(private readonly invoices: Invoices) {}

  @Get()
  @Protect({ permission: 'org:invoices:read' })
  list(@Auth('orgId') organizationId: string) {
    return this.invoices.of(organizationId);
  }

  @Post()
  @Protect({ permission: 'org:invoices:create' })
  create(@Auth('orgId') organizationId: string, @Body(NewInvoicePipe) invoice: NewInvoice) {
    return this.invoices.create(organizationId, invoice);
  }

  /**
   * One of the roles is sufficient, and the user must have signed in, or verified again, within the last ten minutes.
   */
  @Delete(':number')
  @HttpCode(204)
  @Protect({ role: ['org:admin', 'org:accountant'], reverification: 'strict' })
  remove(@Auth('orgId') organizationId: string, @Param('number', ParseIntPipe) number: number) {
    this.invoices.remove(organizationId, number);
  }

  /** All must be met: the plan of the organization, and the permission of the user. */
  @Get('csv')
  @Protect({ feature: 'org:csv_export', permission: 'org:invoices:read' })
  @Header('content-type', 'text/csv')
  csv(@Auth('orgId') organizationId: string) {
    const rows = this.invoices.of(organizationId).map(({ number, amount }) => `${number},${amount}\n`);
    return `number,cents\n${rows.join('')}`;
  }
}
