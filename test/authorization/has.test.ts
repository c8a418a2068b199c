import { describe, expect, it } from '@jest/globals';

import { createCheckAuthorization } from '../../lib/authorization/has.js';
import type { AuthorizationFacts } from '../../lib/authorization/has.js';

const FACTS: AuthorizationFacts = {
  userId: 'user_alice',
  orgId: 'org_acme',
  orgRole: 'org:admin',
  hasPermission: permission => ['org:invoices:read', 'org:invoices:create'].includes(permission),
  features: 'o:invoices,u:chat,uo:search',
  plans: 'o:team,u:pro',
  factorVerificationAge: [0, -1],
};

/** Calls has() with any parameters, independent of types. */
function has(question: unknown, facts: Partial<AuthorizationFacts> = {}): boolean {
  return createCheckAuthorization({ ...FACTS, ...facts })(question as never);
}

const yes = true;
const no = false;

describe('has({ role })', () => {
  it.each([
    ['org:admin', yes],
    ['admin', yes],
    ['org:org:admin', yes],
    ['org:member', no],
    ['member', no],
    ['ADMIN', no],
    ['admin ', no],
    ['', no],
    ['org:', no],
    [null, no],
    [5, no],
    [['org:admin'], no],
    [{ toString: () => 'org:admin' }, no],
  ])('%j returns %j for an org:admin', (role, answer) => {
    expect(has({ role })).toBe(answer);
  });

  it.each([
    ['has a role without org:', { orgRole: 'admin' }, yes],
    ['has no organization', { orgId: undefined }, no],
    ['has no role', { orgRole: undefined }, no],
    ['has an empty role', { orgRole: '' }, no],
    ['has a role of another type', { orgRole: ['org:admin'] }, no],
    ['is signed out', { userId: undefined }, no],
  ])('for a user who %s: %j', (_who, facts, answer) => {
    expect(has({ role: 'org:admin' }, facts)).toBe(answer);
  });
});

describe('has({ permission })', () => {
  it.each([
    ['org:invoices:create', yes],
    ['invoices:create', yes],
    ['org:invoices:delete', no],
    ['org:invoices', no],
    ['create', no],
    ['', no],
    [null, no],
    [0, no],
    [['org:invoices:create'], no],
  ])('%j returns %j for a user who may read and create invoices', (permission, answer) => {
    expect(has({ permission })).toBe(answer);
  });

  it.each([
    ['no organization', { orgId: undefined }],
    ['no permissions', { hasPermission: () => false }],
  ])('returns false with %s', (_what, facts) => {
    expect(has({ permission: 'org:invoices:create' }, facts)).toBe(no);
  });
});

describe.each(['feature', 'plan'] as const)('has({ %s })', name => {
  const claim = name === 'feature' ? 'features' : 'plans';
  const ask = (value: unknown, has_ = 'o:invoices, u:chat,uo:search,ou:export,x:other,o:a:b') =>
    has({ [name]: value }, { [claim]: has_ });

  it.each([
    // Features of the organization, of the user, of both.
    ['invoices', yes],
    ['chat', yes],
    ['search', yes],
    ['export', yes],
    ['o:invoices', yes],
    ['org:invoices', yes],
    ['organization:invoices', yes],
    ['u:invoices', no],
    ['user:invoices', no],
    ['u:chat', yes],
    ['user:chat', yes],
    ['o:chat', no],
    ['org:search', yes],
    ['user:search', yes],
    ['org:export', yes],
    ['user:export', yes],
    // An unknown scope belongs to neither, and cannot be required.
    ['other', no],
    ['x:other', no],
    ['unknown', no],
    ['', no],
    ['o:', no],
    [':invoices', no],
    ['ou:search', no],
    ['a:b', no],
    [null, no],
    [1, no],
    [['invoices'], no],
  ])('%j returns %j', (value, answer) => {
    expect(ask(value)).toBe(answer);
  });

  it.each([undefined, '', 'invoices', 'o:invoices,chat', 5, ['o:invoices'], { o: 'invoices' }])(
    'returns false if the token says %j',
    value => {
      expect(has({ [name]: 'invoices' }, { [claim]: value })).toBe(no);
    },
  );
});

describe('has({ reverification })', () => {
  // Ages in minutes of the first and the second factor, -1 for one that is not enrolled, and the levels that they meet
  // with ten minutes.
  it.each([
    [[0, -1], { first_factor: yes, second_factor: yes, multi_factor: yes }],
    [[9, -1], { first_factor: yes, second_factor: yes, multi_factor: yes }],
    [[10, -1], { first_factor: no, second_factor: no, multi_factor: no }],
    [[0, 0], { first_factor: yes, second_factor: yes, multi_factor: yes }],
    [[9, 9], { first_factor: yes, second_factor: yes, multi_factor: yes }],
    [[0, 10], { first_factor: yes, second_factor: no, multi_factor: no }],
    [[10, 0], { first_factor: no, second_factor: yes, multi_factor: no }],
    [[10, 10], { first_factor: no, second_factor: no, multi_factor: no }],
    [[-1, 0], { first_factor: no, second_factor: yes, multi_factor: no }],
    [[-1, 10], { first_factor: no, second_factor: no, multi_factor: no }],
    [[-1, -1], { first_factor: no, second_factor: no, multi_factor: no }],
  ])('with factors verified %j minutes ago: %j', (factorVerificationAge, answers) => {
    for (const [level, answer] of Object.entries(answers)) {
      const question = { reverification: { level, afterMinutes: 10 } };
      expect([level, has(question, { factorVerificationAge })]).toEqual([level, answer]);
    }
  });

  it.each([
    ['strict_mfa', [9, 9], [9, 10]],
    ['strict', [1440, 9], [0, 10]],
    ['moderate', [1440, 59], [0, 60]],
    ['lax', [1440, 1439], [0, 1440]],
  ])('%s returns true with factors %j minutes old and false with %j', (reverification, fresh, stale) => {
    expect(has({ reverification }, { factorVerificationAge: fresh })).toBe(yes);
    expect(has({ reverification }, { factorVerificationAge: stale })).toBe(no);
  });

  it.each([
    undefined,
    null,
    [],
    [0],
    [0, 0, 0],
    ['0', '0'],
    [0, null],
    [Number.NaN, 0],
    [-2, 0],
    [0, Infinity],
    '00',
    { 0: 0, 1: 0, length: 2 },
  ])('returns false if the token says %j about the factors', factorVerificationAge => {
    for (const level of ['first_factor', 'second_factor', 'multi_factor']) {
      expect(has({ reverification: { level, afterMinutes: 10 } }, { factorVerificationAge })).toBe(no);
    }
  });

  it.each([
    null,
    '',
    'unknown',
    'constructor',
    '__proto__',
    5,
    true,
    [],
    {},
    { level: 'first_factor' },
    { afterMinutes: 10 },
    { level: 'third_factor', afterMinutes: 10 },
    { level: ['first_factor'], afterMinutes: 10 },
    { level: 'first_factor', afterMinutes: 0 },
    { level: 'first_factor', afterMinutes: -1 },
    { level: 'first_factor', afterMinutes: '10' },
    { level: 'first_factor', afterMinutes: Number.NaN },
  ])('returns false for the requirement %j', reverification => {
    expect(has({ reverification }, { factorVerificationAge: [0, 0] })).toBe(no);
  });
});

describe('has() with several requirements', () => {
  const met = {
    role: 'org:admin',
    permission: 'org:invoices:read',
    feature: 'org:invoices',
    plan: 'user:pro',
    reverification: 'strict',
  };
  const unmet = {
    role: 'org:member',
    permission: 'org:invoices:delete',
    feature: 'user:invoices',
    plan: 'org:pro',
    reverification: 'unknown',
  };
  const names = Object.keys(met) as (keyof typeof met)[];

  it('returns true only if all of them are met', () => {
    // Each of the 3^5 combinations: not required, met or not met.
    for (let question = 0; question < 3 ** names.length; question++) {
      const states = names.map((_name, index) => Math.floor(question / 3 ** index) % 3);
      const asked = names.map((name, index) => [name, [undefined, met[name], unmet[name]][states[index]!]]);
      const answer = states.includes(1) && !states.includes(2);
      expect([asked, has(Object.fromEntries(asked))]).toEqual([asked, answer]);
    }
  });

  it('returns false if one of them is unknown', () => {
    expect(has({ role: 'org:admin', organization: 'org_acme' })).toBe(no);
    expect(has({ roles: ['org:admin'] })).toBe(no);
    expect(has({ role: 'org:admin', toString: 'x' })).toBe(no);
    expect(has(JSON.parse('{ "role": "org:admin", "__proto__": {} }'))).toBe(no);
  });

  it('reads inherited requirements and getters too', () => {
    class Requirements {
      readonly permission = 'org:invoices:read';
      get role() {
        return 'org:member';
      }
    }

    expect(has(new Requirements())).toBe(no);
    expect(has(Object.create({ role: 'org:admin' }))).toBe(yes);
  });

  it.each([undefined, null, {}, [], '', 'org:admin', 5, true, () => true, { role: undefined }])(
    'returns false for %p',
    question => {
      expect(has(question)).toBe(no);
    },
  );
});
