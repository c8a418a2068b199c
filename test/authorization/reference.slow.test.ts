import { signedInAuthObject as referenceAuthObject } from '@clerk/backend/internal';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { authObjectOf } from './support.js';

const names = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('invoices', 'team') },
  { weight: 1, arbitrary: fc.constantFrom('', 'read', 'a:b') },
);
const scoped = fc
  .tuple(fc.constantFrom('o:', 'o:', 'u:', 'u:', 'ou:', 'uo:', 'o:', 'u:', 'x:', 'org:', ':', ''), names)
  .map(([scope, name]) => scope + name);
const scopedList = fc.array(scoped, { maxLength: 4 }).map(entries => entries.join(','));
const anything = fc.constantFrom<unknown>(null, '', 0, 5, true, [], {}, ['org:a:read'], 'text');
const sometimes = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof(
    { weight: 8, arbitrary },
    { weight: 1, arbitrary: anything },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );

const roles = fc.constantFrom('org:admin', 'admin', 'org:member', 'org:org:admin', '');
const permissions = fc
  .tuple(fc.constantFrom('org:', '', 'org:org:'), names, fc.constantFrom(':read', ':write', ''))
  .map(parts => parts.join(''));
const ages = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(-1, 0, 1, 9, 10, 59, 60, 1439, 1440) },
  { weight: 1, arbitrary: fc.constantFrom(-2, '0', null) },
);

const person = {
  sub: sometimes(fc.constantFrom('user_alice', '')),
  sid: sometimes(fc.constant('sess_1')),
  sts: sometimes(fc.constantFrom('active', 'pending')),
  fva: sometimes(fc.oneof(fc.tuple(ages, ages), fc.tuple(ages, ages), fc.array(ages, { maxLength: 3 }))),
  act: sometimes(fc.constant({ sub: 'user_support' })),
  fea: sometimes(scopedList),
  pla: sometimes(scopedList),
};
const version1 = fc.record({
  ...person,
  v: fc.constantFrom(undefined, 1, '2'),
  org_id: sometimes(fc.constant('org_acme')),
  org_role: sometimes(roles),
  org_slug: sometimes(fc.constant('acme')),
  org_permissions: sometimes(fc.array(permissions, { maxLength: 3 })),
});
const bitMaps = fc.array(
  fc.oneof(
    fc.bigInt({ min: 0n, max: 1n << 70n }).map(String),
    fc.constantFrom('', '0', '007', '-1', '0x1', 'x'),
  ),
  { maxLength: 4 },
);
const version2 = fc.record({
  ...person,
  v: fc.constant(2),
  o: sometimes(
    fc.record({
      id: sometimes(fc.constant('org_acme')),
      rol: sometimes(fc.constantFrom('admin', 'member', 'org:admin')),
      slg: sometimes(fc.constant('acme')),
      per: sometimes(
        fc
          .oneof(
            fc.array(fc.constantFrom('read', 'write', ' manage', ''), { maxLength: 4 }),
            fc.constant(Array.from({ length: 70 }, (_, n) => `p${n}`)),
          )
          .map(list => list.join(',')),
      ),
      fpm: sometimes(bitMaps.map(list => list.join(','))),
    }),
  ),
});

const entitlement = sometimes(
  fc
    .tuple(fc.constantFrom('', 'o:', 'org:', 'organization:', 'u:', 'user:', 'ou:', ':'), names)
    .map(parts => parts.join('')),
);
const reverification = sometimes(
  fc.oneof(
    fc.constantFrom('strict', 'strict_mfa', 'moderate', 'lax', 'other', 'toString'),
    fc.record({
      level: fc.constantFrom('first_factor', 'second_factor', 'multi_factor', 'third_factor', undefined),
      afterMinutes: fc.constantFrom(1, 10, 60, 0, -1, '10', undefined, Infinity, Number.NaN),
    }),
  ),
);
const requirements = {
  role: sometimes(roles),
  permission: sometimes(permissions),
  feature: entitlement,
  plan: entitlement,
  reverification,
};
const question = fc.oneof(
  // Mostly one requirement, so that the answer is often yes.
  ...Object.entries(requirements).map(([name, value]) => ({
    weight: 2,
    arbitrary: fc.record({ [name]: value }),
  })),
  { weight: 3, arbitrary: fc.record(requirements, { requiredKeys: [] }) },
);

/** The result of an implementation for claims: everything comparable, or that it throws. */
function answersOf(makeAuth: () => object, questions: object[]): unknown {
  try {
    const { has, getToken, debug, ...fields } = makeAuth() as {
      has(question: object): boolean;
      getToken: unknown;
      debug: unknown;
    };
    return { fields, answers: questions.map(asked => has(asked)), methods: [typeof getToken, typeof debug] };
  } catch {
    return 'throws';
  }
}

describe('auth object, compared with @clerk/backend', () => {
  it.each([
    ['version 1', version1],
    ['version 2', version2],
  ])('has the same fields and the same answers for claims of %s', (_version, drawn) => {
    const questions = fc.array(question, { minLength: 5, maxLength: 10 });
    fc.assert(
      fc.property(drawn as fc.Arbitrary<object>, questions, (claims, asked) => {
        // As decoded from a token: without undefined claims.
        const parsed = JSON.parse(JSON.stringify(claims)) as object;
        const reference = answersOf(
          () => referenceAuthObject({ secretKey: 'sk_test_x' }, 'token', parsed as never),
          asked,
        );
        expect(answersOf(() => authObjectOf(parsed), asked)).toStrictEqual(reference);
      }),
      { numRuns: 2000 },
    );
  });
});
