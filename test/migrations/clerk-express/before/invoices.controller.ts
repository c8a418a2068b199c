import { Controller, Delete, Get, Param, Req } from '@nestjs/common';
import { clerkClient, getAuth } from '@clerk/express';
import type { Request } from 'express';
import { Public, Roles } from './auth.guard.js';

@Controller()
export class InvoicesController {
  @Public()
  @Get('health')
  health() {
    return 'ok';
  }

  @Get('me')
  async me(@Req() req: Request) {
    const user = await clerkClient.users.getUser(getAuth(req).userId!);
    return { id: user.id, name: user.firstName };
  }

  @Get('invoices')
  list(@Req() req: Request) {
    const { orgId } = getAuth(req);
    return { organization: orgId ?? null };
  }

  @Roles('org:admin')
  @Delete('invoices/:id')
  remove(@Param('id') id: string) {
    return { removed: id };
  }
}
