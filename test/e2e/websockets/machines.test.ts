import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { MINUTE, SECOND, stopClock } from '../../support/clock.js';
import { setEnvironment } from '../../support/environment.js';
import { bearer } from '../../support/nest-app.js';
import { closeApps } from '../../support/running-app.js';
import { rejection, startSockets, unavailable } from '../../support/socket-app.js';
import { closeSockets, SOCKET_KINDS } from '../../support/sockets.js';
import type { Heard } from '../../support/sockets.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice', firstName: 'Alice' }] });
});
beforeEach(() => {
  local.requests.length = 0;
});
afterEach(async () => {
  jest.restoreAllMocks();
  local.outage = undefined;
  closeSockets();
  await closeApps();
});

const ANSWER: Heard = { event: 'answer', data: { tokenType: 'api_key' } };

const newKey = () => local.apiKeys.create({ subject: 'user_alice', name: 'CI' });
/** Caches belong to the function. */
const ownFetch = (): typeof fetch => (input, init) => local.fetch(input, init);

describe.each(SOCKET_KINDS)('$name: connection with an API key', kind => {
  const open = async (token: string, options?: ClerkModuleOptions) => {
    const { port } = await startSockets({ ...local.keys, jwtKey: local.jwtKey, ...options }, { kind });
    return kind.connect(port, { headers: bearer(token) });
  };

  it('is accepted by @AcceptsToken(), with one verification', async () => {
    const client = await open(newKey().secret);
    for (let count = 0; count < 3; count++) expect(await client.ask('machines')).toEqual(ANSWER);
    expect(local.requests).toHaveLength(1);
  });

  it('is verified once for messages that arrive before the response', async () => {
    const client = await open(newKey().secret);
    for (let count = 0; count < 5; count++) client.send('machines');
    for (let count = 0; count < 5; count++) expect(await client.hear()).toEqual(ANSWER);
    expect(local.requests).toHaveLength(1);
  });

  it('is rejected by other handlers', async () => {
    const client = await open(newKey().secret);
    expect(await client.ask('guarded')).toEqual(rejection('token-type-mismatch'));
    expect((await client.ask('who')).data).toMatchObject({ isAuthenticated: false, userId: null });
  });

  it('is verified again after a minute', async () => {
    const clock = stopClock();
    const client = await open(newKey().secret);
    await client.ask('machines');
    clock.advance(MINUTE - 1);
    expect(await client.ask('machines')).toEqual(ANSWER);
    expect(local.requests).toHaveLength(1);
    clock.advance(1);
    for (let count = 0; count < 2; count++) expect(await client.ask('machines')).toEqual(ANSWER);
    expect(local.requests).toHaveLength(2);
  });

  it('is rejected then if the key was revoked, and not verified again', async () => {
    const clock = stopClock();
    const { id, secret } = newKey();
    const client = await open(secret);
    await client.ask('machines');
    local.apiKeys.revoke(id);
    clock.advance(MINUTE);
    for (let count = 0; count < 3; count++) {
      expect(await client.ask('machines')).toEqual(rejection('token-invalid'));
      clock.advance(MINUTE);
    }
    expect(local.requests).toHaveLength(2);
  });

  it.each(['network', 500] as const)(
    'is rejected while the Backend API fails (%s), and accepted again afterwards',
    async outage => {
      const clock = stopClock();
      const client = await open(newKey().secret);
      local.outage = outage;
      expect(await client.ask('machines')).toEqual(unavailable('backend-api-unavailable'));
      local.outage = undefined;
      expect(await client.ask('machines')).toEqual(ANSWER);

      clock.advance(MINUTE);
      local.outage = outage;
      expect(await client.ask('machines')).toEqual(unavailable('backend-api-unavailable'));
      local.outage = undefined;
      expect(await client.ask('machines')).toEqual(ANSWER);
    },
  );

  it('can be renewed with another key of the same user', async () => {
    const client = await open(newKey().secret);
    const other = newKey();
    expect(await client.ask('renew', other.secret)).toEqual(ANSWER);
    expect(await client.ask('machines')).toEqual(ANSWER);
    expect(local.requests).toHaveLength(2);

    const ofOthers = local.apiKeys.create({ subject: 'org_acme', name: 'CI' });
    expect(await client.ask('renew', ofOthers.secret)).toEqual(rejection('subject-mismatch'));
    expect(await client.ask('machines')).toEqual(ANSWER);
  });

  it('is verified by its last key after a minute', async () => {
    const clock = stopClock();
    const first = newKey();
    const second = newKey();
    const client = await open(first.secret);
    await client.ask('renew', second.secret);
    local.apiKeys.revoke(first.id);
    clock.advance(MINUTE);
    expect(await client.ask('machines')).toEqual(ANSWER);
    local.apiKeys.revoke(second.id);
    clock.advance(MINUTE);
    expect(await client.ask('machines')).toEqual(rejection('token-invalid'));
  });

  it('can be renewed while the old key is being verified', async () => {
    const clock = stopClock();
    const first = newKey();
    const second = newKey();
    const gate = new Gate();
    const client = await open(first.secret, {
      fetch: async (input, init) => {
        const answered = await local.fetch(input, init);
        await gate.pass();
        return answered;
      },
    });
    await client.ask('machines');
    local.apiKeys.revoke(first.id);

    const renewal = gate.next();
    client.send('renew', second.secret);
    const answerRenewal = await renewal;
    clock.advance(MINUTE);
    const question = gate.next();
    client.send('machines');
    const answerQuestion = await question;
    answerRenewal();
    expect(await client.hear()).toEqual(ANSWER);
    answerQuestion();
    // The result for the old key no longer matters.
    expect(await client.hear()).toEqual(ANSWER);
    expect(await client.ask('machines')).toEqual(ANSWER);
  });
});

describe.each(SOCKET_KINDS)('$name: calls that a machine token costs', kind => {
  const open = async (token?: string) => {
    const { port } = await startSockets({ ...local.keys, jwtKey: local.jwtKey, fetch: ownFetch() }, { kind });
    return kind.connect(port, token === undefined ? {} : { headers: bearer(token) });
  };

  it('are zero for messages that do not accept it', async () => {
    const client = await open('ak_made_up');
    for (let count = 0; count < 3; count++) {
      expect(await client.ask('guarded')).toEqual(rejection('token-type-mismatch'));
      expect((await client.ask('who')).data).toMatchObject({ isAuthenticated: false });
    }
    expect(local.requests).toEqual([]);
    expect(await client.ask('machines')).toEqual(rejection('token-invalid'));
    expect(local.requests).toHaveLength(1);
  });

  it('are ten a minute for renewals, then it is too-many-attempts', async () => {
    const clock = stopClock();
    const client = await open();
    for (let count = 0; count < 10; count++) {
      expect(await client.ask('renew', `ak_made_up_${count}`)).toEqual(rejection('token-invalid'));
    }
    for (let count = 0; count < 20; count++) {
      expect(await client.ask('renew', `ak_another_${count}`)).toEqual(rejection('too-many-attempts'));
    }
    expect(local.requests).toHaveLength(10);
    const session = await local.issueSessionToken({ userId: 'user_alice' });
    clock.advance(MINUTE);
    expect(await client.ask('renew', newKey().secret)).toEqual(ANSWER);
    expect((await client.ask('renew', session)).event).toBe('answer');
  });

  it('are one more for a renewal of a connection whose key no message needed', async () => {
    const client = await open(newKey().secret);
    const ofOthers = local.apiKeys.create({ subject: 'org_acme', name: 'CI' });
    expect(await client.ask('renew', ofOthers.secret)).toEqual(rejection('subject-mismatch'));
    expect(local.requests).toHaveLength(2);
    expect(await client.ask('machines')).toEqual(ANSWER);
    expect(local.requests).toHaveLength(2);
  });
});

describe.each(SOCKET_KINDS)('$name: keys that cannot be fetched', kind => {
  it('reject a user only until they can', async () => {
    const clock = stopClock();
    const { port } = await startSockets({ ...local.keys, fetch: ownFetch() }, { kind });
    const token = await local.issueSessionToken({ userId: 'user_alice' });
    const client = await kind.connect(port, { headers: bearer(token) });

    local.outage = 'network';
    expect(await client.ask('guarded')).toEqual(unavailable('jwk-remote-failed-to-load'));
    local.outage = undefined;
    clock.advance(2 * SECOND);
    expect(await client.ask('guarded')).toEqual({ event: 'answer', data: { userId: 'user_alice' } });
  });

  it('are fetched once for concurrent messages', async () => {
    const { port } = await startSockets({ ...local.keys, fetch: ownFetch() }, { kind });
    const token = await local.issueSessionToken({ userId: 'user_alice' });
    const client = await kind.connect(port, { headers: bearer(token) });
    for (let count = 0; count < 5; count++) client.send('guarded');
    for (let count = 0; count < 5; count++) expect((await client.hear()).event).toBe('answer');
    expect(local.requests.map(({ operation }) => operation)).toEqual(['GetJWKS']);
  });

  it('a token from the future is accepted once our clock reaches its time', async () => {
    const clock = stopClock();
    const { port } = await startSockets({ ...local.keys, jwtKey: local.jwtKey }, { kind });
    const nbf = clock.now / SECOND + 30;
    const token = await local.issueSessionToken({ userId: 'user_alice', claims: { nbf } });
    const client = await kind.connect(port, { headers: bearer(token) });
    expect(await client.ask('guarded')).toEqual(rejection('session-token-nbf'));
    clock.advance(30 * SECOND);
    expect((await client.ask('guarded')).event).toBe('answer');
  });
});

describe.each(SOCKET_KINDS)('$name: @CurrentUser()', kind => {
  const open = async (opening: { headers?: { authorization: string } }) => {
    const { port } = await startSockets({ ...local.keys, jwtKey: local.jwtKey, retries: 0 }, { kind });
    return kind.connect(port, opening);
  };
  const signedIn = async () =>
    open({ headers: bearer(await local.issueSessionToken({ userId: 'user_alice' })) });

  it('is null for a signed-out client', async () => {
    const client = await open({});
    expect((await client.ask('profile')).data).toEqual({ id: null, firstName: null });
    expect(local.requests).toEqual([]);
  });

  it('is fetched once per message', async () => {
    const client = await signedIn();
    expect((await client.ask('profile')).data).toEqual({ id: 'user_alice', firstName: 'Alice' });
    expect(local.requests).toHaveLength(1);
    local.users.update('user_alice', { firstName: 'Alicia' });
    expect((await client.ask('profile')).data).toEqual({ id: 'user_alice', firstName: 'Alicia' });
    expect(local.requests).toHaveLength(2);
    local.users.update('user_alice', { firstName: 'Alice' });
  });

  it('rejects while the Backend API fails', async () => {
    const client = await signedIn();
    local.outage = 503;
    expect(await client.ask('profile')).toEqual(unavailable('backend-api-unavailable'));
  });
});

/** Holds a call that a user waits for. */
class Gate {
  readonly #keepers: ((letThrough: () => void) => void)[] = [];

  async pass(): Promise<void> {
    const keeper = this.#keepers.shift();
    if (keeper) await new Promise<void>(keeper);
  }

  /** Announces the next call, with a function that releases it. */
  next(): Promise<() => void> {
    return new Promise(keeper => this.#keepers.push(keeper));
  }
}
