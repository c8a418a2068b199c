import { expect, it } from '@jest/globals';

import type { VerifiedMachineToken } from '../../lib/authorization/machine-auth-object.js';
import { machineTokenKind } from '../../lib/instance/machine-token-kinds.js';

it('a cached OAuth token says all that the answer of Clerk said', () => {
  const { write, read } = machineTokenKind('oauth_token', { ttlMs: 60_000, rejectedTtlMs: 0 });
  const verified: Required<VerifiedMachineToken> = {
    id: 'oat_1',
    subject: 'user_alice',
    scopes: ['notes:read'],
    claims: { plan: 'pro' },
    name: 'token',
    clientId: 'client_1',
    expiration: 1_790_000_000,
    aud: ['https://notes.example/mcp'],
  };

  const written = write(verified);

  expect(written?.endsAt).toBe(1_790_000_000_000);
  expect(read(JSON.parse(JSON.stringify(written?.json)))).toEqual(verified);
});
