import { beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt as referenceDecodeJwt } from '@clerk/backend/jwt';
import fc from 'fast-check';
import { LocalClerk } from 'nest-clerk/testing';

import type { DecodedJwt } from '../../lib/tokens/jwt.js';
import { copyOfClaims, decodeJwt, isRejection } from '../../lib/tokens/jwt.js';

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const HEADER = part({ alg: 'RS256' });
const PAYLOAD = part({ sub: 'user_alice' });

const BYTE_ORDER_MARK = Buffer.from('efbbbf', 'hex');

/** A byte order mark, two of them, and a byte that is not UTF-8. */
const BYTES_BEFORE_JSON = fc.constantFrom(
  ...['efbbbf', 'efbbbfefbbbf', 'feff', 'ff'].map(hex => Buffer.from(hex, 'hex')),
);

function encodedBytes(...contents: (string | Uint8Array)[]): string {
  return Buffer.concat(contents.map(content => Buffer.from(content as Uint8Array))).toString('base64url');
}

let token: string;

beforeAll(async () => {
  const local = await LocalClerk.create();
  token = await local.signJwt({ sub: 'user_alice', name: 'Zoë 🦊' });
});

describe('decodeJwt', () => {
  it('splits a token into its parts', () => {
    const jwt = decodeJwt(token);

    if (isRejection(jwt)) throw new Error(jwt.message);
    expect(jwt.header).toMatchObject({ alg: 'RS256', typ: 'JWT' });
    expect(jwt.claims).toEqual({ sub: 'user_alice', name: 'Zoë 🦊' });
    expect(copyOfClaims(jwt)).toEqual(jwt.claims);
    expect(copyOfClaims(jwt)).not.toBe(jwt.claims);
  });

  it.each(['', 'a', 'a.b', 'a.b.c.d', '...', 'Basic'])(
    'rejects %j because it does not have three parts',
    text => {
      expect(decodeJwt(text)).toMatchObject({
        reason: 'token-invalid',
        message: expect.stringContaining('three parts'),
      });
    },
  );

  it.each(['undefined', 'null', '[object Object]', '[object Promise]'])(
    'rejects "%s" with the hint that the frontend must await getToken()',
    text => {
      expect(decodeJwt(text)).toMatchObject({
        reason: 'token-invalid',
        action: expect.stringMatching(/await/i),
      });
    },
  );

  it.each([
    ['empty parts', '..'],
    ['a header that is not JSON', `${Buffer.from('{').toString('base64url')}.${PAYLOAD}.AA`],
    ['a payload that is not JSON', `${HEADER}.${Buffer.from('{"sub"').toString('base64url')}.AA`],
    ['a signature that is not base64url', `${HEADER}.${PAYLOAD}.A!A`],
    ['base64 with + and /', `${HEADER}.${PAYLOAD}.+/+/`],
    ['white space inside a part', `${HEADER}.${PAYLOAD}.AA AA`],
    ['padding before the end of a part', `${HEADER}.${PAYLOAD}.AA==AA`],
    ['padding alone', `${HEADER}.${PAYLOAD}.==`],
    ['one character too many for whole bytes', `${HEADER}.${PAYLOAD}.AAAAA`],
    ['unused bits after the last byte', `${HEADER}.${PAYLOAD}.AB`],
    ['null as the header', `${part(null)}.${PAYLOAD}.AA`],
    ['null as the payload', `${HEADER}.${part(null)}.AA`],
  ])('rejects %s', (_what, text) => {
    expect(decodeJwt(text)).toMatchObject({ reason: 'token-invalid' });
  });

  it.each([
    [`${HEADER}=`, PAYLOAD, 'AAAA'],
    [`${HEADER}==`, PAYLOAD, 'AAAA'],
    [HEADER, `${PAYLOAD}=`, 'AAAA'],
    [HEADER, `${PAYLOAD}==`, 'AAAA'],
    [HEADER, PAYLOAD, 'AA=='],
    [HEADER, PAYLOAD, 'AAA='],
    [HEADER, PAYLOAD, 'AAAA='],
  ])('rejects padding, which @clerk/backend ignores (RFC 7515, section 2): %s.%s.%s', (...parts) => {
    const unpadded = parts.join('.').replaceAll('=', '');

    expect(isRejection(decodeJwt(unpadded))).toBe(false);
    expect(decodeJwt(parts.join('.'))).toMatchObject({ reason: 'token-invalid' });
  });

  it.each([
    ['a byte order mark', encodedBytes(BYTE_ORDER_MARK, '{"sub":"user_alice"}'), { sub: 'user_alice' }],
    ['a byte that is not UTF-8', encodedBytes('{"sub":"', Buffer.of(0xff), '"}'), { sub: '\ufffd' }],
    ['an incomplete character', encodedBytes('{"sub":"', Buffer.of(0xc3), '"}'), { sub: '\ufffd' }],
    ['an array', part(['user_alice']), ['user_alice']],
    ['a number', part(0), 0],
  ])('decodes %s in the payload as @clerk/backend does, repeatedly', (_what, payload, claims) => {
    const jwt = decodeJwt(`${HEADER}.${payload}.AAAA`);

    if (isRejection(jwt)) throw new Error(jwt.message);
    expect(jwt.claims).toEqual(claims);
    expect(copyOfClaims(jwt)).toEqual(claims);
    expect(referenceAnswer(`${HEADER}.${payload}.AAAA`)?.payload).toEqual(claims);
  });

  it.each([
    ['a byte order mark', encodedBytes(BYTE_ORDER_MARK, '{"alg":"RS256"}'), { alg: 'RS256' }],
    ['a byte that is not UTF-8', encodedBytes('{"alg":"', Buffer.of(0xff), '"}'), { alg: '\ufffd' }],
  ])('decodes %s in the header as @clerk/backend does', (_what, encodedHeader, header) => {
    expect(decodeJwt(`${encodedHeader}.${PAYLOAD}.AAAA`)).toMatchObject({ header });
    expect(referenceAnswer(`${encodedHeader}.${PAYLOAD}.AAAA`)?.header).toEqual(header);
  });

  it('rejects invalid UTF-8 before the JSON and a second byte order mark', () => {
    for (const payload of [
      encodedBytes(Buffer.of(0xff), '{}'),
      encodedBytes(BYTE_ORDER_MARK, BYTE_ORDER_MARK, '{}'),
    ]) {
      expect(decodeJwt(`${HEADER}.${payload}.AAAA`)).toMatchObject({ reason: 'token-invalid' });
    }
  });

  it('rejects unused bits as another form of the same signature', () => {
    // The last character of a 256-byte signature has four unused bits.
    const spellings = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].map(
      last => token.slice(0, -1) + last,
    );
    const signatures = spellings
      .filter(text => !isRejection(decodeJwt(text)))
      .map(text => Buffer.from(text.slice(text.lastIndexOf('.') + 1), 'base64url').toString('hex'));

    expect(signatures.length).toBeGreaterThan(0);
    expect(signatures.length).toBe(new Set(signatures).size);
  });

  it('throws only typed errors and accepts the tokens of @clerk/backend without padding', () => {
    const json = fc.oneof(fc.json(), fc.constantFrom('null', '{}', '[]', '5', '"text"', '{', ''));
    const encodedPart = fc.oneof(
      json.map(text => Buffer.from(text).toString('base64url')),
      json.map(text => Buffer.from(text).toString('base64')),
      fc.tuple(BYTES_BEFORE_JSON, json).map(([bytes, text]) => encodedBytes(bytes, text)),
      fc.uint8Array({ maxLength: 4 }).map(bytes => encodedBytes('{"sub":"', bytes, '"}')),
      fc.base64String({ maxLength: 12 }),
      fc.string({ maxLength: 6 }),
    );
    const text = fc.oneof(
      fc.array(encodedPart, { minLength: 2, maxLength: 4 }).map(parts => parts.join('.')),
      fc.tuple(fc.nat(token.length), fc.string({ maxLength: 2 })).map(([at, inserted]) => {
        return token.slice(0, at) + inserted + token.slice(at + 1);
      }),
    );

    fc.assert(
      fc.property(text, candidate => {
        const ours = decodeJwt(candidate);
        const reference = referenceAnswer(candidate);
        // A header or payload that is null would make the reference fail later on.
        const isNull = reference?.header === null || reference?.payload === null;
        if (reference === undefined || isNull || candidate.includes('=')) {
          expect(ours).toMatchObject({ reason: 'token-invalid' });
        } else {
          expect(ours).toMatchObject({ header: reference.header, claims: reference.payload });
          expect(copyOfClaims(ours as DecodedJwt)).toEqual(reference.payload);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** The exported `decodeJwt()` throws for rejected tokens. */
function referenceAnswer(candidate: string): { header: unknown; payload: unknown } | undefined {
  try {
    return referenceDecodeJwt(candidate);
  } catch {
    return undefined;
  }
}
