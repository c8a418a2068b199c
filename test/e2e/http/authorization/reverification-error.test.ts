import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { isReverificationHint, reverificationErrorResponse } from '@clerk/shared/authorization-errors';
import { Controller, Get, Injectable, Post } from '@nestjs/common';
import { Auth, ClerkModule, Protect, reverificationError, ReverificationRequiredException } from 'nest-clerk';
import type { ReverificationConfig, SignedInAuth } from 'nest-clerk';
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

/** The recipe of the documentation: a reverification is good for one transfer. */
@Injectable()
class Transfers {
  private readonly used = new Set<string>();

  transfer(auth: SignedInAuth): void {
    const proof = auth.sessionClaims.reverification_id as string | undefined;
    if (!proof || this.used.has(proof)) throw reverificationError('strict');
    this.used.add(proof);
  }
}

@Controller()
@Protect()
class TransfersController {
  constructor(private readonly transfers: Transfers) {}

  @Get('service')
  service() {
    throw new ReverificationRequiredException({ level: 'first_factor', afterMinutes: 5 });
  }

  @Get('without-config')
  withoutConfig() {
    throw reverificationError();
  }

  @Get('returned')
  returned() {
    return reverificationError('strict_mfa');
  }

  @Get('policy')
  @Protect(() => {
    throw reverificationError('lax');
  })
  policy() {}

  @Post('transfers')
  transfer(@Auth() auth: SignedInAuth) {
    this.transfers.transfer(auth);
    return { done: true };
  }
}

const start = () =>
  startNest({
    imports: [ClerkModule.forRoot({ ...local.keys, jwtKey: local.jwtKey })],
    controllers: [TransfersController],
    providers: [Transfers],
  });
const alice = async (claims = {}) => bearer(await local.issueSessionToken({ userId: 'user_alice', claims }));

describe('ReverificationRequiredException', () => {
  it.each<[string, ReverificationConfig | undefined]>([
    ['/service', { level: 'first_factor', afterMinutes: 5 }],
    ['/without-config', undefined],
    ['/policy', 'lax'],
  ])('answers %s as reverificationErrorResponse() of Clerk does', async (path, config) => {
    const { get } = await start();
    const { status, json } = await get(path, await alice());
    const reference = reverificationErrorResponse(config);
    expect({ status, json }).toEqual({ status: reference.status, json: await reference.json() });
    expect(isReverificationHint(json)).toBe(true);
  });

  it('can be returned instead of thrown, and Clerk’s frontend SDKs recognize it too', async () => {
    const { get } = await start();
    expect(isReverificationHint((await get('/returned', await alice())).json)).toBe(true);
  });

  it.each(['never', { level: 'third_factor', afterMinutes: 1 }, { level: 'first_factor', afterMinutes: 0 }])(
    'cannot be created from %j',
    config => {
      expect(() => reverificationError(config as never)).toThrow(
        expect.objectContaining({ code: 'requirement_invalid' }),
      );
    },
  );

  it('accepts a reverification once only', async () => {
    const { request } = await start();
    const transfer = async (proof?: string) =>
      request('/transfers', {
        method: 'POST',
        headers: { ...(await alice(proof === undefined ? {} : { reverification_id: proof })) },
      });
    expect((await transfer()).status).toBe(403);
    expect((await transfer('rv_1')).status).toBe(201);
    expect((await transfer('rv_1')).json.clerk_error.metadata).toEqual({ reverification: 'strict' });
    expect((await transfer('rv_2')).status).toBe(201);
  });
});
