import { generateKeyPairSync, sign } from 'node:crypto';

import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';

import { authenticate } from '../../lib/authentication/authenticate.js';
import type { AuthenticationResult } from '../../lib/authentication/authentication-result.js';
import { rememberedSession } from '../../lib/authentication/remembered-session.js';
import { createInstance } from '../../lib/instance/create-instance.js';
import type { InstanceOptions } from '../../lib/instance/options.js';
import { isRejection } from '../../lib/tokens/jwt.js';
import { JwtCategory } from '../../lib/tokens/jwt-category.js';
import { SECOND, stopClock } from '../support/clock.js';
import type { StoppedClock } from '../support/clock.js';
import { forgeJwt, part } from '../support/forge.js';
import { incomingRequest } from './support.js';

const KEYS = [0, 1].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }));
const PARTY = 'https://a.example.com';

let clock: StoppedClock;

beforeEach(() => {
  clock = stopClock();
});

afterEach(() => {
  jest.restoreAllMocks();
});

it('is what authenticate() returns, whatever came before, for 20,000 requests', () => {
  const start = clock.now;
  const instances = makeInstances();
  const tokens = makeTokens(start / SECOND);
  const form = fc.constantFrom(
    ...['Bearer ', 'Bearer ', 'Bearer ', 'bearer ', 'Bearer  ', '', 'Basic ', ' Bearer '].map(scheme => ({
      scheme,
      end: '',
    })),
    { scheme: 'Bearer ', end: ' more' },
  );
  const step = fc.record({
    token: fc.constantFrom(...tokens),
    form,
    instance: fc.constantFrom(...instances),
    advance: fc.constantFrom(0, 0, 0, 0, 0, 1, 20),
    isFullPathFirst: fc.boolean(),
  });
  const found = { signedIn: 0, left: 0 };

  const run = fc.array(step, { minLength: 200, maxLength: 200, size: 'max' });
  fc.assert(
    fc.property(run, steps => {
      clock.set(start);
      for (const { token, form, instance, advance, isFullPathFirst } of steps) {
        clock.advance(advance * SECOND);
        // A request has a string object of its own each time.
        const authorization = Buffer.from(form.scheme + token + form.end, 'latin1').toString('latin1');
        const request = incomingRequest({ headers: { host: 'shop.example', authorization } });
        const before = isFullPathFirst ? synchronous(authenticate(request, instance, 'any')) : undefined;
        const remembered = rememberedSession(request, instance);
        if (remembered === undefined) found.left++;
        else {
          found.signedIn++;
          const full = before ?? synchronous(authenticate(request, instance, 'any'));
          expect(seenFrom(remembered)).toEqual(seenFrom(full));
        }
        if (!before) void authenticate(request, instance, 'any');
      }
    }),
    { numRuns: 100 },
  );

  expect(found.signedIn).toBeGreaterThan(1000);
  expect(found.left).toBeGreaterThan(1000);
});

it.each([
  ['a machine-to-machine token', { cat: JwtCategory.M2MToken }, { sub: 'mch_1' }],
  ['an OAuth access token', { typ: 'at+jwt' }, {}],
  ['a token of a JWT template', { cat: JwtCategory.JwtTemplate }, {}],
  [
    'a token with malformed compact claims',
    {},
    { v: 2, o: { id: 'org_1', per: 'read', fpm: 1 }, fea: 'o:a' },
  ],
])('leaves %s to authenticate(), also if its signature was verified', (_, header, claims) => {
  const [instance] = makeInstances();
  const token = signed(0, header, { ...usualClaims(clock.now / SECOND), ...claims });
  const candidate = instance!.verifier.decode(token);
  if (isRejection(candidate)) throw new Error(candidate.message);
  void instance!.verifier.verify(candidate, { headerType: ['JWT', 'at+jwt'] });
  expect(instance!.verifier.findInHeader(`Bearer ${token}`)).toBeDefined();

  const request = incomingRequest({ headers: { authorization: `Bearer ${token}` } });
  expect(rememberedSession(request, instance!)).toBeUndefined();
});

it('leaves a request to authenticate() if the clock of the application fails', () => {
  const [options] = makeOptions();
  let isBroken = false;
  const now = () => {
    if (isBroken) throw new Error('no time');
    return clock.now;
  };
  const instance = createInstance({ ...options!, now }, { warn: () => undefined, debug: () => undefined });
  const authorization = `Bearer ${signed(0, {}, usualClaims(clock.now / SECOND))}`;
  const request = incomingRequest({ headers: { authorization } });
  expect(synchronous(authenticate(request, instance, 'any')).status).toBe('signed-in');
  expect(rememberedSession(request, instance)?.status).toBe('signed-in');

  isBroken = true;
  expect(rememberedSession(request, instance)).toBeUndefined();
});

/** Two configurations of one Clerk instance, and another instance with the same key id. */
function makeOptions(): InstanceOptions[] {
  const [first, second] = KEYS.map(({ publicKey }) =>
    publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  );
  const keysOf = (name: string, jwtKey: string): InstanceOptions => ({
    publishableKey: `pk_live_${Buffer.from(`clerk.${name}.example$`).toString('base64')}`,
    secretKey: `sk_live_${name}`,
    jwtKey,
  });
  return [
    keysOf('first', first!),
    { ...keysOf('first', first!), authorizedParties: [PARTY], clockSkewInMs: 0 },
    keysOf('second', second!),
  ];
}

function makeInstances() {
  return makeOptions().map(options =>
    createInstance(options, { warn: () => undefined, debug: () => undefined }),
  );
}

function makeTokens(now: number): string[] {
  const usual = usualClaims(now);
  const tokens = [0, 1].flatMap(key => [
    signed(key, {}, usual),
    signed(key, {}, { ...usual, sub: 'user_bob', exp: now + 30 }),
    signed(key, {}, { ...usual, azp: 'https://b.example.com' }),
    signed(key, {}, { ...usual, sts: 'pending' }),
    signed(key, {}, { ...usual, nbf: now + 20 }),
    signed(
      key,
      {},
      { ...usual, v: 2, o: { id: 'org_1', rol: 'admin', slg: 'a', per: 'read', fpm: '1' }, fea: 'o:a' },
    ),
  ]);
  // Other claims with a signature that may be remembered: the same end, another token.
  const [header, , signature] = tokens[0]!.split('.');
  const forged = `${header}.${part({ ...usual, sub: 'user_mallory' })}.${signature}`;
  return [...tokens, forged, tokens[0]!.slice(1), 'opaque'];
}

function usualClaims(now: number): object {
  return {
    azp: PARTY,
    exp: now + 300,
    fva: [5, -1],
    iat: now,
    iss: 'https://clerk.first.example',
    sid: 'sess_1',
    sts: 'active',
    sub: 'user_alice',
    v: 2,
  };
}

function signed(key: number, header: object, claims: object): string {
  return forgeJwt({ alg: 'RS256', kid: 'ins_1', typ: 'JWT', ...header }, claims, signedPart =>
    sign('sha256', Buffer.from(signedPart), KEYS[key]!.privateKey),
  );
}

function synchronous(result: AuthenticationResult | Promise<AuthenticationResult>): AuthenticationResult {
  if (result instanceof Promise) throw new Error('not expected');
  return result;
}

/** What the rest of the package and an application see of a result. */
function seenFrom(result: AuthenticationResult) {
  const { status, reason, message, tokenType, token, headers } = result;
  const auths = [undefined, { treatPendingAsSignedOut: false }].map(options => {
    const { has: _has, getToken: _getToken, debug, ...fields } = result.toAuth(options)!;
    return { ...fields, debug: debug() };
  });
  return { status, reason, message, tokenType, token, headers, auths };
}
