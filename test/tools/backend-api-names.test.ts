import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argumentsOf, readNames } from '../../tools/openapi/backend-api/names.mjs';

const OPERATION = { id: 'GetUser', path: '/users/{user_id}', pathParameters: ['user_id'] };
let directory: string;
let names: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'names-'));
  names = join(directory, 'names.yml');
  writeFileSync(
    names,
    'groups: { users: {} }\noperations: { GetUser: { method: users.getUser, takes: [userId] } }\n',
  );
});
afterAll(() => rmSync(directory, { recursive: true }));

it('accepts a table that names every operation', async () => {
  expect((await readNames(names, [OPERATION])).operations.GetUser.method).toBe('users.getUser');
});

it('fails on an operation that the table does not name', async () => {
  await expect(readNames(names, [OPERATION, { id: 'NewOperation' }])).rejects.toThrow(
    'NewOperation has no method',
  );
});

it('fails on a name for an operation that is gone', async () => {
  await expect(readNames(names, [])).rejects.toThrow('GetUser is not in the document');
});

it('fails on a path parameter that comes from nowhere', () => {
  expect(() => argumentsOf(OPERATION, { takes: [] })).toThrow('does not say which argument is userId');
});

it('fails on an argument that is nowhere in the operation', () => {
  expect(() => argumentsOf(OPERATION, { takes: ['userId', 'colour'] })).toThrow('has no field colour');
});
