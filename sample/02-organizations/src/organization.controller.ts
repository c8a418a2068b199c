import { Controller, Get } from '@nestjs/common';
import { Auth, CurrentOrganization, CurrentUser, Protect } from 'nest-clerk';
import type { Organization, SignedInAuth, User } from 'nest-clerk';

import { AuditLog } from './audit-log.js';
import { isOrganizationOfUrl } from './organization-of-url.js';

@Controller('orgs/:slug')
@Protect(isOrganizationOfUrl)
export class OrganizationController {
  constructor(private readonly auditLog: AuditLog) {}

  @Get()
  overview(
    @CurrentOrganization() organization: Organization,
    @CurrentUser() user: User,
    @Auth() { orgRole, orgPermissions }: SignedInAuth,
  ) {
    return {
      organization: organization.name,
      you: user.fullName,
      role: orgRole,
      permissions: orgPermissions,
    };
  }

  @Get('audit-log')
  @Protect({ role: 'org:admin' })
  entries(@Auth('orgId') organizationId: string) {
    return this.auditLog.of(organizationId);
  }
}
