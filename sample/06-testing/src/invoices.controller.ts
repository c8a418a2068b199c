import { Body, Controller, Get, ParseIntPipe, Post } from '@nestjs/common';
import { Auth, Protect } from 'nest-clerk';

import { InvoicesService } from './invoices.service.js';
import type { Invoice } from './invoices.service.js';

@Controller('invoices')
@Protect({ organization: true })
export class InvoicesController {
  constructor(private readonly invoices: InvoicesService) {}

  @Get()
  list(@Auth('orgId') organizationId: string): readonly Invoice[] {
    return this.invoices.list(organizationId);
  }

  @Post()
  @Protect({ permission: 'org:invoices:create' })
  create(
    @Auth('orgId') organizationId: string,
    @Auth('userId') userId: string,
    @Body('amount', ParseIntPipe) amount: number,
  ): Promise<Invoice> {
    return this.invoices.create(organizationId, userId, amount);
  }
}
