import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { UseGuards } from '@nestjs/common';
import { Args, Context, Mutation, Resolver, Subscription } from '@nestjs/graphql';
import { AcceptsToken, ClerkAuthGuard, ClerkConnections, Protect, Public } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';
import type { ExecutionResult } from 'graphql';
import type { Client } from 'graphql-ws';

import { MINUTE, SECOND } from '../../support/clock.js';
import { setEnvironment } from '../../support/environment.js';
import { GRAPHQL_SERVERS, startGraphql } from '../../support/graphql-app.js';
import { connect, disconnectAll } from '../../support/graphql-connection.js';
import { closeApps } from '../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
});
beforeEach(async () => {
  // Sockets and promises are real: only the clock and `setTimeout()` are stopped.
  jest.useFakeTimers({
    now: Date.UTC(2026, 5, 1, 12),
    doNotFake: [
      'nextTick',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'queueMicrotask',
      'performance',
      'hrtime',
    ],
  });
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  ticks = new Ticks();
});
afterEach(async () => {
  jest.useRealTimers();
  await disconnectAll();
  await closeApps();
});

const ALICE = { userId: 'user_alice' };
const ADMIN = { ...ALICE, orgId: 'org_acme', orgRole: 'org:admin' };
const MEMBER = { ...ADMIN, orgRole: 'org:member' };

/** An endless source of events, like a broker. */
class Ticks {
  isClosed = false;
  private waiting: ((result: IteratorResult<unknown>) => void) | undefined;

  async emit(payload: unknown): Promise<void> {
    while (!this.waiting) await turn();
    this.waiting({ value: payload, done: false });
    this.waiting = undefined;
  }

  readonly events: AsyncIterableIterator<unknown> = {
    next: () => new Promise(resolve => (this.waiting = resolve)),
    return: () => {
      this.isClosed = true;
      return Promise.resolve({ value: undefined, done: true });
    },
    [Symbol.asyncIterator]: () => this.events,
  };
}
let ticks: Ticks;

const turn = () => new Promise(resolve => setImmediate(resolve));

@Resolver()
@UseGuards(ClerkAuthGuard)
class TicksResolver {
  constructor(private readonly connections: ClerkConnections) {}

  @Subscription(() => String)
  ticks() {
    return ticks.events;
  }

  @Subscription(() => Number, {
    filter: (payload: { value: number }) => payload.value > 1,
    resolve: (payload: { value: number }) => payload.value,
  })
  bigTicks() {
    return ticks.events;
  }

  @Public()
  @Subscription(() => String)
  openTicks() {
    return ticks.events;
  }

  @Subscription(() => String)
  @Protect({ role: 'org:admin' })
  adminTicks() {
    return ticks.events;
  }

  @Subscription(() => String)
  @AcceptsToken('api_key')
  machineTicks() {
    return ticks.events;
  }

  @Public()
  @Mutation(() => Boolean)
  async renew(@Context() context: object, @Args('token') token: string) {
    await this.connections.renew(context, token);
    return true;
  }
}

/** The results of a subscription so far. */
interface Followed {
  readonly results: ExecutionResult[];
  isComplete: boolean;
  failure: unknown;
}

function follow(client: Client, query: string): Followed {
  const followed: Followed = { results: [], isComplete: false, failure: undefined };
  client.subscribe<Record<string, unknown>>(
    { query },
    {
      next: result => void followed.results.push(result as ExecutionResult),
      complete: () => void (followed.isComplete = true),
      error: error => void (followed.failure = error),
    },
  );
  return followed;
}

async function until(condition: () => boolean): Promise<void> {
  for (let turns = 0; !condition(); turns++) {
    if (turns > 20_000) throw new Error('It never came to be.');
    await turn();
  }
}

describe.each(GRAPHQL_SERVERS)('%s: running subscription', server => {
  async function open(token: string) {
    const graphql = server === 'mercurius on Fastify' ? { subscription: { fullWsTransport: true } } : {};
    const app = await startGraphql(server, local.keys, { graphql, providers: [TicksResolver] });
    return connect(app.port, { params: { token } });
  }
  const tokenOf = (who: typeof ALICE = ALICE) => local.issueSessionToken(who);

  async function expectEvent(followed: Followed, name: string, payload: unknown, data: unknown) {
    const before = followed.results.length;
    await ticks.emit(payload);
    await until(() => followed.results.length > before);
    expect(followed.results.at(-1)).toEqual({ data: { [name]: data } });
  }

  async function expectEnd(followed: Followed, extensions: object) {
    await until(() => followed.isComplete || followed.failure !== undefined);
    expect(followed.failure).toBeUndefined();
    expect(followed.results.at(-1)?.errors).toEqual([expect.objectContaining({ extensions })]);
    expect(followed.results.at(-1)?.data ?? null).toBeNull();
  }
  const expired = { code: 'UNAUTHENTICATED', reason: 'token-expired' };

  it('ends when its token expires, without an event, and the connection stays open', async () => {
    const { client, operate } = await open(await tokenOf());
    const followed = follow(client, 'subscription { ticks }');
    await expectEvent(followed, 'ticks', { ticks: 'first' }, 'first');

    await jest.advanceTimersByTimeAsync(2 * MINUTE);
    await expectEnd(followed, expired);
    expect(ticks.isClosed).toBe(true);
    expect(await operate('{ userId }')).toEqual({ data: [{ userId: null }], errors: [] });
  });

  it('ends if it has a filter and a resolver of its own', async () => {
    const { client } = await open(await tokenOf());
    const followed = follow(client, 'subscription { bigTicks }');
    await expectEvent(followed, 'bigTicks', { value: 2 }, 2);

    await jest.advanceTimersByTimeAsync(2 * MINUTE);
    await expectEnd(followed, expired);
  });

  it('drops an event after the expiry and before the timer', async () => {
    const { client } = await open(await tokenOf());
    const followed = follow(client, 'subscription { ticks }');
    await expectEvent(followed, 'ticks', { ticks: 'first' }, 'first');

    jest.setSystemTime(Date.now() + 2 * MINUTE);
    await ticks.emit({ ticks: 'late' });
    await expectEnd(followed, expired);
    expect(JSON.stringify(followed.results)).not.toContain('late');
  });

  it('continues after the client has renewed the connection, until the new token expires', async () => {
    const { client, operate } = await open(await tokenOf());
    const followed = follow(client, 'subscription { ticks }');
    await expectEvent(followed, 'ticks', { ticks: 'first' }, 'first');

    await jest.advanceTimersByTimeAsync(40 * SECOND);
    const renewal = await operate(`mutation { renew(token: "${await tokenOf()}") }`);
    expect(renewal).toEqual({ data: [{ renew: true }], errors: [] });
    await jest.advanceTimersByTimeAsync(40 * SECOND);
    await expectEvent(followed, 'ticks', { ticks: 'second' }, 'second');

    await jest.advanceTimersByTimeAsync(2 * MINUTE);
    await expectEnd(followed, expired);
  });

  it('ends if the token that renewed the connection does not meet its requirement', async () => {
    const { client, operate } = await open(await tokenOf(ADMIN));
    const followed = follow(client, 'subscription { adminTicks }');
    await expectEvent(followed, 'adminTicks', { adminTicks: 'first' }, 'first');

    await jest.advanceTimersByTimeAsync(40 * SECOND);
    await operate(`mutation { renew(token: "${await tokenOf(MEMBER)}") }`);
    await jest.advanceTimersByTimeAsync(40 * SECOND);
    await expectEnd(followed, { code: 'FORBIDDEN', reason: 'requirement-not-met' });
  });

  it('ends after its API key was revoked', async () => {
    const key = local.apiKeys.create({ subject: 'user_alice', name: 'CI' });
    const { client } = await open(key.secret);
    const followed = follow(client, 'subscription { machineTicks }');
    await expectEvent(followed, 'machineTicks', { machineTicks: 'first' }, 'first');
    await jest.advanceTimersByTimeAsync(2 * MINUTE);
    await expectEvent(followed, 'machineTicks', { machineTicks: 'second' }, 'second');

    local.apiKeys.revoke(key.id);
    await jest.advanceTimersByTimeAsync(2 * MINUTE);
    await until(() => followed.isComplete);
    expect(followed.results.at(-1)?.errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('does not end if it is public', async () => {
    const { client } = await open(await tokenOf());
    const followed = follow(client, 'subscription { openTicks }');
    await expectEvent(followed, 'openTicks', { openTicks: 'first' }, 'first');
    await jest.advanceTimersByTimeAsync(60 * MINUTE);
    await expectEvent(followed, 'openTicks', { openTicks: 'second' }, 'second');
  });
});
