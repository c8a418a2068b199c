import { Controller, Get, UseGuards } from '@nestjs/common';
import { Auth, ClerkAuthGuard, CurrentUser } from 'nest-clerk';
import type { User } from 'nest-clerk';

@Controller()
export class ProfileController {
  @Get('health')
  health() {
    return 'ok';
  }

  @Get('me')
  @UseGuards(ClerkAuthGuard)
  me(@CurrentUser() user: User) {
    return { id: user.id, name: user.firstName };
  }

  @Get('orders')
  @UseGuards(ClerkAuthGuard)
  orders(@Auth('userId') userId: string) {
    return { ordersOf: userId };
  }
}
