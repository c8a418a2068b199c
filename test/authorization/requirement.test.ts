import { isDeepStrictEqual } from 'node:util';

import { describe, expect, it } from '@jest/globals';

import type { AuthObject } from '../../lib/authorization/auth-object.js';
import { authenticatedMachineObject } from '../../lib/authorization/machine-auth-object.js';
import { compileRequirement } from '../../lib/authorization/requirement.js';
import { authObjectOf } from './support.js';

type State = 'right' | 'other' | 'absent' | 'malformed';
const STATES: readonly State[] = ['right', 'other', 'absent', 'malformed'];

/** Each requirement, and the claims in each state. */
const ASPECTS = {
  role: {
    asked: 'org:admin',
    claim: 'org_role',
    right: 'org:admin',
    other: 'org:member',
    malformed: ['org:admin'],
  },
  permission: {
    asked: 'org:invoices:read',
    claim: 'org_permissions',
    right: ['org:invoices:create', 'org:invoices:read'],
    other: ['org:invoices:reader'],
    malformed: 'org:invoices:read',
  },
  feature: { asked: 'invoicing', claim: 'fea', right: 'o:chat,o:invoicing', other: 'o:chat', malformed: 5 },
  plan: { asked: 'org:team', claim: 'pla', right: 'o:team', other: 'u:team', malformed: { o: 'team' } },
  reverification: { asked: 'strict', claim: 'fva', right: [3, 9], other: [3, 10], malformed: ['3', '9'] },
} as const;
type Aspect = keyof typeof ASPECTS;
const NAMES = Object.keys(ASPECTS) as Aspect[];

/** Every combination of one of each. */
function combinations<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((heads, list) => heads.flatMap(head => list.map(one => [...head, one])), [[]]);
}

function subsets<T>(list: readonly T[]): T[][] {
  return combinations(list.map(() => [true, false])).map(chosen => list.filter((_, index) => chosen[index]));
}

function claimsIn(states: readonly State[], hasOrganization: boolean): Record<string, unknown> {
  const claims: Record<string, unknown> = { sub: 'user_alice', sid: 'sess_1' };
  if (hasOrganization) claims.org_id = 'org_acme';
  NAMES.forEach((name, index) => {
    const state = states[index]!;
    if (state !== 'absent') claims[ASPECTS[name].claim] = ASPECTS[name][state];
  });
  return claims;
}

const REQUIREMENTS = subsets(NAMES)
  .filter(names => names.length > 0)
  .map(names => ({
    names,
    check: compileRequirement(Object.fromEntries(names.map(name => [name, ASPECTS[name].asked]))),
  }));

it('a compiled requirement does not change when its source objects change', () => {
  const role = ['org:admin'];
  const reverification = { level: 'first_factor' as const, afterMinutes: 5 };
  const hasRole = compileRequirement({ role });
  const isFresh = compileRequirement({ reverification });
  role.push('org:member');
  reverification.afterMinutes = 60;
  // The subjects that currently meet the requirement.
  const has = (asked: object) =>
    isDeepStrictEqual(asked, { role: 'org:member' }) || isDeepStrictEqual(asked, { reverification });
  expect(hasRole({ has } as never)).toMatchObject({ kind: 'requirement' });
  expect(isFresh({ has } as never)).toMatchObject({ kind: 'reverification' });
});

describe('compileRequirement() with every combination of right, wrong, absent and malformed claims', () => {
  it.each([true, false])('decides as expected with an active organization: %p', hasOrganization => {
    const wrong: string[] = [];
    let checked = 0;
    for (const states of combinations(NAMES.map(() => STATES))) {
      const auth = authObjectOf(claimsIn(states, hasOrganization));
      const isRight = (name: Aspect) =>
        states[NAMES.indexOf(name)] === 'right' &&
        (hasOrganization || (name !== 'role' && name !== 'permission'));
      for (const { names, check } of REQUIREMENTS) {
        const missing = names.filter(name => !isRight(name));
        const [first] = missing;
        const expected = first && (first === 'reverification' ? 'reverification' : 'requirement');
        if (check(auth)?.kind !== expected) wrong.push(`${names.join()} of ${states.join()}`);
        checked++;
      }
    }
    expect(wrong).toEqual([]);
    expect(checked).toBe(4 ** 5 * (2 ** 5 - 1));
  });

  it('decides as expected for version 2 of the session token', () => {
    const organizations = [
      [{ id: 'org_acme', rol: 'admin', per: 'read', fpm: '1' }, ['role', 'permission']],
      [{ id: 'org_acme', rol: 'member', per: 'read', fpm: '1' }, ['permission']],
      [{ id: 'org_acme', rol: 'admin', per: 'read', fpm: '0' }, ['role']],
      [{ id: 'org_acme', rol: 'admin' }, ['role']],
      [{ id: 'org_acme' }, []],
      [undefined, []],
    ] as const;
    for (const [o, holding] of organizations) {
      const auth = authObjectOf({ sub: 'user_alice', sid: 'sess_1', v: 2, fea: 'o:invoices', o });
      for (const name of ['role', 'permission'] as const) {
        const isMet = compileRequirement({ [name]: ASPECTS[name].asked })(auth) === undefined;
        expect([o, name, isMet]).toEqual([o, name, (holding as readonly string[]).includes(name)]);
      }
    }
  });
});

describe('requirement { scopes }', () => {
  const token = (scopes: unknown) =>
    authenticatedMachineObject(
      'oauth_token',
      'oat_1',
      { id: 'oat_1', subject: 'user_alice', clientId: 'client_1', scopes: scopes as string[] },
      () => ({}),
    ) as AuthObject;
  const missing = expect.objectContaining({ kind: 'scopes', scopes: ['invoices:write'] });

  it.each([
    [['invoices:write'], undefined],
    [['profile', 'invoices:write'], undefined],
    [['invoices:write:all'], missing],
    [['profile'], missing],
    [[], missing],
    [undefined, missing],
    ['invoices:write', missing],
    [{ 0: 'invoices:write' }, missing],
  ])('is decided by the scopes %j of a token', (scopes, unmet) => {
    expect(compileRequirement({ scopes: 'invoices:write' })(token(scopes))).toEqual(unmet);
  });

  it('is not met by a session', () => {
    const auth = authObjectOf({ sub: 'user_alice', sid: 'sess_1', scopes: ['invoices:write'] });
    expect(compileRequirement({ scopes: 'invoices:write' })(auth)).toMatchObject({ kind: 'requirement' });
  });

  it.each(['role', 'permission', 'feature', 'plan'] as const)(
    'does not replace a requirement of a %s',
    name => {
      const asked = { scopes: 'invoices:write', [name]: ASPECTS[name].asked };
      expect(compileRequirement(asked)(token(['invoices:write']))).toMatchObject({ kind: 'requirement' });
    },
  );
});

describe('requirement { organization: true }', () => {
  const check = compileRequirement({ organization: true });
  const apiKeyOf = (subject: string) =>
    authenticatedMachineObject(
      'api_key',
      'ak_1',
      { id: 'ak_1', subject, scopes: [] },
      () => ({}),
    ) as AuthObject;

  it.each([
    [
      'a session with an active organization',
      authObjectOf({ sub: 'user_1', sid: 'sess_1', org_id: 'org_1' }),
      true,
    ],
    ['a session without one', authObjectOf({ sub: 'user_1', sid: 'sess_1' }), false],
    [
      'an organization id that is no string',
      authObjectOf({ sub: 'user_1', sid: 'sess_1', org_id: 5 }),
      false,
    ],
    ['an API key of an organization', apiKeyOf('org_1'), true],
    ['an API key of a user', apiKeyOf('user_1'), false],
  ])('decides for %s', (_what, auth, isMet) => {
    expect(check(auth)).toEqual(isMet ? undefined : expect.objectContaining({ kind: 'requirement' }));
  });
});

describe('requirement { impersonated: false }', () => {
  const check = compileRequirement({ impersonated: false });

  it.each([
    ['a session of the user', {}, true],
    ['a session with an actor', { act: { sub: 'user_support' } }, false],
    ['a session of an agent', { act: { sub: 'agent_1', type: 'agent' } }, false],
    ['an actor that is no object', { act: '' }, false],
  ])('decides for %s', (_what, claims, isMet) => {
    const auth = authObjectOf({ sub: 'user_1', sid: 'sess_1', ...claims });
    expect(check(auth)).toEqual(isMet ? undefined : expect.objectContaining({ kind: 'requirement' }));
  });
});

describe('requirement with a list of values', () => {
  const auth = authObjectOf({
    sub: 'user_alice',
    sid: 'sess_1',
    org_id: 'org_acme',
    org_role: 'org:member',
    org_permissions: ['org:invoices:read'],
    fea: 'o:chat',
    pla: 'u:pro',
  });

  it.each([
    [{ role: ['org:admin', 'org:member'] }, true],
    [{ role: ['org:admin', 'org:owner'] }, false],
    [{ permission: ['org:invoices:create', 'org:invoices:read'] }, true],
    [{ permission: ['org:invoices:create'] }, false],
    [{ feature: ['invoicing', 'chat'] }, true],
    [{ feature: ['user:chat', 'invoicing'] }, false],
    [{ plan: ['team', 'user:pro'] }, true],
    [{ plan: ['org:pro'] }, false],
    [{ role: ['org:member'], plan: ['team'] }, false],
  ] as const)('%j is met if every key has a matching value: %p', (requirement, isMet) => {
    expect(compileRequirement(requirement as never)(auth) === undefined).toBe(isMet);
  });
});

describe('compileRequirement()', () => {
  it.each([
    [undefined],
    [null],
    ['org:admin'],
    [42],
    [[]],
    [['org:admin']],
    [{}],
    [{ roles: 'org:admin' }],
    [{ role: 'org:admin', permissions: 'x' }],
    [{ role: undefined }],
    [{ role: null }],
    [{ role: '' }],
    [{ role: ' ' }],
    [{ role: [] }],
    [{ role: ['org:admin', undefined] }],
    [{ role: { any: ['org:admin'] } }],
    [{ permission: 7 }],
    [{ permission: 'org:sys_memberships:manage' }],
    [{ permission: ['org:invoices:read', 'org:sys_profile:delete'] }],
    [{ permission: 'sys_domains:read' }],
    [{ organization: false }],
    [{ organization: undefined }],
    [{ organization: 'org_acme' }],
    [{ impersonated: true }],
    [{ feature: 'team:chat' }],
    [{ feature: 'org:' }],
    [{ plan: 'org:team:pro' }],
    [{ scopes: ['', 'a'] }],
    [{ reverification: undefined }],
    [{ reverification: 'stict' }],
    [{ reverification: {} }],
    [{ reverification: { level: 'third_factor', afterMinutes: 5 } }],
    [{ reverification: { level: 'first_factor', afterMinutes: 0 } }],
    [{ reverification: { level: 'first_factor', afterMinutes: '5' } }],
    [{ reverification: { level: 'first_factor', afterMinutes: Number.NaN } }],
    [{ reverification: ['strict'] }],
  ])('rejects the requirement %j, which can never be met', requirement => {
    expect(() => compileRequirement(requirement as never)).toThrow(
      expect.objectContaining({ code: 'requirement_invalid' }),
    );
  });
});
