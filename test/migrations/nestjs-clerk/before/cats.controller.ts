import { Controller, Delete, Get, Param, UnauthorizedException } from '@nestjs/common';
import { Auth, Client, Role } from '../package/index.js';
import type { AuthEntity, ClerkClient } from '../package/index.js';

@Controller()
export class CatsController {
  constructor(@Client() private readonly clerkClient: ClerkClient) {}

  @Get('health')
  health() {
    return 'ok';
  }

  @Get('me')
  async me(@Auth() auth: AuthEntity) {
    const { userId } = auth();
    if (!userId) throw new UnauthorizedException();
    const user = await this.clerkClient.users.getUser(userId);
    return { id: user.id, name: user.firstName };
  }

  @Get('cats')
  list(@Auth() auth: AuthEntity) {
    const { userId, orgId } = auth();
    if (!userId) throw new UnauthorizedException();
    return { catsOf: orgId ?? userId };
  }

  @Role('org:admin')
  @Delete('cats/:id')
  remove(@Param('id') id: string) {
    return { removed: id };
  }
}
