import { Controller, Delete, Get, Param } from '@nestjs/common';
import { Auth, ClerkClient, Protect, Public } from 'nest-clerk';
import type { SignedInAuth } from 'nest-clerk';

@Controller()
export class InvoicesController {
  constructor(private readonly clerk: ClerkClient) {}

  @Public()
  @Get('health')
  health() {
    return 'ok';
  }

  @Get('me')
  async me(@Auth() auth: SignedInAuth) {
    const user = await this.clerk.users.getUser(auth.userId);
    return { id: user.id, name: user.firstName };
  }

  @Get('invoices')
  list(@Auth() auth: SignedInAuth) {
    const { orgId } = auth;
    return { organization: orgId ?? null };
  }

  @Protect({ role: 'org:admin' })
  @Delete('invoices/:id')
  remove(@Param('id') id: string) {
    return { removed: id };
  }
}
