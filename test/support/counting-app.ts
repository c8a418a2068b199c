import { All, Controller, Get, UseGuards } from '@nestjs/common';
import { ClerkAuthGuard, ClerkModule } from 'nest-clerk';
import type { ClerkModuleOptions } from 'nest-clerk';

import { startNest } from './running-app.js';
import type { NestSettings, RunningNestApp } from './running-app.js';

/** An application with guarded routes below `/admin`, and a count of the calls of their handlers. */
export interface CountingApp extends RunningNestApp {
  handled(): number;
}

/** Starts an application whose routes `/admin`, `/admin/:id` and `/admin/any` are guarded. */
export async function startCounting(
  options: ClerkModuleOptions,
  settings: NestSettings = {},
): Promise<CountingApp> {
  let handled = 0;

  @Controller('admin')
  @UseGuards(ClerkAuthGuard)
  class AdminController {
    @Get()
    list() {
      handled++;
    }

    @All('any')
    any() {
      handled++;
    }

    @Get(':id')
    read() {
      handled++;
    }
  }

  const app = await startNest({
    imports: [ClerkModule.forRoot(options)],
    controllers: [AdminController],
    ...settings,
  });
  return { ...app, handled: () => handled };
}
