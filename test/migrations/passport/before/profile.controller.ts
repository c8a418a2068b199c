import { Controller, Get, Req, UseGuards } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { User } from '@clerk/backend';

@Controller()
export class ProfileController {
  @Get('health')
  health() {
    return 'ok';
  }

  @Get('me')
  @UseGuards(AuthGuard('clerk'))
  me(@Req() req: { user: User }) {
    return { id: req.user.id, name: req.user.firstName };
  }

  @Get('orders')
  @UseGuards(AuthGuard('clerk'))
  orders(@Req() req: { user: User }) {
    return { ordersOf: req.user.id };
  }
}
