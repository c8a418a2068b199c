import { afterAll, describe, expect, it } from '@jest/globals';
import { createMongoAbility, subject } from '@casl/ability';
import fc from 'fast-check';

import type { AppAbility, Invoice } from '../../support/casl/ability.js';
import { whereAllowed } from '../../support/casl/ability-to-sql.js';
import { Database } from '../../support/casl/database.js';

const status = fc.constantFrom('draft', 'sent', 'paid', null);
const text = fc.constantFrom('org_acme', 'org_other', "o'hara; --", null);
const amount = fc.integer({ min: 0, max: 3 });

/** Conditions with the operators that CASL has by default; it combines those of several rules by `and`, `or` and `not`. */
const conditions = fc.oneof(
  fc.record({ status }),
  fc.record({ organization_id: text, status }),
  fc.record({ status: fc.record({ $ne: status }) }),
  fc.record({ status: fc.record({ $in: fc.array(status, { maxLength: 2 }) }) }),
  fc.record({ organization_id: fc.record({ $nin: fc.array(text, { maxLength: 2 }) }), amount }),
  fc.record({ amount: fc.record({ $gte: amount, $lt: amount }) }),
  fc.record({ amount: fc.record({ $gt: amount }), status: fc.record({ $ne: status }) }),
  fc.record({ amount: fc.record({ $lte: amount, $eq: amount }) }),
);

const rules = fc.array(
  fc.record(
    {
      action: fc.constant('read' as const),
      subject: fc.constant('Invoice' as const),
      conditions,
      inverted: fc.boolean(),
    },
    { requiredKeys: ['action', 'subject'] },
  ),
  { maxLength: 4 },
);

/** fast-check draws objects without a prototype, which CASL does not take for conditions. */
function plain(drawn: object): never {
  return JSON.parse(JSON.stringify(drawn)) as never;
}

const database = new Database();
afterAll(() => database.onModuleDestroy());

describe('whereAllowed()', () => {
  it('selects the rows that the ability permits in memory, for drawn rules', async () => {
    const rows: Invoice[] = [];
    for (const organization_id of ['org_acme', 'org_other', "o'hara; --", null] as string[])
      for (const rowStatus of ['draft', 'sent', 'paid', null] as Invoice['status'][])
        for (const rowAmount of [0, 1, 2, 3])
          rows.push({
            id: `${rows.length}`,
            organization_id,
            owner_id: 'a',
            status: rowStatus,
            amount: rowAmount,
          });
    for (const row of rows) await database.insert(row);

    await fc.assert(
      fc.asyncProperty(rules, async drawn => {
        const ability = createMongoAbility<AppAbility>(plain(drawn));
        const expected = rows.filter(row => ability.can('read', subject('Invoice', { ...row })));
        const { sql, values } = whereAllowed(ability, 'read');
        const selected = await database.query(`select id from invoices where ${sql}`, values);
        expect(selected.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
      }),
      { numRuns: 400, seed: 2 },
    );
  });

  it('rejects an operator without a translation, rather than ignoring the rule', () => {
    const rule = {
      action: 'read',
      subject: 'Invoice',
      conditions: { owner_id: { $regex: '^user' } },
    } as const;
    expect(() => whereAllowed(createMongoAbility<AppAbility>([rule]), 'read')).toThrow('regex');
  });

  it('rejects a field that is no column', () => {
    const rule = { action: 'read', subject: 'Invoice', conditions: { 'a" or 1=1 --': 1 } } as never;
    expect(() => whereAllowed(createMongoAbility<AppAbility>([rule]), 'read')).toThrow('no column');
  });
});
