import { Controller, Get, UseGuards } from '@nestjs/common';
import { AcceptsToken, Auth, ClerkAuthGuard, ClerkModule } from 'nest-clerk';
import type { AuthObject, ClerkModuleOptions, MachineAuthObject } from 'nest-clerk';

import { startNest } from './running-app.js';
import type { NestSettings, RunningNestApp } from './running-app.js';

@Controller()
@UseGuards(ClerkAuthGuard)
class MachineController {
  @Get('api-keys')
  @AcceptsToken('api_key')
  apiKeys(@Auth() auth: MachineAuthObject<'api_key'>) {
    return auth;
  }

  @Get('machines')
  @AcceptsToken('m2m_token')
  machines(@Auth() auth: MachineAuthObject<'m2m_token'>) {
    return auth;
  }

  @Get('oauth')
  @AcceptsToken('oauth_token')
  oauth(@Auth() auth: MachineAuthObject<'oauth_token'>) {
    return auth;
  }

  @Get('either')
  @AcceptsToken('api_key', 'session_token')
  either(@Auth() auth: AuthObject) {
    return auth;
  }

  @Get('any')
  @AcceptsToken('any')
  any(@Auth() auth: AuthObject) {
    return auth;
  }

  @Get('people')
  people(@Auth('userId') userId: string) {
    return { userId };
  }
}

/** An application with a guarded route for each type of token, for two of them, for any, and for users only. */
export function startMachineApp(
  options: ClerkModuleOptions,
  settings: NestSettings = {},
): Promise<RunningNestApp> {
  return startNest({
    imports: [ClerkModule.forRoot(options)],
    controllers: [MachineController],
    ...settings,
  });
}

/** The route for each type of token. */
export const ROUTES = { api_key: '/api-keys', m2m_token: '/machines', oauth_token: '/oauth' } as const;
