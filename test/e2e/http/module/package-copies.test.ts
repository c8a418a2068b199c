import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Controller, Get, Inject, Injectable, UseGuards } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type * as nestClerk from 'nest-clerk';
import { ClerkAuthGuard, ClerkClient, ClerkModule } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { closeApps, startNest } from '../../../support/running-app.js';

type Package = typeof nestClerk;

let local: LocalClerk;
let second: Package;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  jest.resetModules();
  second = await import('nest-clerk');
});
afterEach(closeApps);

function start(controllers: Type[], providers: Type[] = []) {
  return startNest({
    imports: [ClerkModule.forRoot(local.keys)],
    controllers,
    providers: [{ provide: APP_GUARD, useClass: ClerkAuthGuard }, ...providers],
  });
}

const otherCopyError = expect.objectContaining({
  name: 'ClerkConfigurationError',
  code: 'package_loaded_twice',
  message: expect.stringMatching(/^Notes\w+ uses another copy of nest-clerk.*npm ls nest-clerk/),
});

describe('start of an application with two copies of the package fails', () => {
  it('with two different copies, which this file imports', () => {
    expect(second.ClerkModule).not.toBe(ClerkModule);
  });

  it.each<[string, () => MethodDecorator]>([
    ['@Public()', () => second.Public()],
    ['@AcceptsToken()', () => second.AcceptsToken('api_key')],
    ['@OnUnauthenticated()', () => second.OnUnauthenticated('reject')],
    ['@Protect()', () => second.Protect()],
    ['@UseGuards(ClerkAuthGuard)', () => UseGuards(second.ClerkAuthGuard)],
  ])('with %s of the other copy on a handler', async (_name, decorator) => {
    @Controller()
    class NotesController {
      @Get('notes')
      @decorator()
      notes() {}
    }
    await expect(start([NotesController])).rejects.toEqual(otherCopyError);
  });

  it('with a decorator of the other copy on a controller', async () => {
    @Controller()
    @second.Public()
    class NotesController {
      @Get('notes')
      notes() {}
    }
    await expect(start([NotesController])).rejects.toEqual(otherCopyError);
  });

  it('with a parameter decorator of the other copy', async () => {
    @Controller()
    class NotesController {
      @Get('notes')
      notes(@second.Auth('userId') userId: string) {
        return { userId };
      }
    }
    await expect(start([NotesController])).rejects.toEqual(otherCopyError);
  });

  it('with a global guard of the other copy', async () => {
    const starting = startNest({
      imports: [ClerkModule.forRoot(local.keys)],
      configure: app => app.useGlobalGuards(new second.ClerkAuthGuard()),
    });
    await expect(starting).rejects.toMatchObject({
      code: 'package_loaded_twice',
      message: expect.stringMatching(/^ClerkAuthGuard uses another copy/),
    });
  });

  it('with a client of the other copy injected', async () => {
    @Injectable()
    class NotesService {
      constructor(@Inject(ClerkClient) readonly clerk: ClerkClient) {}
    }
    Reflect.defineMetadata('design:paramtypes', [second.ClerkClient], NotesService);
    Reflect.deleteMetadata('self:paramtypes', NotesService);
    await expect(start([], [NotesService])).rejects.toEqual(otherCopyError);
  });
});

it('unless another copy is loaded without being used', async () => {
  @Controller()
  class NotesController {
    @Get('notes')
    notes() {}
  }
  const app = await start([NotesController]);
  expect((await app.get('/notes')).status).toBe(401);
});
