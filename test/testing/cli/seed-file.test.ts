import { readFile } from 'node:fs/promises';

import { describe, expect, it } from '@jest/globals';

import { parseSeeds } from '../../../lib/testing/cli/seed-file.js';
import { SEED_SCHEMA } from '../../../lib/testing/cli/seed-schema.js';

const YAML = `# Who is there
users:
  - id: user_ada
    emailAddress: [ada@example.com]
    publicMetadata: { plan: { name: pro } }
organizations:
  - name: Acme
    members:
      - user: ada@example.com
        role: org:admin
`;

async function problemsOf(text: string): Promise<string[]> {
  const error = await parseSeeds(text, 'seeds.yml').then(
    () => undefined,
    (reason: Error) => reason,
  );
  return (error?.message ?? '')
    .split('\n')
    .slice(1)
    .map(line => line.trim());
}

describe('seed file', () => {
  it('is read as YAML and as JSON', async () => {
    const seeds = await parseSeeds(YAML, 'seeds.yml');

    expect(seeds).toEqual({
      users: [
        { id: 'user_ada', emailAddress: ['ada@example.com'], publicMetadata: { plan: { name: 'pro' } } },
      ],
      organizations: [{ name: 'Acme', members: [{ user: 'ada@example.com', role: 'org:admin' }] }],
    });
    expect(await parseSeeds(JSON.stringify({ $schema: 'x', ...seeds }), 'seeds.json')).toEqual(seeds);
    expect(await parseSeeds('', 'seeds.yml')).toEqual({});
  });

  it.each([
    [
      'an unknown property',
      'users:\n  - id: user_ada\n    email: a@b.c\n',
      ['seeds.yml:3: users[0].email is not a known property'],
    ],
    ['a wrong type', 'users:\n  - firstName: 5\n', ['seeds.yml:2: users[0].firstName must be a string']],
    [
      'a missing property',
      'organizations:\n\n  - slug: acme\n',
      ['seeds.yml:3: organizations[0] lacks the property name'],
    ],
    ['an object instead of a list', 'users: ada\n', ['seeds.yml:1: users must be a list']],
    [
      'several errors',
      '{\n"users": [{"id": 1},\n{"banned": "no"}]}',
      ['seeds.yml:2: users[0].id must be a string', 'seeds.yml:3: users[1].banned must be true or false'],
    ],
    [
      'a value outside of its enum',
      'plans:\n  - slug: pro\n    payerType: team\n',
      ['seeds.yml:3: plans[0].payerType must be one of user, org'],
    ],
  ])('with %s is rejected with the line number', async (_name, text, problems) => {
    expect(await problemsOf(text)).toEqual(problems);
  });

  it('with invalid YAML is rejected with the line number', async () => {
    expect((await problemsOf('users:\n  - id: "user_ada\n'))[0]).toMatch(/^seeds\.yml:\d: /);
  });

  it('matches the schema in the package', async () => {
    const path = new URL('../../../schemas/local-clerk-seed.schema.json', import.meta.url);
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(SEED_SCHEMA);
  });
});
