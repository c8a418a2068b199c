import { afterEach, beforeAll, expect, it } from '@jest/globals';
import { AcceptsToken, ClerkAuthGuard, ClerkModule } from 'nest-clerk';
import { Controller, Get, UseGuards } from '@nestjs/common';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
afterEach(closeApps);

@Controller()
@UseGuards(ClerkAuthGuard)
class GuardedController {
  @Get('sessions')
  sessions() {}

  @Get('keys')
  @AcceptsToken('api_key')
  keys() {}
}

it.each([
  ['a session token before the keys are known', '/sessions', 'jwk-remote-failed-to-load'],
  ['an API key', '/keys', 'backend-api-unavailable'],
])(
  'the guard responds 503 with Retry-After to %s while Clerk cannot be reached',
  async (_what, path, reason) => {
    const fetch = () => Promise.resolve(new Response('', { status: 500 }));
    const app = await startNest({
      imports: [ClerkModule.forRoot({ ...local.keys, fetch })],
      controllers: [GuardedController],
    });
    const { secret } = local.apiKeys.create({ subject: 'user_alice', name: 'CI' });
    const token = path === '/keys' ? secret : await local.issueSessionToken({ userId: 'user_alice' });

    const { status, headers, json } = await app.get(path, bearer(token));
    expect({ status, reason: json.reason }).toEqual({ status: 503, reason });
    expect(headers['retry-after']).toBe('5');
    expect(headers).not.toHaveProperty('www-authenticate');
    expect((await app.get(path)).status).toBe(401);
  },
);
