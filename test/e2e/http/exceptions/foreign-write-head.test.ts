import { ServerResponse } from 'node:http';
import type { Server } from 'node:http';

import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, UseGuards } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { ClerkAuthGuard, ClerkModule } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { HTTP_ADAPTER } from '../../../support/http-adapter.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
beforeEach(() => setEnvironment({}));
afterEach(closeApps);

@Controller()
class GuardedController {
  @Get('guarded')
  @UseGuards(ClerkAuthGuard)
  guarded() {
    return {};
  }
}

function startGuarded() {
  return startNest({
    imports: [ClerkModule.forRoot({ ...local.keys })],
    controllers: [GuardedController],
  });
}

/** An instrumentation that marks each response when its head is written. */
const marking: PropertyDescriptor = {
  value(this: ServerResponse, ...args: unknown[]) {
    this.setHeader('x-mark', 'seen');
    return (ServerResponse.prototype.writeHead as (...args: unknown[]) => unknown).apply(this, args);
  },
  configurable: true,
  writable: true,
};

type Instrument = (app: INestApplication) => void;

/** A listener that runs before the whole application defines the `writeHead` of each response. */
const ofEachResponse = (app: INestApplication, descriptor = marking): void => {
  const server = app.getHttpServer() as Server;
  server.prependListener('request', (_, response) =>
    Object.defineProperty(response, 'writeHead', descriptor),
  );
};

const ofExpress: Instrument = app => {
  const { response } = app.getHttpAdapter().getInstance() as { response: object };
  Object.defineProperty(response, 'writeHead', marking);
};

const instrumentations: [string, Instrument][] = [['of each response', app => ofEachResponse(app)]];
if (HTTP_ADAPTER === 'express') instrumentations.push(['of the responses of Express', ofExpress]);

describe.each(instrumentations)('with another writeHead %s', (_, instrument) => {
  it('calls it for a response and for a rejection, which keeps its challenge', async () => {
    const app = await startGuarded();
    instrument(app.app);
    const alice = bearer(await local.issueSessionToken({ userId: 'user_alice' }));

    const accepted = await app.get('/guarded', alice);
    const rejected = await app.get('/guarded');

    expect([accepted.status, accepted.headers['x-mark']]).toEqual([200, 'seen']);
    expect([rejected.status, rejected.headers['x-mark']]).toEqual([401, 'seen']);
    expect(rejected.headers['www-authenticate']).toMatch(/^Bearer/);
  });
});

it('answers though another library has made writeHead read-only', async () => {
  const app = await startGuarded();
  ofEachResponse(app.app, { ...marking, writable: false });
  const alice = bearer(await local.issueSessionToken({ userId: 'user_alice' }));

  expect(await app.get('/guarded', alice)).toMatchObject({ status: 200 });
});
