import { Controller, Delete, Get, Param } from '@nestjs/common';
import { Auth, ClerkClient, Protect, Public } from 'nest-clerk';
import type { SignedInAuth } from 'nest-clerk';

@Controller()
export class CatsController {
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

  @Get('cats')
  list(@Auth() auth: SignedInAuth) {
    return { catsOf: auth.orgId ?? auth.userId };
  }

  @Protect({ role: 'org:admin' })
  @Delete('cats/:id')
  remove(@Param('id') id: string) {
    return { removed: id };
  }
}
