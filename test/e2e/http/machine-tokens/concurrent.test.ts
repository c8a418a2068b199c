import { afterEach, beforeAll, expect, it } from '@jest/globals';
import type { AuthObject } from 'nest-clerk';
import { getAuth } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { bearer, startNestApp } from '../../../support/nest-app.js';
import { closeApps } from '../../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
afterEach(closeApps);

interface OpenMachineAuth {
  scopes: string[];
  claims: { team: { name: string; requests?: number } };
}

/** A handler that modifies the objects it receives. */
function addTo(auth: AuthObject): OpenMachineAuth {
  const { scopes, claims } = auth as unknown as OpenMachineAuth;
  scopes.push('admin');
  claims.team.requests = (claims.team.requests ?? 0) + 1;
  return { scopes, claims };
}

async function issue(kind: 'api_key' | 'm2m_token') {
  const claims = { team: { name: 'billing' } };
  if (kind === 'm2m_token') return (await local.m2mTokens.create({ scopes: ['read'], claims })).token;
  return local.apiKeys.create({ subject: 'user_alice', name: 'CI', scopes: ['read'], claims }).secret;
}

it.each(['api_key', 'm2m_token'] as const)(
  'concurrent requests with the same %s share one call but no mutable object',
  async kind => {
    const token = await issue(kind);
    const together = 3;
    let arrived = 0;
    let calls = 0;
    let open: () => void;
    const allHaveArrived = new Promise<void>(resolve => (open = resolve));
    const app = await startNestApp(
      {
        ...local.keys,
        fetch: async (input, init) => {
          calls++;
          await allHaveArrived;
          return local.fetch(input, init);
        },
      },
      {
        before: (_request, _response, next) => {
          if (++arrived === together) setImmediate(open);
          next();
        },
        answer: request => addTo(getAuth(request, { acceptsToken: kind })),
      },
    );

    const answers = await Promise.all(Array.from({ length: together }, () => app.get('/', bearer(token))));

    expect(calls).toBe(1);
    for (const { status, json } of answers) {
      expect(status).toBe(200);
      expect(json.claims).toEqual({ team: { name: 'billing', requests: 1 } });
      expect(json.scopes.filter((scope: string) => scope === 'admin')).toHaveLength(1);
    }
  },
);
