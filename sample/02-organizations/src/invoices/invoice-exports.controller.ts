import { Controller, Get } from '@nestjs/common';
import { AcceptsToken, Auth, Protect } from 'nest-clerk';
import type { AuthenticatedMachineObject } from 'nest-clerk';

import { Invoices } from './invoices.js';

type ApiKeyAuth = AuthenticatedMachineObject<'api_key'>;

/** For machines: the API key determines the organization and the permissions. */
@Controller('exports')
@AcceptsToken('api_key')
export class InvoiceExportsController {
  constructor(private readonly invoices: Invoices) {}

  @Get('invoices')
  @Protect({ scopes: 'invoices:read' })
  @Protect((auth: ApiKeyAuth) => auth.orgId !== null)
  list(@Auth('orgId') organizationId: string) {
    return this.invoices.of(organizationId);
  }
}
