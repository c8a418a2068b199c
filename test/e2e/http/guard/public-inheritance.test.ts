import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ClerkAuthGuard, ClerkModule, Public } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';
import type { RunningApp } from '../../../support/running-app.js';

@Public()
@Controller('open')
class OpenController {
  @Get('status')
  status() {
    return { isIn: true };
  }

  @Public()
  @Get('health')
  health() {
    return { isIn: true };
  }
}

@Controller('admin')
class AdminController extends OpenController {
  @Get('users')
  users() {
    return { isIn: true };
  }
}

@Public()
@Controller('docs')
class DocsController extends OpenController {}

let local: LocalClerk;
let app: RunningApp;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  app = await startNest({
    imports: [ClerkModule.forRoot(local.keys)],
    controllers: [OpenController, AdminController, DocsController],
    providers: [{ provide: APP_GUARD, useClass: ClerkAuthGuard }],
  });
});
afterAll(closeApps);

describe('@Public() on a controller under a global guard', () => {
  it.each([
    ['opens the routes of its class', '/open/status', 200],
    ['does not open routes that a subclass adds', '/admin/users', 401],
    ['does not open routes that a subclass inherits', '/admin/status', 401],
    ['opens an inherited route if it is on the handler', '/admin/health', 200],
    ['opens inherited routes if the subclass has it too', '/docs/status', 200],
  ])('%s', async (_what, path, status) => {
    expect((await app.get(path)).status).toBe(status);
    const token = await local.issueSessionToken({ userId: 'user_alice' });
    expect((await app.get(path, bearer(token))).status).toBe(200);
  });
});
