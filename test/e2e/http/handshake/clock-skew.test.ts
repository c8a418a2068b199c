import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { cookieHeader, verdictOf } from '../../../support/auth-answer.js';
import { PAGE_LOAD } from '../../../support/browser.js';
import { MINUTE } from '../../../support/clock.js';
import { setEnvironment } from '../../../support/environment.js';
import { closeApps } from '../../../support/running-app.js';
import { recordingLogger, startWho } from '../../../support/who-app.js';

const HOUR = 60 * MINUTE;

let logger: ReturnType<typeof recordingLogger>;
/** The offset of Clerk's clock to this machine's, in milliseconds. */
let ahead: number;
const now = () => Date.now() + ahead;
const instances: { development?: LocalClerk; production?: LocalClerk } = {};

beforeAll(async () => {
  setEnvironment({});
  const users = [{ id: 'user_alice' }];
  instances.development = await LocalClerk.create({ users, now });
  instances.production = await LocalClerk.create({ users, now, instanceType: 'production' });
});
beforeEach(() => {
  ahead = 0;
  logger = recordingLogger();
});
afterAll(closeApps);

/** Returns from a handshake that has just signed the browser in. */
async function comeBack(instanceType: 'development' | 'production') {
  const local = instances[instanceType]!;
  const session = await local.issueSessionToken({ userId: 'user_alice' });
  const token = await local.signJwt({ handshake: [`__session=${session}`] });
  const app = await startWho({ ...local.keys, now: () => Date.now() }, logger);
  return app.get('/', { ...PAGE_LOAD, ...cookieHeader({ __clerk_handshake: token }) });
}

describe('wrong clock', () => {
  it.each([
    ['slow by an hour', HOUR, 'token-iat-in-the-future|token-not-active-yet'],
    ['fast by an hour', -HOUR, 'token-expired'],
    ['slow by almost a day', 24 * HOUR - 2 * MINUTE, 'token-iat-in-the-future|token-not-active-yet'],
    ['fast by almost a day', -24 * HOUR + 2 * MINUTE, 'token-expired'],
  ])('%s is tolerated after a handshake in development, with a warning', async (_what, difference, why) => {
    ahead = difference;

    const answer = await comeBack('development');

    expect(answer.status).toBe(307);
    expect(answer.headers['set-cookie']).toEqual([expect.stringMatching(/^__session=ey/)]);
    expect(verdictOf(answer).reason).toBeUndefined();
    expect(logger.warnings).toHaveLength(1);
    expect(logger.warnings[0]).toMatch(/clock of this machine is wrong/);
    expect(logger.warnings[0]).toMatch(new RegExp(why));
  });

  it('is not tolerated beyond a day, even in development', async () => {
    ahead = 24 * HOUR + 2 * MINUTE;

    const answer = await comeBack('development');

    expect(verdictOf(answer)).toMatchObject({ status: 'handshake', reason: 'dev-browser-missing' });
    expect(logger.warnings).toHaveLength(2);
  });

  it('is not tolerated in production', async () => {
    ahead = HOUR;

    const answer = await comeBack('production');

    expect(answer).toMatchObject({ status: 200, json: { userId: null } });
    expect(verdictOf(answer).reason).toBe('session-token-and-uat-missing');
    expect(logger.warnings).toEqual([expect.stringContaining('The session of a handshake was rejected')]);
  });
});
