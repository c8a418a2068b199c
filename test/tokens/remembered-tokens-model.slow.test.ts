import { generateKeyPairSync, sign } from 'node:crypto';

import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';

import { isRejection } from '../../lib/tokens/jwt.js';
import type { KeySource } from '../../lib/tokens/key-source.js';
import { signingKeyFromPem } from '../../lib/tokens/signing-key.js';
import type { SigningKey } from '../../lib/tokens/signing-key.js';
import { TokenVerifier } from '../../lib/tokens/token-verifier.js';
import { SECOND, stopClock } from '../support/clock.js';
import type { StoppedClock } from '../support/clock.js';
import { forgeJwt, part } from '../support/forge.js';

const STEPS = 100_000;
const STEPS_PER_RUN = 500;
const KEYS = [0, 1, 2].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }));
const PARTIES = ['https://a.example.com', 'https://b.example.com'];

interface Token {
  text: string;
  /** The key that signed it; -1 for a forgery with the end of another token. */
  key: number;
  sub: string;
  azp: string;
  exp: number;
}

/** Two instances with the same key id: each has one of the keys, or none after its key was removed. */
interface Instance {
  verifier: TokenVerifier;
  key: number | undefined;
}

let clock: StoppedClock;

beforeEach(() => {
  clock = stopClock();
});

afterEach(() => {
  jest.restoreAllMocks();
});

function makeTokens(now: number): Token[] {
  const tokens = Array.from({ length: 36 }, (_, n) => {
    const key = n % KEYS.length;
    const claims = { sub: `user_${n}`, azp: PARTIES[n % 2]!, exp: now / 1000 + 30 + n * 20 };
    const text = forgeJwt({ alg: 'RS256', kid: 'ins_1', typ: 'JWT' }, claims, signedPart =>
      sign('sha256', Buffer.from(signedPart), KEYS[key]!.privateKey),
    );
    return { text, key, ...claims };
  });
  // Other claims with a remembered signature: the same end, another token.
  const forged = tokens.slice(0, 12).map((token): Token => {
    const [header, , signature] = token.text.split('.');
    const claims = { sub: 'user_mallory', azp: token.azp, exp: token.exp + 3600 };
    return { text: `${header}.${part(claims)}.${signature}`, key: -1, ...claims };
  });
  return [...tokens, ...forged];
}

const step = fc.oneof(
  {
    weight: 50,
    arbitrary: fc.record({
      token: fc.nat(47),
      instance: fc.nat(1),
      party: fc.option(fc.constantFrom(...PARTIES), { nil: undefined }),
      clockSkewInMs: fc.constantFrom(0, 5000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ advance: fc.integer({ min: 1, max: 20 }) }) },
  { weight: 1, arbitrary: fc.record({ instance: fc.nat(1), key: fc.option(fc.nat(2), { nil: undefined }) }) },
);

it(`remembering tokens never changes a result, in ${STEPS} steps against a model`, () => {
  const start = clock.now;
  const tokens = makeTokens(start);
  const keys = KEYS.map(({ publicKey }) =>
    signingKeyFromPem(publicKey.export({ type: 'spki', format: 'pem' }).toString()),
  );
  const answers = { accepted: 0, rejected: 0 };

  const run = fc.array(step, { minLength: STEPS_PER_RUN, maxLength: STEPS_PER_RUN, size: 'max' });
  fc.assert(
    fc.property(run, steps => {
      clock.set(start);
      const instances = [0, 1].map(key => instanceWith(keys, key));
      for (const action of steps) {
        if ('advance' in action) clock.advance(action.advance * SECOND);
        else if ('key' in action) instances[action.instance]!.key = action.key;
        else {
          const token = tokens[action.token]!;
          const instance = instances[action.instance]!;
          const isAccepted =
            token.key === instance.key &&
            (action.party === undefined || action.party === token.azp) &&
            token.exp * SECOND > clock.now - action.clockSkewInMs;
          const claims = claimsOf(instance, token.text, action.party, action.clockSkewInMs);

          if (isAccepted) expect(claims).toEqual({ sub: token.sub, azp: token.azp, exp: token.exp });
          else expect(claims).toBeUndefined();
          answers[isAccepted ? 'accepted' : 'rejected']++;
        }
      }
    }),
    { numRuns: STEPS / STEPS_PER_RUN },
  );

  expect(answers.accepted).toBeGreaterThan(STEPS / 100);
  expect(answers.rejected).toBeGreaterThan(STEPS / 100);
}, 120_000);

function instanceWith(keys: SigningKey[], key: number): Instance {
  const instance: Instance = { key, verifier: undefined as never };
  const source: KeySource = {
    find: () =>
      instance.key === undefined ? { reason: 'jwk-kid-mismatch', message: 'removed' } : keys[instance.key],
    load: () => Promise.reject(new Error('not expected')),
    check: () => Promise.reject(new Error('not expected')),
  };
  instance.verifier = new TokenVerifier(source);
  return instance;
}

function claimsOf({ verifier }: Instance, text: string, party: string | undefined, clockSkewInMs: number) {
  // A request has a string object of its own each time.
  const header = Buffer.from(`Bearer ${text}`, 'latin1').toString('latin1');
  const candidate = verifier.decode(header.slice('Bearer '.length));
  expect([undefined, candidate]).toContain(verifier.findInHeader(header));
  if (isRejection(candidate)) return undefined;
  const jwt = verifier.verify(candidate, { authorizedParties: party ? [party] : undefined, clockSkewInMs });
  if (jwt instanceof Promise) throw new Error('not expected');
  return isRejection(jwt) ? undefined : jwt.claims;
}
