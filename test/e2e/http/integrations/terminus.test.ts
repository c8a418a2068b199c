import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { HealthCheck, HealthCheckService, TerminusModule } from '@nestjs/terminus';
import { ClerkHealthIndicator, ClerkModule } from 'nest-clerk';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { MINUTE, SECOND, stopClock } from '../../../support/clock.js';
import type { StoppedClock } from '../../../support/clock.js';
import { CLERK_VARIABLES, setEnvironment } from '../../../support/environment.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';
import type { RunningNestApp } from '../../../support/running-app.js';

let local: LocalClerk;
let clock: StoppedClock;
let fetches: number;
/** Replaces the response of the Backend API. */
let answer: (() => Promise<Response>) | undefined;

const environment = Object.fromEntries(CLERK_VARIABLES.map(name => [name, process.env[name]]));

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});

beforeEach(() => {
  setEnvironment({});
  clock = stopClock();
  fetches = 0;
  answer = undefined;
  local.outage = undefined;
});

afterEach(async () => {
  setEnvironment(environment);
  jest.restoreAllMocks();
  await closeApps();
});

@Controller('health')
class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly clerk: ClerkHealthIndicator,
  ) {}

  @Get()
  @HealthCheck()
  check() {
    return this.health.check([() => this.clerk.isHealthy('clerk')]);
  }
}

function start(options: ClerkModuleOptions = {}): Promise<RunningNestApp> {
  const fetch: typeof globalThis.fetch = (...call) => {
    fetches++;
    return answer ? answer() : local.fetch(...call);
  };
  return startNest({
    imports: [
      ClerkModule.forRoot({ ...local.keys, fetch, ...options }),
      TerminusModule.forRoot({ logger: false }),
    ],
    controllers: [HealthController],
  });
}

/** The response of the endpoint: its status and its entry for Clerk. */
async function healthOf(app: RunningNestApp): Promise<{ httpStatus: number } & Record<string, unknown>> {
  const { status, json } = await app.get('/health');
  return { httpStatus: status, ...json.details.clerk };
}

async function signIn(app: RunningNestApp): Promise<void> {
  await app.get('/', bearer(await local.issueSessionToken({ userId: 'user_alice' })));
}

/** Waits for a fetch in the background. */
function settle(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}

describe('health indicator while Clerk is up', () => {
  it('reports up and fetches the keys if necessary', async () => {
    const app = await start();

    expect(await healthOf(app)).toEqual({ httpStatus: 200, status: 'up', keysConfirmedSecondsAgo: 0 });
    expect(local.requests.at(-1)).toMatchObject({ operation: 'GetJWKS', status: 200 });
    expect(fetches).toBe(1);
  });

  it('sends no more requests to Clerk than ordinary requests would', async () => {
    const app = await start();
    await Promise.all(Array.from({ length: 20 }, () => healthOf(app)));
    await signIn(app);
    expect(fetches).toBe(1);

    for (let second = 0; second < 299; second++) {
      clock.advance(SECOND);
      await healthOf(app);
    }
    expect(await healthOf(app)).toEqual({ httpStatus: 200, status: 'up', keysConfirmedSecondsAgo: 299 });
    expect(fetches).toBe(1);

    clock.advance(SECOND);
    await healthOf(app);
    await settle();
    expect(await healthOf(app)).toMatchObject({ status: 'up', keysConfirmedSecondsAgo: 0 });
    expect(fetches).toBe(2);
  });

  it('shares one fetch with concurrent checks and requests', async () => {
    const app = await start();
    const indicator = app.app.get(ClerkHealthIndicator);

    const checks = Array.from({ length: 20 }, () => indicator.isHealthy());
    await Promise.all([...checks, signIn(app), signIn(app)]);
    expect(fetches).toBe(1);
  });

  it('uses the keys that a request has fetched', async () => {
    const app = await start();
    await signIn(app);
    clock.advance(90 * SECOND);

    expect(await healthOf(app)).toMatchObject({ status: 'up', keysConfirmedSecondsAgo: 90 });
    expect(fetches).toBe(1);
  });

  it('reports a new key after a night without requests', async () => {
    const app = await start();
    await healthOf(app);
    await local.rotateKey();
    clock.advance(8 * 60 * MINUTE);

    expect(await healthOf(app)).toMatchObject({ httpStatus: 200, status: 'up', keysConfirmedSecondsAgo: 0 });
    expect(fetches).toBe(2);
  });
});

describe('health indicator while Clerk is down', () => {
  it.each(['network', 500] as const)('(%s) reports down without keys and retries rarely', async outage => {
    const app = await start();
    local.outage = outage;

    const { status, json } = await app.get('/health');
    const first = fetches;
    expect(status).toBe(503);
    expect(json).toEqual({
      status: 'error',
      info: {},
      error: json.details,
      details: {
        clerk: {
          status: 'down',
          reason: 'jwk-remote-failed-to-load',
          message: expect.stringMatching(
            /^The keys of the instance could not be fetched from the Backend API \(.+\)\.$/,
          ),
        },
      },
    });

    for (let time = 0; time < 20; time++) await healthOf(app);
    expect(fetches).toBe(first);
    clock.advance(SECOND);
    await Promise.all(Array.from({ length: 20 }, () => healthOf(app)));
    expect(fetches).toBe(2 * first);
  });

  it('reports up with the age of the keys while known keys are in use', async () => {
    const app = await start();
    await healthOf(app);
    local.outage = 500;
    clock.advance(60 * MINUTE);

    expect(await healthOf(app)).toEqual({ httpStatus: 200, status: 'up', keysConfirmedSecondsAgo: 3600 });
    await signIn(app);
    clock.advance(MINUTE);
    expect(await healthOf(app)).toEqual({ httpStatus: 200, status: 'up', keysConfirmedSecondsAgo: 3660 });
  });

  it('reports up again as soon as Clerk is up', async () => {
    const app = await start();
    local.outage = 'network';
    expect(await healthOf(app)).toMatchObject({ httpStatus: 503, status: 'down' });
    local.outage = undefined;
    clock.advance(SECOND);

    expect(await healthOf(app)).toEqual({ httpStatus: 200, status: 'up', keysConfirmedSecondsAgo: 0 });
  });
});

it('the health indicator reports down after Clerk rejects the secret key, without showing the key', async () => {
  const app = await start();
  await healthOf(app);
  clock.advance(15 * MINUTE);
  answer = async () =>
    Response.json(
      { errors: [{ code: 'clerk_key_invalid', message: `${local.secretKey} is invalid` }] },
      { status: 401 },
    );

  const { status, json, text } = await app.get('/health');
  expect(status).toBe(503);
  expect(json.details.clerk).toEqual({
    status: 'down',
    reason: 'secret-key-invalid',
    message:
      'The Backend API rejected the secret key when the keys of the instance were fetched. ' +
      'Set CLERK_SECRET_KEY to a key from https://dashboard.clerk.com/~/api-keys.',
  });
  expect(text).not.toContain(local.secretKey);
});

it('the health indicator reports up with jwtKey and fetches nothing', async () => {
  const app = await start({ jwtKey: local.jwtKey });
  local.outage = 'network';

  expect(await healthOf(app)).toEqual({ httpStatus: 200, status: 'up' });
  expect(fetches).toBe(0);
});

it('the health indicator reports that it checks no key if only requests choose the keys', async () => {
  const app = await start({
    secretKey: undefined,
    publishableKey: undefined,
    requestOptions: () => ({ ...local.keys }),
  });

  expect(await healthOf(app)).toEqual({
    httpStatus: 200,
    status: 'up',
    message: 'The keys are chosen by the request.',
  });
  expect(fetches).toBe(0);
});

it('the health indicator reports under the given name, by default `clerk`', async () => {
  const { app } = await start();
  const indicator = app.get(ClerkHealthIndicator);

  expect(await indicator.isHealthy()).toEqual({ clerk: { status: 'up', keysConfirmedSecondsAgo: 0 } });
  expect(Object.keys(await indicator.isHealthy('people'))).toEqual(['people']);
});

it('the health indicator never reports a negative age after the clock was set back', async () => {
  const app = await start({ jwtKey: undefined });
  await healthOf(app);
  local.outage = 500;
  clock.advance(-60 * MINUTE);

  expect(await healthOf(app)).toMatchObject({ status: 'up', keysConfirmedSecondsAgo: 0 });
});
