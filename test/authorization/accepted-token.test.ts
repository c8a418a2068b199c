import {
  authenticatedMachineObject as referenceMachineObject,
  getAuthObjectForAcceptedToken,
  unauthenticatedMachineObject as referenceUnauthenticated,
} from '@clerk/backend/internal';
import { describe, expect, it } from '@jest/globals';

import { authObjectForAcceptedToken, isTokenTypeAccepted } from '../../lib/authorization/accepted-token.js';
import type { AuthObject } from '../../lib/authorization/auth-object.js';
import {
  authenticatedMachineObject,
  invalidTokenAuthObject,
  unauthenticatedMachineObject,
} from '../../lib/authorization/machine-auth-object.js';
import { signedOutAuthObject } from '../../lib/authorization/session-auth-object.js';
import type { AcceptedTokens, MachineTokenType } from '../../lib/tokens/token-type.js';
import { authObjectOf } from './support.js';

const MACHINE_TOKEN_TYPES: MachineTokenType[] = ['api_key', 'm2m_token', 'oauth_token'];
const VERIFIED = {
  id: 'id_1',
  subject: 'org_acme',
  scopes: ['read'],
  claims: { plan: 'pro' },
  name: 'CI',
  clientId: 'client_1',
};
const noDebug = () => ({});

/** The comparable part of an auth object. */
function data(auth: object): unknown {
  return JSON.parse(JSON.stringify(auth));
}

const AUTH_OBJECTS: [string, AuthObject][] = [
  ['a signed-in user', authObjectOf({ sub: 'user_alice', sid: 'sess_1' })],
  ['a signed-out request', signedOutAuthObject(noDebug)],
  ['a token of a rejected type', invalidTokenAuthObject()],
  ...MACHINE_TOKEN_TYPES.flatMap((type): [string, AuthObject][] => [
    [`a program with ${type}`, authenticatedMachineObject(type, 'token', VERIFIED, noDebug)],
    [`a rejected ${type}`, unauthenticatedMachineObject(type, noDebug)],
  ]),
];

describe('acceptsToken', () => {
  const accepted: AcceptedTokens[] = [
    'any',
    'session_token',
    ...MACHINE_TOKEN_TYPES,
    ['session_token', 'api_key'],
    ['m2m_token', 'oauth_token'],
    [],
  ];

  it.each(AUTH_OBJECTS)('turns %s into the auth object of @clerk/backend', (_who, authObject) => {
    for (const acceptsToken of accepted) {
      const reference = getAuthObjectForAcceptedToken({
        authObject: authObject as never,
        acceptsToken: acceptsToken as never,
      });
      expect([acceptsToken, data(authObjectForAcceptedToken(authObject, acceptsToken))]).toEqual([
        acceptsToken,
        data(reference),
      ]);
    }
  });

  it.each([
    ['session_token', 'any', true],
    ['api_key', 'any', true],
    [null, 'any', false],
    ['api_key', 'api_key', true],
    ['api_key', 'session_token', false],
    ['api_key', ['session_token', 'api_key'], true],
    ['api_key', [], false],
    [null, ['session_token'], false],
  ] as const)('for the token type %j, with acceptsToken %j: %j', (type, acceptsToken, isAccepted) => {
    expect(isTokenTypeAccepted(type, acceptsToken)).toBe(isAccepted);
  });
});

describe.each(MACHINE_TOKEN_TYPES)('auth object of a %s', type => {
  it.each(['user_alice', 'org_acme', 'mch_1'])(
    'has the fields of @clerk/backend for the subject %s',
    async subject => {
      const verified = { ...VERIFIED, subject };
      const auth = authenticatedMachineObject(type, 'the-token', verified, noDebug);

      expect(data(auth)).toEqual(data(referenceMachineObject(type, 'the-token', verified as never)));
      expect(await auth.getToken()).toBe('the-token');
      expect(auth.has({ role: 'org:admin' })).toBe(false);
    },
  );

  it('has the same fields without values if the token is rejected', async () => {
    const auth = unauthenticatedMachineObject(type, noDebug);

    expect(data(auth)).toEqual(data(referenceUnauthenticated(type)));
    expect(await auth.getToken()).toBeNull();
    expect(auth.has({ role: 'org:admin' })).toBe(false);
  });
});
