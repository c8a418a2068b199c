import { describe, expect, it } from '@jest/globals';
import { isMachineTokenByPrefix } from '@clerk/backend/internal';

import { decodeJwt, isRejection } from '../../lib/tokens/jwt.js';
import type { DecodedJwt } from '../../lib/tokens/jwt.js';
import { isOtherThanM2MToken, isOtherThanSessionToken } from '../../lib/tokens/jwt-category.js';
import { machineJwtType, opaqueMachineTokenType } from '../../lib/tokens/machine-token.js';

function unsigned(header: object, claims: object): DecodedJwt {
  const parts = [header, claims].map(value => Buffer.from(JSON.stringify(value)).toString('base64url'));
  const jwt = decodeJwt(`${parts.join('.')}.AAAA`);
  if (isRejection(jwt)) throw new Error(jwt.message);
  return jwt;
}

describe('category of a JWT (cat)', () => {
  it.each([
    ['a session token', 'cl_B7d4PD111AAA', { session: true, m2m: false }],
    ['a token of a JWT template', 'cl_B7d4PD222AAA', { session: false, m2m: false }],
    ['an M2M token', 'cl_B7d4PD333AAA', { session: false, m2m: true }],
    ['any type, if the instance sets no category', 'cl_I7d4PD111III', { session: true, m2m: false }],
    ['any type, for a token without a category', undefined, { session: true, m2m: true }],
    ['an unknown type', 'cl_B7d4PD444AAA', { session: false, m2m: false }],
    ['nothing', null, { session: false, m2m: false }],
    ['nothing', '', { session: false, m2m: false }],
    ['nothing', ['cl_B7d4PD111AAA'], { session: false, m2m: false }],
  ])('identifies %s: %j', (_kind, cat, may) => {
    const jwt = unsigned({ alg: 'RS256', cat }, {});

    expect({ session: !isOtherThanSessionToken(jwt), m2m: !isOtherThanM2MToken(jwt) }).toEqual(may);
  });
});

describe('machine token', () => {
  it.each([
    ['mt_abc', 'm2m_token'],
    ['oat_abc', 'oauth_token'],
    ['ak_abc', 'api_key'],
    ['AK_abc', undefined],
    ['sk_test_abc', undefined],
    [' ak_abc', undefined],
    ['', undefined],
  ])('that is opaque is recognized by its prefix: %j', (token, type) => {
    expect(opaqueMachineTokenType(token)).toBe(type);
    expect(isMachineTokenByPrefix(token)).toBe(type !== undefined);
  });

  it.each([
    ['the subject of a machine', { typ: 'JWT' }, { sub: 'mch_1' }, 'm2m_token'],
    ['the type of an access token', { typ: 'at+jwt' }, { sub: 'user_1' }, 'oauth_token'],
    [
      'the full media type of an access token',
      { typ: 'application/at+jwt' },
      { sub: 'user_1' },
      'oauth_token',
    ],
    ['both', { typ: 'at+jwt' }, { sub: 'mch_1' }, 'm2m_token'],
    ['the subject of a user', { typ: 'JWT' }, { sub: 'user_1' }, undefined],
    ['a type in an array', { typ: ['at+jwt'] }, { sub: 'user_1' }, undefined],
    ['a subject in an array', { typ: 'JWT' }, { sub: ['mch_1'] }, undefined],
    ['neither', {}, {}, undefined],
  ])('that is a JWT is classified with %s', (_what, header, claims, type) => {
    expect(machineJwtType(unsigned(header, claims))).toBe(type);
  });
});
