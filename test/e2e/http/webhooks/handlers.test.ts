import { Injectable, Scope, Inject } from '@nestjs/common';
import type { LoggerService } from '@nestjs/common';
import { REQUEST } from '@nestjs/core';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { OnClerkEvent } from 'nest-clerk';
import type { UnknownWebhookEvent, WebhookDelivery, WebhookEvent, WebhookEventOf } from 'nest-clerk';

import { closeApps } from '../../../support/running-app.js';
import { deliver, moduleOf, startWebhookApp } from '../../../support/webhooks.js';

let calls: string[];
beforeEach(() => {
  calls = [];
});
afterEach(closeApps);

function silentLogger() {
  const log = () => jest.fn<LoggerService['log']>();
  return { log: log(), error: log(), warn: log(), debug: log() };
}

@Injectable()
class Patterns {
  @OnClerkEvent('user.created')
  one(event: WebhookEventOf<'user.created'>) {
    calls.push(`one ${event.type} ${event.data.id}`);
  }

  @OnClerkEvent(['user.updated', 'organization.created'])
  list(event: WebhookEventOf<'user.updated' | 'organization.created'>) {
    calls.push(`list ${event.type}`);
  }

  @OnClerkEvent('organization.*')
  resource(event: WebhookEventOf<'organization.*'>) {
    calls.push(`resource ${event.type}`);
  }

  @OnClerkEvent('*')
  all(event: WebhookEvent | UnknownWebhookEvent) {
    calls.push(`all ${event.type}`);
  }
}

test.each([
  ['user.created', ['one user.created user_alice', 'all user.created']],
  ['user.updated', ['list user.updated', 'all user.updated']],
  [
    'organization.created',
    ['list organization.created', 'resource organization.created', 'all organization.created'],
  ],
  ['organization.archived', ['resource organization.archived', 'all organization.archived']],
  ['organizationMembership.created', ['all organizationMembership.created']],
  ['galaxy.born', ['all galaxy.born']],
])('an endpoint passes %s to the handlers whose patterns match, in order', async (type, expected) => {
  const app = await startWebhookApp([Patterns]);
  expect((await deliver(app, type)).status).toBe(200);
  expect(calls).toEqual(expected);
});

test('an endpoint responds 200 to an event without a handler, with a debug line', async () => {
  @Injectable()
  class OnlyUsers {
    @OnClerkEvent('user.*')
    user() {
      calls.push('user');
    }
  }
  const logger = silentLogger();
  const app = await startWebhookApp([OnlyUsers], {}, { logger });
  expect((await deliver(app, 'sms.created', { id: 'msg_1' })).status).toBe(200);
  expect(logger.debug.mock.calls.map(([message]) => message)).toContain(
    'Webhook sms.created (msg_1): no handler',
  );
});

test('an endpoint runs handlers in order: modules, their providers, their methods', async () => {
  const provider = (name: string) => {
    @Injectable()
    class Provider {
      @OnClerkEvent('user.created')
      async first() {
        calls.push(`${name} starts`);
        await new Promise(resolve => setImmediate(resolve));
        calls.push(`${name} ends`);
      }

      @OnClerkEvent('user.created')
      second() {
        calls.push(`${name} second`);
      }
    }
    return Provider;
  };
  const app = await startWebhookApp(
    [provider('a'), provider('b')],
    {},
    { imports: [moduleOf([provider('c')])] },
  );
  await deliver(app, 'user.created');
  expect(calls).toEqual(
    ['a', 'b', 'c'].flatMap(name => [`${name} starts`, `${name} ends`, `${name} second`]),
  );
});

test('an endpoint creates a request-scoped provider once per delivery, with the request', async () => {
  @Injectable({ scope: Scope.REQUEST })
  class State {
    count = 0;
    constructor(@Inject(REQUEST) readonly request: { headers: Record<string, string> }) {}
  }
  @Injectable()
  class First {
    constructor(private readonly state: State) {}
    @OnClerkEvent('user.created')
    handle() {
      calls.push(`${this.state.request.headers['svix-id']} ${++this.state.count}`);
    }
  }
  @Injectable()
  class Second extends First {}
  const app = await startWebhookApp([State, First, Second]);
  await deliver(app, 'user.created', { id: 'msg_1' });
  await deliver(app, 'user.created', { id: 'msg_2' });
  expect(calls).toEqual(['msg_1 1', 'msg_1 2', 'msg_2 1', 'msg_2 2']);
});

test('an endpoint calls the handlers of a provider with an alias once, and inherited handlers', async () => {
  class Base {
    @OnClerkEvent('user.created')
    inherited() {
      calls.push('inherited');
    }
    @OnClerkEvent('user.created')
    overridden() {
      calls.push('overridden');
    }
  }
  @Injectable()
  class Derived extends Base {
    override overridden() {
      calls.push('without a decorator');
    }
  }
  const app = await startWebhookApp([Derived, { provide: 'ALIAS', useExisting: Derived }]);
  await deliver(app, 'user.created');
  expect(calls).toEqual(['inherited']);
});

test('an endpoint calls a handler that another decorator wraps', async () => {
  const Wrapped = () => (_target: object, _key: string, descriptor: PropertyDescriptor) => {
    const original = descriptor.value as (...args: unknown[]) => unknown;
    return {
      ...descriptor,
      value(...args: unknown[]) {
        calls.push('wrapped');
        return original.apply(this, args);
      },
    };
  };
  @Injectable()
  class Handlers {
    @Wrapped()
    @OnClerkEvent('user.created')
    handle() {
      calls.push('handled');
    }
  }
  await deliver(await startWebhookApp([Handlers]), 'user.created');
  expect(calls).toEqual(['wrapped', 'handled']);
});

describe('failing handler', () => {
  const failing = { a: 0, b: 0, failures: 1 };
  @Injectable()
  class A {
    @OnClerkEvent('user.created')
    handle() {
      failing.a++;
    }
  }
  @Injectable()
  class B {
    @OnClerkEvent('user.created')
    async handle() {
      failing.b++;
      if (failing.b <= failing.failures) throw new Error('The database is down.');
    }
  }
  beforeEach(() => {
    Object.assign(failing, { a: 0, b: 0, failures: 1 });
  });

  test('responds 500 and logs type, id and handler; a retry runs only failed handlers', async () => {
    const logger = silentLogger();
    const app = await startWebhookApp([A, B], {}, { logger });
    const { status, text } = await deliver(app, 'user.created', { id: 'msg_1' });
    expect(status).toBe(500);
    expect(text).not.toContain('database');
    const [message, stack] = logger.error.mock.calls[0]!;
    expect(message).toBe('Webhook user.created (msg_1): B.handle failed');
    expect(stack).toContain('The database is down.');

    expect((await deliver(app, 'user.created', { id: 'msg_1' })).status).toBe(200);
    expect((await deliver(app, 'user.created', { id: 'msg_1' })).status).toBe(200);
    expect(failing).toMatchObject({ a: 1, b: 2 });
  });

  test('runs a repeated delivery once, and another one with the same content again', async () => {
    const app = await startWebhookApp([A]);
    await deliver(app, 'user.created', { id: 'msg_1' });
    expect((await deliver(app, 'user.created', { id: 'msg_1' })).json).toMatchObject({
      outcome: 'duplicate',
    });
    await deliver(app, 'user.created', { id: 'msg_2' });
    expect(failing.a).toBe(2);
  });

  test('responds 500 after the timeout, aborts the signal, and 409 until the handler has ended', async () => {
    let end: (() => void) | undefined;
    let aborted = false;
    @Injectable()
    class Slow {
      @OnClerkEvent('user.created')
      async handle(_event: WebhookEvent, { signal }: WebhookDelivery) {
        calls.push('started');
        signal.addEventListener('abort', () => (aborted = true));
        await new Promise<void>(resolve => (end = resolve));
      }
    }
    const logger = silentLogger();
    const app = await startWebhookApp([Slow], { timeoutMs: 50 }, { logger });
    expect((await deliver(app, 'user.created', { id: 'msg_1' })).status).toBe(500);
    expect(aborted).toBe(true);
    expect(logger.error.mock.calls[0]![0]).toMatch(/user\.created \(msg_1\).*50 ms/);
    const retried = await deliver(app, 'user.created', { id: 'msg_1' });
    expect(retried.status).toBe(409);
    expect(retried.headers['retry-after']).toBe('60');
    end!();
    await new Promise(resolve => setImmediate(resolve));
    expect((await deliver(app, 'user.created', { id: 'msg_1' })).json).toMatchObject({
      outcome: 'duplicate',
    });
    expect(calls).toEqual(['started']);
  });

  test('responds 500 without running a handler when the store is down', async () => {
    const store = {
      claim: () => Promise.reject(new Error('connect ECONNREFUSED')),
      complete: () => undefined,
      release: () => undefined,
    };
    const logger = silentLogger();
    const app = await startWebhookApp([A], { store }, { logger });
    expect((await deliver(app, 'user.created')).status).toBe(500);
    expect(failing.a).toBe(0);
    expect(logger.error).toHaveBeenCalled();
  });

  test('responds 200 if the handlers succeeded and the store cannot record it', async () => {
    const store = {
      claim: () => 'new' as const,
      complete: () => Promise.reject(new Error('connect ECONNREFUSED')),
      release: () => undefined,
    };
    const logger = silentLogger();
    const app = await startWebhookApp([A], { store }, { logger });
    expect((await deliver(app, 'user.created')).status).toBe(200);
    expect(logger.error).toHaveBeenCalled();
  });
});

describe('start-up errors', () => {
  test.each([
    ['user.creatd', 'user.created'],
    ['User.Created', 'user.created'],
    ['organization_membership.created', 'organizationMembership.created'],
    ['users.*', 'user'],
    ['', ''],
  ])('rejects the type "%s"', async (type, suggestion) => {
    @Injectable()
    class Misspelt {
      @OnClerkEvent(type as 'user.created')
      handle() {
        calls.push('never');
      }
    }
    const starting = startWebhookApp([Misspelt]);
    await expect(starting).rejects.toMatchObject({ code: 'webhook_handler_invalid' });
    await expect(starting).rejects.toThrow(/Misspelt\.handle/);
    if (suggestion) await expect(starting).rejects.toThrow(suggestion);
  });
});
