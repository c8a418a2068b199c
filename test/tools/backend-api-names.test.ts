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

it('the check of names accepts a table that names every operation', async () => {
  expect((await readNames(names, [OPERATION])).operations.GetUser.method).toBe('users.getUser');
});

it('the check of names fails for an operation that the table does not name', async () => {
  await expect(readNames(names, [OPERATION, { id: 'NewOperation' }])).rejects.toThrow(
    'NewOperation has no method',
  );
});

it('the check of names fails for a name without an operation', async () => {
  await expect(readNames(names, [])).rejects.toThrow('GetUser is not in the document');
});

it('the check of names fails for a path parameter without an argument', () => {
  expect(() => argumentsOf(OPERATION, { takes: [] })).toThrow('does not say which argument is userId');
});

it('the check of names fails for an argument that the operation does not have', () => {
  expect(() => argumentsOf(OPERATION, { takes: ['userId', 'colour'] })).toThrow('has no field colour');
});
