import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { WebSocketGateway } from '@nestjs/websockets';
import { AcceptsToken, ClerkAuthGuard, ClerkModule, OnUnauthenticated, Protect, Public } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';
import type { NestSettings } from '../../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
afterEach(closeApps);

function start(
  controllers: NonNullable<NestSettings['controllers']>,
  providers: NestSettings['providers'] = [],
) {
  return startNest({ imports: [ClerkModule.forRoot(local.keys)], controllers, providers });
}

const as = async (orgRole = 'org:member') =>
  bearer(await local.issueSessionToken({ userId: 'user_alice', orgId: 'org_acme', orgRole }));
const asAdmin = () => as('org:admin');

describe('@Protect() with an invalid requirement', () => {
  it.each([undefined, null, {}, { roles: 'org:admin' }, { role: [] }, 'org:admin'])(
    '@Protect(%j) throws when the file is loaded',
    requirement => {
      expect(() => Protect(requirement as never)).toThrow(
        expect.objectContaining({ name: 'ClerkConfigurationError', code: 'requirement_invalid' }),
      );
    },
  );
});

describe('decorator without effect', () => {
  const unprotected = expect.objectContaining({
    name: 'ClerkConfigurationError',
    code: 'requirement_invalid',
  });

  it.each([
    ['a property', undefined],
    ['an accessor', { get: () => 1 }],
    ['a parameter', 0],
  ])('throws when the file is loaded: @Protect() on %s', (_what, descriptor) => {
    class Salary {}
    const decorate: (...target: never[]) => unknown = Protect({ role: 'org:admin' });
    expect(() => decorate(...([Salary.prototype, 'amount', descriptor] as never[]))).toThrow(unprotected);
  });

  describe('stops the start below a decorator that replaces the class', () => {
    type Class = new (...args: never[]) => object;
    const replacements: [string, (type: Class) => object][] = [
      ['by a proxy', type => new Proxy(type, {})],
      [
        'by a function with the same prototype',
        type => {
          const replacement = function () {};
          replacement.prototype = type.prototype as unknown;
          return replacement;
        },
      ],
      [
        'by a class with the same methods',
        type => {
          class Replacement {}
          const { constructor: _, ...methods } = Object.getOwnPropertyDescriptors(type.prototype);
          Object.defineProperties(Replacement.prototype, methods);
          return Replacement;
        },
      ],
    ];
    const decorators: [string, () => ClassDecorator][] = [
      ['@Protect()', () => Protect({ role: 'org:admin' })],
      ['@AcceptsToken()', () => AcceptsToken('api_key')],
      ['@Public()', () => Public()],
      ['@OnUnauthenticated()', () => OnUnauthenticated('reject')],
    ];
    const cases = decorators.flatMap(([name, decorator]) =>
      replacements.map(([how, replace]) => [name, how, decorator, replace] as const),
    );

    it.each(cases)('%s, replaced %s', async (name, _how, decorator, replace) => {
      const Replacing: ClassDecorator = type => replace(type as unknown as Class) as never;
      @Controller()
      @Replacing
      @decorator()
      class SalariesController {
        @Get('salaries')
        read() {
          return 'salaries';
        }
      }
      const starting = start([SalariesController], [{ provide: APP_GUARD, useClass: ClerkAuthGuard }]);
      await expect(starting).rejects.toMatchObject({
        code: 'requirement_invalid',
        message: expect.stringMatching(new RegExp(`^${name.replace(/[()]/g, '\\$&')}.*replaced the class`)),
      });
    });

    it('but not if it is replaced by a subclass, which inherits the decorator', async () => {
      const Extending: ClassDecorator = type => class extends (type as unknown as Class) {} as never;
      @Controller()
      @Extending
      @Protect({ role: 'org:admin' })
      class SalariesController {
        @Get('salaries')
        read() {
          return 'salaries';
        }
      }
      const app = await start([SalariesController]);
      expect((await app.get('/salaries')).status).toBe(401);
      expect((await app.get('/salaries', await as())).status).toBe(403);
      expect((await app.get('/salaries', await asAdmin())).status).toBe(200);
    });
  });

  const Replaced = (replacementFor: (method: Method) => Method): MethodDecorator =>
    ((_prototype: object, _key: string, descriptor: { value: Method }) => {
      descriptor.value = replacementFor(descriptor.value);
    }) as MethodDecorator;
  type Method = (...args: unknown[]) => unknown;
  const logged = (method: Method): Method =>
    function (this: unknown, ...args) {
      return method.apply(this, args);
    };
  const loggedWithMetadata = (method: Method): Method => {
    const replacement = logged(method);
    for (const key of Reflect.getMetadataKeys(method) as string[]) {
      Reflect.defineMetadata(key, Reflect.getMetadata(key, method), replacement);
    }
    return replacement;
  };

  it.each([
    ['@Protect() with a requirement', [{ role: 'org:admin' }]],
    ['@Protect() without a requirement', []],
  ] as const)('stops the start: %s below a decorator that replaces the method', async (_what, of) => {
    class BaseController {
      @Get('logged')
      @Replaced(logged)
      @Protect(...of)
      logged() {}
    }
    @Controller()
    class LoggedController extends BaseController {}

    await expect(start([LoggedController])).rejects.toThrow(unprotected);
    await expect(
      start([LoggedController], [{ provide: APP_GUARD, useExisting: ClerkAuthGuard }]),
    ).rejects.toThrow('BaseController.logged');
  });

  it.each([
    ['@AcceptsToken()', AcceptsToken('api_key')],
    ['@Public()', Public()],
    ['@OnUnauthenticated()', OnUnauthenticated('reject')],
  ])('stops the start: %s below a decorator that replaces the method', async (name, decorator) => {
    const under = (replacement: (method: Method) => Method) => {
      @Controller()
      class NotesController {
        @Get('notes')
        @Replaced(replacement)
        @decorator
        notes() {}
      }
      return NotesController;
    };
    await expect(start([under(logged)])).rejects.toThrow(`${name} on NotesController.notes has no effect`);
    await expect(start([under(loggedWithMetadata)])).resolves.toBeDefined();
  });

  it.each([
    ['@AcceptsToken()', AcceptsToken('api_key')],
    ['@Public()', Public()],
    ['@OnUnauthenticated()', OnUnauthenticated('reject')],
  ])('throws when the file is loaded: %s on a property', (_name, decorator) => {
    class Salary {}
    const decorate = decorator as (...target: unknown[]) => unknown;
    expect(() => decorate(Salary.prototype, 'amount')).toThrow(unprotected);
  });

  it('is accepted above a decorator that replaces the method, and below one that copies metadata', async () => {
    @Controller()
    class LoggedController {
      @Get('above')
      @Protect({ role: 'org:admin' })
      @Replaced(logged)
      above() {}

      @Get('below')
      @Replaced(loggedWithMetadata)
      @Protect({ role: 'org:admin' })
      below() {}
    }
    const app = await start([LoggedController]);
    for (const path of ['/above', '/below']) {
      expect([(await app.get(path)).status, (await app.get(path, await as())).status]).toEqual([401, 403]);
      expect((await app.get(path, await asAdmin())).status).toBe(200);
    }
  });

  it.each(['handleConnection', 'handleDisconnect', 'afterInit'])(
    'stops the start: @Protect() on %s() of a gateway',
    async key => {
      @WebSocketGateway()
      class ChatGateway {
        [key]() {}
      }
      const descriptor = Object.getOwnPropertyDescriptor(ChatGateway.prototype, key);
      Protect()(ChatGateway.prototype, key, descriptor!);
      await expect(start([], [ChatGateway])).rejects.toThrow(`ChatGateway.${key}`);
    },
  );

  it('is accepted on a method that is decorated after the application is created, with a global guard', async () => {
    @Controller('late')
    class LateController {
      @Get()
      late() {}
    }
    const app = await startNest({
      imports: [ClerkModule.forRoot(local.keys)],
      controllers: [LateController],
      providers: [{ provide: APP_GUARD, useExisting: ClerkAuthGuard }],
      configure: () => {
        const method = Object.getOwnPropertyDescriptor(LateController.prototype, 'late');
        Protect({ role: 'org:admin' })(LateController.prototype, 'late', method!);
      },
    });
    expect((await app.get('/late', await as())).status).toBe(403);
    expect((await app.get('/late', await asAdmin())).status).toBe(200);
  });
});
