import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { getAuth } from 'nest-clerk';
import type { SignedInAuth } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { MINUTE, stopClock } from '../../../support/clock.js';
import type { StoppedClock } from '../../../support/clock.js';
import { bearer, sessionCookie, startNestApp } from '../../../support/nest-app.js';
import { closeApps } from '../../../support/running-app.js';

let local: LocalClerk;
let clock: StoppedClock;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});

beforeEach(() => {
  clock = stopClock();
});

afterEach(async () => {
  jest.restoreAllMocks();
  await closeApps();
});

function issueToken(): Promise<string> {
  return local.issueSessionToken({
    userId: 'user_alice',
    orgId: 'org_acme',
    orgRole: 'org:member',
    orgPermissions: ['org:invoices:read'],
    factorVerificationAge: [90, 90],
    actor: { sub: 'user_support' },
    authorizedParty: 'https://app.example.com',
    claims: { metadata: { plan: { name: 'free' } } },
  });
}

/** The changes that a careless or hostile handler may make to its objects. */
function vandalize(auth: SignedInAuth): void {
  auth.orgPermissions?.push('org:invoices:delete');
  Object.assign(auth.actor!, { sub: 'user_mallory' });
  auth.factorVerificationAge?.fill(0);
  Object.assign((auth.sessionClaims.metadata as { plan: object }).plan, { name: 'enterprise' });
  Object.assign(auth.sessionClaims.o as object, { rol: 'admin' });
  Object.assign(auth.sessionClaims, { sub: 'user_mallory', fea: 'o:everything' });
  Object.assign(auth, { userId: 'user_mallory', orgRole: 'org:admin', isAuthenticated: false });
}

describe('session token that is sent again', () => {
  it.each([
    ['in the header', bearer],
    ['in the cookie', sessionCookie],
  ])('%s has an auth object without the changes of an earlier handler', async (_carrier, carry) => {
    const app = await startNestApp(local.keys, {
      answer: request => {
        const auth = getAuth(request);
        if (!auth.isAuthenticated) return { reason: 'signed out' };
        const asFound = JSON.parse(JSON.stringify(auth)) as object;
        const answers = [
          auth.has({ permission: 'org:invoices:delete' }),
          auth.has({ reverification: 'strict' }),
          auth.has({ role: 'org:admin' }),
          auth.has({ feature: 'everything' }),
        ];
        vandalize(auth);
        return { asFound, answers };
      },
    });
    const headers = carry(await issueToken());

    const first = await app.get('/', headers);
    const later = await Promise.all([1, 2, 3].map(() => app.get('/', headers)));

    expect(first.json).toMatchObject({
      asFound: { userId: 'user_alice', orgRole: 'org:member', orgPermissions: ['org:invoices:read'] },
      answers: [false, false, false, false],
    });
    for (const { json } of later) expect(json).toEqual(first.json);
  });

  it('has a separate auth object in every request, and one per request', async () => {
    const objects: object[] = [];
    const app = await startNestApp(local.keys, {
      answer: request => {
        objects.push(getAuth(request));
        return { isSame: getAuth(request) === getAuth(request) };
      },
    });
    const headers = bearer(await issueToken());

    const answers = await Promise.all([1, 2, 3].map(() => app.get('/', headers)));

    expect(answers.map(({ json }) => json)).toEqual(Array(3).fill({ isSame: true }));
    expect(new Set(objects).size).toBe(3);
  });

  it('must meet the requirements of each application', async () => {
    const app = await startNestApp(local.keys);
    const ofOtherParties = await startNestApp({
      ...local.keys,
      authorizedParties: ['https://other.example'],
    });
    const ofOtherIssuer = await startNestApp({ ...local.keys, issuer: 'https://clerk.other.example' });
    const headers = bearer(await issueToken());

    expect((await app.get('/', headers)).json.userId).toBe('user_alice');
    expect((await ofOtherParties.get('/', headers)).json.userId).toBeNull();
    expect((await ofOtherIssuer.get('/', headers)).json.userId).toBeNull();
    expect((await app.get('/', headers)).json.userId).toBe('user_alice');
  });

  it('is rejected as soon as it expires', async () => {
    const app = await startNestApp(local.keys);
    const headers = bearer(await issueToken());

    const verdicts: unknown[] = [];
    for (const milliseconds of [0, MINUTE, 4999, 1, MINUTE]) {
      clock.advance(milliseconds);
      verdicts.push((await app.get('/', headers)).json.userId);
    }

    expect(verdicts).toEqual(['user_alice', 'user_alice', 'user_alice', null, null]);
  });

  it('does not sign in a token that differs in one character', async () => {
    const app = await startNestApp(local.keys);
    const token = await issueToken();
    expect((await app.get('/', bearer(token))).json.userId).toBe('user_alice');

    for (const index of [0, 20, token.indexOf('.') + 5, token.lastIndexOf('.') + 5, token.length - 1]) {
      const other = token.slice(0, index) + (token[index] === 'A' ? 'Q' : 'A') + token.slice(index + 1);
      expect([index, (await app.get('/', bearer(other))).json.userId]).toEqual([index, null]);
    }
  });
});
