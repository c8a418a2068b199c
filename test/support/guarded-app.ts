import { All, Controller, UseGuards } from '@nestjs/common';
import { ClerkAuthGuard, ClerkModule } from 'nest-clerk';
import type { ClerkModuleOptions } from 'nest-clerk';

import { EVERY_PATH } from './http-adapter.js';
import { startNest } from './running-app.js';
import type { NestSettings, RunningNestApp } from './running-app.js';

@Controller()
@UseGuards(ClerkAuthGuard)
class GuardedController {
  @All(EVERY_PATH)
  anything() {
    return { isIn: true };
  }
}

/** An application whose every path is guarded. */
export function startGuarded(
  options: ClerkModuleOptions,
  settings: NestSettings = {},
): Promise<RunningNestApp> {
  return startNest({
    imports: [ClerkModule.forRoot(options)],
    controllers: [GuardedController],
    ...settings,
  });
}
