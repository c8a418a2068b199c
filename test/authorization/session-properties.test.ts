import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { sessionProperties } from '../../lib/authorization/session-properties.js';

const PERSON = {
  sub: 'user_alice',
  sid: 'sess_1',
  sts: 'active',
  fva: [3, -1],
  act: { sub: 'user_support' },
};

function organizationV2(o: object, fea?: unknown) {
  const { orgId, orgRole, orgSlug, orgPermissions } = sessionProperties({ ...PERSON, v: 2, o, fea });
  return { orgId, orgRole, orgSlug, orgPermissions };
}

describe('session claims of version 1 and version 2', () => {
  const inOrganization = {
    sessionId: 'sess_1',
    sessionStatus: 'active',
    actor: { sub: 'user_support' },
    userId: 'user_alice',
    orgId: 'org_acme',
    orgRole: 'org:admin',
    orgSlug: 'acme',
    orgPermissions: ['org:invoices:read', 'org:invoices:create', 'org:team:read'],
    factorVerificationAge: [3, -1],
  };

  it('give the same properties for a member of an organization', () => {
    const version1 = {
      ...PERSON,
      org_id: 'org_acme',
      org_role: 'org:admin',
      org_slug: 'acme',
      org_permissions: ['org:invoices:read', 'org:invoices:create', 'org:team:read'],
    };
    const version2 = {
      ...PERSON,
      v: 2,
      fea: 'o:invoices,o:team,u:chat',
      o: { id: 'org_acme', rol: 'admin', slg: 'acme', per: 'read,create', fpm: '3,1' },
    };

    expect(sessionProperties(version1)).toMatchObject(inOrganization);
    expect(sessionProperties(version2)).toMatchObject(inOrganization);
  });

  it('give the same properties for a user without an organization', () => {
    const alone = { orgId: undefined, orgRole: undefined, orgSlug: undefined, orgPermissions: undefined };

    expect(sessionProperties(PERSON)).toMatchObject(alone);
    expect(sessionProperties({ ...PERSON, v: 2, fea: 'u:chat' })).toMatchObject(alone);
  });

  it('give null for claims that the token does not have', () => {
    expect(sessionProperties({ sub: 'user_alice', sid: 'sess_1' })).toMatchObject({
      sessionStatus: null,
      factorVerificationAge: null,
      actor: undefined,
    });
  });

  it.each([1, 3, '2', null])('are read as version 1 if v is %j', v => {
    expect(sessionProperties({ ...PERSON, v, org_id: 'org_1', o: { id: 'org_2' } }).orgId).toBe('org_1');
  });
});

describe('permissions in claims of version 2', () => {
  it.each([
    ['the first', 'read,create,delete', '1', ['org:a:read']],
    ['the last', 'read,create,delete', '4', ['org:a:delete']],
    ['all', 'read,create,delete', '7', ['org:a:read', 'org:a:create', 'org:a:delete']],
    ['none', 'read,create,delete', '0', []],
    ['more bits than names', 'read', '255', ['org:a:read']],
    ['more bitmaps than features', 'read', '1,1,1', ['org:a:read']],
    ['blanks around the names', ' read , create ', ' 2 ', ['org:a:create']],
    ['leading zeros', 'read,create', '002', ['org:a:create']],
    ['a bitmap that is not a number', 'read,create', 'x', []],
    ['a negative number', 'read,create', '-1', []],
    ['a number in hexadecimal', 'read,create', '0x3', []],
    ['missing names', undefined, '1', []],
    ['empty names', '', '1', []],
    ['missing bitmaps', 'read', undefined, []],
  ])('are %s', (_which, per, fpm, permissions) => {
    expect(organizationV2({ id: 'org_1', per, fpm }, 'o:a').orgPermissions).toEqual(permissions);
  });

  it('count only features of the organization, in their order', () => {
    const { orgPermissions } = organizationV2(
      { id: 'org_1', per: 'read,write', fpm: '1,2,3' },
      'u:chat,o:a,uo:b,x:other,ou:c',
    );

    expect(orgPermissions).toEqual(['org:a:read', 'org:b:write', 'org:c:read', 'org:c:write']);
  });

  it('can be a hundred, more than the bits of a number', () => {
    const names = Array.from({ length: 100 }, (_, n) => `p${n}`);
    const held = [0, 31, 32, 33, 52, 53, 63, 64, 65, 99];
    const bitMap = held.reduce((bits, n) => bits | (1n << BigInt(n)), 0n);

    const { orgPermissions } = organizationV2(
      { id: 'org_1', per: names.join(','), fpm: String(bitMap) },
      'o:a',
    );

    expect(orgPermissions).toEqual(held.map(n => `org:a:p${n}`));
  });

  it.each([
    ['permissions in an array', { per: ['read'], fpm: '1' }, 'o:a'],
    ['a bitmap of type number', { per: 'read', fpm: 1 }, 'o:a'],
    ['features in an array', { per: 'read', fpm: '1' }, ['o:a']],
    ['a feature without a scope', { per: 'read', fpm: '1' }, 'a'],
  ])('are rejected with %s', (_what, o, fea) => {
    expect(() => organizationV2({ id: 'org_1', ...o }, fea)).toThrow(TypeError);
  });

  it('leave the role undefined if the role claim is invalid', () => {
    expect(organizationV2({ id: 'org_1' })).toEqual({
      orgId: 'org_1',
      orgRole: undefined,
      orgSlug: undefined,
      orgPermissions: [],
    });
  });
});

describe('hasPermission', () => {
  const names = fc.constantFrom('read', 'write', 'a:b', '', ' read ', 'org');
  const list = (entry: fc.Arbitrary<string>) =>
    fc.array(entry, { maxLength: 4 }).map(entries => entries.join());
  const feature = fc
    .tuple(fc.constantFrom('o', 'u', 'uo', 'ou', 'x'), fc.constantFrom('invoices', 'a', 'a:b', ''))
    .map(([scope, name]) => `${scope}:${name}`);
  const version2 = fc.record({
    ...Object.fromEntries(Object.entries(PERSON).map(([name, value]) => [name, fc.constant(value)])),
    v: fc.constant(2),
    fea: list(feature),
    o: fc.record({
      id: fc.constant('org_1'),
      per: fc.option(list(names), { nil: undefined }),
      fpm: fc.option(list(fc.constantFrom('0', '1', '2', '3', '15', '007', '-1', 'x', String(2n ** 70n))), {
        nil: undefined,
      }),
    }),
  });
  const permission = fc
    .tuple(fc.constantFrom('org:', 'org:org:', ''), fc.constantFrom('invoices', 'a', 'a:b', ''), names)
    .map(([prefix, each, name]) => `${prefix}${each}:${name}`);

  it('is whether the list of permissions has it, for any compact claims', () => {
    let held = 0;
    fc.assert(
      fc.property(version2, permission, (claims, asked) => {
        const properties = sessionProperties(claims);
        const isListed = properties.orgPermissions?.includes(asked) ?? false;
        held += properties.orgPermissions?.length ?? 0;
        expect(properties.hasPermission(asked)).toBe(isListed);
        for (const each of properties.orgPermissions ?? []) expect(properties.hasPermission(each)).toBe(true);
      }),
      { numRuns: 3000 },
    );
    expect(held).toBeGreaterThan(500);
  });

  it.each([
    ['a list with it', ['org:a:read', 'org:a:write'], true],
    ['a list without it', ['org:a:read'], false],
    ['an empty list', [], false],
    ['a missing list', undefined, false],
    ['a string', 'org:a:write', false],
    ['an object', { includes: 'org:a:write' }, false],
  ])('reads version 1 with %s', (_, orgPermissions, expected) => {
    const claims = { ...PERSON, org_id: 'org_1', org_permissions: orgPermissions };
    expect(sessionProperties(claims).hasPermission('org:a:write')).toBe(expected);
  });

  it('is false without an organization', () => {
    expect(sessionProperties({ ...PERSON, v: 2, fea: 'o:a' }).hasPermission('org:a:read')).toBe(false);
  });
});
