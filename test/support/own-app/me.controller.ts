import { Controller, Get } from '@nestjs/common';
import { Auth, ClerkClient, Protect } from 'nest-clerk';

/** A controller of an application that knows nothing of its tests. */
@Controller()
export class MeController {
  constructor(private readonly clerk: ClerkClient) {}

  @Get('me')
  async me(@Auth('userId') userId: string) {
    const user = await this.clerk.users.getUser(userId);
    return { id: user.id, name: user.fullName };
  }

  @Get('admin')
  @Protect({ role: 'org:admin' })
  admin(@Auth('orgId') orgId: string) {
    return { orgId };
  }
}
