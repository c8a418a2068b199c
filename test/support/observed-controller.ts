import { Controller, Get, UseGuards } from '@nestjs/common';
import { AcceptsToken, ClerkAuthGuard, CurrentUser } from 'nest-clerk';

/** Routes whose requests authenticate a user, call the Backend API, and verify an API key. */
@Controller()
@UseGuards(ClerkAuthGuard)
export class ObservedController {
  @Get('me')
  me(@CurrentUser('id') id: string) {
    return { id };
  }

  @Get('machines')
  @AcceptsToken('api_key')
  machines() {
    return {};
  }
}
