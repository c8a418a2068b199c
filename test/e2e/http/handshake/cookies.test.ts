import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { SessionTokenOptions } from 'nest-clerk/testing';

import { cookieHeader, verdictOf } from '../../../support/auth-answer.js';
import { SECOND, stopClock } from '../../../support/clock.js';
import { setEnvironment } from '../../../support/environment.js';
import { closeApps } from '../../../support/running-app.js';
import type { RunningApp } from '../../../support/running-app.js';
import { startWho } from '../../../support/who-app.js';

import { cookieSuffix } from '../../../../lib/authentication/publishable-key.js';

const USERS = [{ id: 'user_plain' }, { id: 'user_suffixed' }];

interface Subject {
  local: LocalClerk;
  app: RunningApp;
}

let shop: Subject;
let forum: Subject;
let sandbox: Subject;
let now: number;

beforeAll(async () => {
  setEnvironment({});
  const start = async (instanceType: 'development' | 'production'): Promise<Subject> => {
    const local = await LocalClerk.create({ instanceType, users: USERS });
    return { local, app: await startWho({ ...local.keys, jwtKey: local.jwtKey }) };
  };
  shop = await start('production');
  forum = await start('production');
  sandbox = await start('development');
});
beforeEach(() => {
  now = stopClock().now / SECOND;
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(closeApps);

/** A token of the user who is named after its cookie. */
function issue({ local }: Subject, cookie: 'plain' | 'suffixed', options: Partial<SessionTokenOptions> = {}) {
  return local.issueSessionToken({ userId: `user_${cookie}`, ...options });
}

/** The name of a cookie with the suffix of the instance. */
function own({ local }: Subject, name: string): string {
  return `${name}_${cookieSuffix(local.publishableKey)}`;
}

/** The user whom an application identifies. */
async function who({ app }: Subject, cookies: Record<string, string | number | undefined>) {
  const { json } = await app.get('/', cookieHeader(cookies));
  return json.userId;
}

describe('two Clerk applications on one domain', () => {
  it('each read their own session, with the plain cookies of either', async () => {
    const shopToken = await issue(shop, 'suffixed');
    const forumToken = await issue(forum, 'suffixed');
    const cookies = {
      [own(shop, '__session')]: shopToken,
      [own(shop, '__client_uat')]: now,
      [own(forum, '__session')]: forumToken,
      [own(forum, '__client_uat')]: now,
      __client_uat: now,
    };

    for (const { local } of [shop, forum]) {
      const __session = await local.issueSessionToken({ userId: 'user_plain', claims: { iat: now - 1 } });
      expect(await who(shop, { ...cookies, __session })).toBe('user_suffixed');
      expect(await who(forum, { ...cookies, __session })).toBe('user_suffixed');
    }
  });

  it('one has no session if only the other has one', async () => {
    const { app } = shop;
    const __session = await issue(forum, 'plain');

    const answer = await app.get('/', cookieHeader({ __session, __client_uat: now }));

    expect(answer.json.userId).toBeNull();
    expect(verdictOf(answer).reason).toBe('session-token-and-uat-missing');
  });
});

describe('plain cookies are used', () => {
  it('without suffixed cookies', async () => {
    expect(await who(shop, { __session: await issue(shop, 'plain'), __client_uat: now })).toBe('user_plain');
  });

  it('if their token is newer, written by an old clerk-js', async () => {
    const cookies = {
      __session: await issue(shop, 'plain'),
      __client_uat: now - 60,
      [own(shop, '__session')]: await issue(shop, 'suffixed', { claims: { iat: now - 1 } }),
      [own(shop, '__client_uat')]: now - 60,
    };
    expect(await who(shop, cookies)).toBe('user_plain');
  });

  it('if the suffixed ones say signed out and the plain ones do not', async () => {
    const cookies = {
      __session: await issue(shop, 'plain'),
      __client_uat: now,
      [own(shop, '__session')]: await issue(shop, 'suffixed'),
      [own(shop, '__client_uat')]: 0,
    };
    expect(await who(shop, cookies)).toBe('user_plain');
  });

  it('if the suffixed ones have a session without __client_uat: the Frontend API has suffixes disabled', async () => {
    const cookies = {
      __session: await issue(shop, 'plain', { claims: { iat: now - 1 } }),
      __client_uat: now - 60,
      [own(shop, '__session')]: await issue(shop, 'suffixed'),
    };
    expect(await who(shop, cookies)).toBe('user_plain');
  });

  it('if their token has no issuer: the result is signed out without a handshake', async () => {
    const cookies = {
      __session: 'garbage',
      __client_uat: now,
      [own(shop, '__session')]: await issue(shop, 'suffixed'),
      [own(shop, '__client_uat')]: now,
    };

    const answer = await shop.app.get('/', cookieHeader(cookies));

    expect(verdictOf(answer)).toMatchObject({ status: 'signed-out', reason: 'token-invalid' });
  });

  it('in development, if they say signed out and the suffixed token has expired', async () => {
    const cookies = {
      __clerk_db_jwt: 'dvb_1',
      __client_uat: 0,
      [own(sandbox, '__session')]: await issue(sandbox, 'suffixed', { expiresIn: 0 }),
      [own(sandbox, '__client_uat')]: now - 120,
      [own(sandbox, '__clerk_db_jwt')]: 'dvb_1',
    };

    const answer = await sandbox.app.get('/', cookieHeader(cookies));

    expect(verdictOf(answer).reason).toBe('session-token-and-uat-missing');
  });
});

describe('suffixed cookies are used', () => {
  it('if both are equally old', async () => {
    const cookies = {
      __session: await issue(shop, 'plain'),
      __client_uat: now,
      [own(shop, '__session')]: await issue(shop, 'suffixed'),
      [own(shop, '__client_uat')]: now,
    };
    expect(await who(shop, cookies)).toBe('user_suffixed');
  });

  it('if both say signed out', async () => {
    const { app } = shop;
    const cookies = { __client_uat: 0, [own(shop, '__client_uat')]: 0 };

    expect(verdictOf(await app.get('/', cookieHeader(cookies))).reason).toBe('session-token-and-uat-missing');
  });

  it('in production, if the plain ones say signed out', async () => {
    const cookies = {
      __client_uat: 0,
      [own(shop, '__session')]: await issue(shop, 'suffixed'),
      [own(shop, '__client_uat')]: now,
    };
    expect(await who(shop, cookies)).toBe('user_suffixed');
  });

  it('in production even with an expired token, because the Frontend API wrote their __client_uat', async () => {
    const cookies = {
      __client_uat: 0,
      [own(shop, '__session')]: await issue(shop, 'suffixed', { expiresIn: -60 }),
      [own(shop, '__client_uat')]: now - 120,
    };

    expect(verdictOf(await shop.app.get('/', cookieHeader(cookies))).reason).toMatch(
      /^session-token-expired-/,
    );
  });
});

describe('cookie', () => {
  it('is decoded after the header is split, so a semicolon in a value starts no new cookie', async () => {
    const { app } = shop;
    const forged = `theirs=1%3B%20__session%3D${await issue(shop, 'plain')}; __client_uat=${now}`;

    expect((await app.get('/', { cookie: forged })).json.userId).toBeNull();
  });

  it('may be percent-encoded', async () => {
    const __session = (await issue(shop, 'plain')).replaceAll('.', '%2E');

    expect(await who(shop, { __session, __client_uat: now })).toBe('user_plain');
  });
});
