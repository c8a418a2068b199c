import { Controller, Get } from '@nestjs/common';
import { Auth, Protect } from 'nest-clerk';

import { isOrganizationOfUrl } from '../organization-of-url.js';
import { Invoices } from './invoices.js';

@Controller('orgs/:slug/reports')
@Protect(isOrganizationOfUrl)
@Protect({ plan: ['org:pro', 'org:enterprise'] })
export class ReportsController {
  constructor(private readonly invoices: Invoices) {}

  @Get('turnover')
  @Protect({ permission: 'org:invoices:read' })
  turnover(@Auth('orgId') organizationId: string) {
    const amounts = this.invoices.of(organizationId).map(({ amount }) => amount);
    return { cents: amounts.reduce((sum, amount) => sum + amount, 0) };
  }
}
