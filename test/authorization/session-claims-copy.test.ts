import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { copyOfJson } from '../../lib/authorization/copy-of-json.js';
import { copyOfUsualClaims, hasUsualNesting } from '../../lib/authorization/session-claims-copy.js';

const USUAL = {
  sub: 'user_1',
  exp: 1,
  fva: [5, -1],
  o: { id: 'org_1', rol: 'admin' },
  act: { sub: 'user_2' },
  custom: null,
};

describe('copyOfUsualClaims', () => {
  it('copies the organization, the ages of verifications and the actor', () => {
    const copy = copyOfUsualClaims(USUAL) as typeof USUAL;

    expect(copy).toEqual(USUAL);
    copy.o.rol = 'changed';
    copy.fva[0] = 99;
    copy.act.sub = 'changed';
    expect(USUAL).toMatchObject({ fva: [5, -1], o: { rol: 'admin' }, act: { sub: 'user_2' } });
  });

  it.each([
    { o: { id: 'org_1', nested: {} } },
    { o: ['a list'] },
    { fva: { not: 'a list' } },
    { fva: [[5], -1] },
    { act: { sub: 'user_2', act: { sub: 'user_3' } } },
    { metadata: { plan: 'pro' } },
    JSON.parse('{"__proto__":{"polluted":true}}') as object,
  ])('does not count %j as usual claims', claims => {
    expect(hasUsualNesting({ ...USUAL, ...claims })).toBe(false);
  });

  it('returns what copyOfJson() returns, and shares no object, for every JSON that counts as usual', () => {
    const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    const nested = fc.oneof(leaf, fc.dictionary(fc.string(), leaf), fc.array(leaf), fc.jsonValue());
    const name = fc.constantFrom('o', 'fva', 'act', 'sub', 'metadata', '__proto__', 'constructor', '0');
    const claims = fc
      .array(fc.tuple(name, nested))
      .map(
        entries =>
          JSON.parse(
            `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`,
          ) as Record<string, unknown>,
      );
    let usual = 0;

    fc.assert(
      fc.property(claims, given => {
        if (!hasUsualNesting(given)) return;
        usual++;
        const before = JSON.stringify(given);
        const copy = copyOfUsualClaims(given);
        expect(JSON.stringify(copy)).toBe(JSON.stringify(copyOfJson(given)));
        for (const value of Object.values(copy)) {
          if (Array.isArray(value)) value.push('changed');
          else if (typeof value === 'object' && value !== null) Object.assign(value, { changed: true });
        }
        expect(JSON.stringify(given)).toBe(before);
      }),
      { numRuns: 3000 },
    );
    expect(usual).toBeGreaterThan(300);
  });
});
