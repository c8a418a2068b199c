import { send } from './http.js';
import type { Caller, CallerContext } from './load.js';
import { USERS } from './soak-app.js';

/** Callers with session tokens, as Bearer tokens and as cookies, valid ones and others. */
export function tokenCallers({ port, local, foreign, faults, observations }: CallerContext): Caller[] {
  const bearer = (token: string) => send(port, 'GET', '/guarded', { authorization: `Bearer ${token}` });

  return [
    ...USERS.flatMap(user => [
      {
        kind: 'bearer token',
        async call() {
          const began = Date.now();
          const token = await local.issueSessionToken({ userId: user });
          observations.sessionToken('bearer token', user, token, await bearer(token), began);
        },
      },
      {
        kind: 'session cookie',
        async call() {
          const began = Date.now();
          const { token, cookies } = await local.signIn(user);
          const answer = await send(port, 'GET', '/guarded', { cookie: cookies });
          observations.sessionToken('session cookie', user, token, answer, began);
        },
      },
    ]),
    {
      kind: 'expired token',
      async call() {
        // By the clock of the application, whatever Clerk's clock says at the moment.
        const now = Math.floor(Date.now() / 1000);
        const claims = { iat: now - 120, nbf: now - 130, exp: now - 30 };
        const token = await local.issueSessionToken({ userId: 'user_alice', claims });
        observations.signedOut('expired token', await bearer(token));
      },
    },
    {
      kind: 'forged token',
      async call() {
        const [header, , signature] = (await local.issueSessionToken({ userId: 'user_alice' })).split('.');
        const [, payload] = (await local.issueSessionToken({ userId: 'user_bob' })).split('.');
        observations.signedOut('forged token', await bearer(`${header}.${payload}.${signature}`));
      },
    },
    {
      kind: 'token of another instance',
      async call() {
        const token = await foreign.issueSessionToken({ userId: 'user_alice' });
        observations.signedOut('token of another instance', await bearer(token));
      },
    },
    {
      kind: 'token of a removed key',
      async call() {
        const token = faults.tokenOfRemovedKey;
        if (token === undefined) return;
        const began = Date.now();
        const answer = await bearer(token);
        if (faults.explains('key rotation', began)) observations.count('token of a removed key, just after');
        else observations.signedOut('token of a removed key', answer);
      },
    },
    {
      kind: 'no token',
      async call() {
        observations.signedOut('no token', await send(port, 'GET', '/guarded', {}));
      },
    },
  ];
}
