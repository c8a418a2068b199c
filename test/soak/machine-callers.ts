import { send } from './http.js';
import type { Caller, CallerContext } from './load.js';

/** Callers with API keys, which Clerk's API verifies. */
export function machineCallers({ port, local, observations }: CallerContext): Caller[] {
  const withKey = (secret: string) => send(port, 'GET', '/api-key', { authorization: `Bearer ${secret}` });

  return [
    {
      kind: 'API key',
      async call() {
        const began = Date.now();
        const { secret } = local.apiKeys.create({ subject: 'user_alice', name: 'soak' });
        const answer = await withKey(secret);
        const isRejected = answer.status === 401 || answer.status === 403;
        // An outage explains that the key cannot be verified (503), and not that it is rejected.
        if (isRejected) observations.fail(`API key: ${answer.status} ${answer.body} for a valid one`);
        else observations.signedIn('API key', 'user_alice', answer, began, ['backend API']);
      },
    },
    {
      kind: 'revoked API key',
      async call() {
        const { id, secret } = local.apiKeys.create({ subject: 'user_alice', name: 'soak' });
        await withKey(secret);
        local.apiKeys.revoke(id);
        observations.signedOut('revoked API key', await withKey(secret));
      },
    },
  ];
}
