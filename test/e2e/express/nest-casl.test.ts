import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';

import { forkApp } from '../../support/forked-app.js';
import type { ForkedApp } from '../../support/forked-app.js';

let local: LocalClerk;
let server: LocalClerkServer;
let app: ForkedApp;

beforeAll(async () => {
  local = await LocalClerk.create({
    users: [{ id: 'user_ada' }, { id: 'user_bob' }],
    organizations: [{ id: 'org_acme', name: 'Acme', members: [{ user: 'user_ada', role: 'org:admin' }] }],
  });
  server = await local.listen();
  app = await forkApp('nest-casl-app.ts', [], local, server.url);
});
afterAll(async () => {
  await app.close();
  await server.close();
});

async function update(id: string, headers: Record<string, string> = {}): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${app.port}/invoices/${id}`, { method: 'PUT', headers });
  return response.status;
}

describe('nest-casl', () => {
  it('decides by the user that populateRequestUser sets', async () => {
    const { headers } = await local.signIn('user_bob');
    expect(await update('user_bob-1', headers)).toBe(200);
    expect(await update('user_ada-1', headers)).toBe(403);
  });

  it('knows the role of the active organization', async () => {
    expect(await update('user_bob-1', (await local.signIn('user_ada')).headers)).toBe(403);
    const { headers } = await local.signIn('user_ada', { organization: 'org_acme' });
    expect(await update('user_bob-1', headers)).toBe(200);
  });

  it('is not reached by a caller who is not signed in: 401', async () => {
    expect(await update('user_bob-1')).toBe(401);
  });
});
