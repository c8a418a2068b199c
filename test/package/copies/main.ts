import 'reflect-metadata';
import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Controller, Get, Module, Req, UseGuards } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { Auth, ClerkAuthGuard, ClerkModule, getAuth } from 'nest-clerk';
import type * as nestClerk from 'nest-clerk';
import type { clerkMiddleware } from 'nest-clerk/express';
import { LocalClerk } from 'nest-clerk/testing';

type Package = typeof nestClerk;
const require = createRequire(import.meta.url);

/**
 * Two copies of the package in one process, as monorepos and peer dependencies of pnpm install them: they share the state
 * of requests, and an application that uses decorators of both does not start.
 */
async function main(): Promise<void> {
  const installed = dirname(require.resolve('nest-clerk/package.json'));
  cpSync(installed, `${installed}-second`, { recursive: true });
  // A name in a variable, which the compiler does not resolve.
  const names = { nest: 'nest-clerk-second', express: 'nest-clerk-second/express' };
  const second = (await import(names.nest)) as Package;
  const express = (await import(names.express)) as { clerkMiddleware: typeof clerkMiddleware };
  assert.notEqual(second.ClerkModule, ClerkModule);

  await requestStateIsShared(second, express.clerkMiddleware);
  await decoratorsStopTheStart(second);
}

async function requestStateIsShared(
  second: Package,
  secondMiddleware: typeof clerkMiddleware,
): Promise<void> {
  const local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });

  @Controller()
  class MeController {
    @Get('me')
    @UseGuards(ClerkAuthGuard)
    me(@Auth('userId') userId: string, @Req() request: object) {
      return { userId, ofSecond: second.getAuth(request).userId, ofFirst: getAuth(request).userId };
    }
  }
  @Module({ imports: [ClerkModule.forRoot({ ...local.keys })], controllers: [MeController] })
  class AppModule {}

  const app = await NestFactory.create(AppModule, { logger: false, abortOnError: false });
  try {
    // A looser middleware of the other copy decides nothing for the module.
    app.use(secondMiddleware({ ...local.keys }));
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    const token = await local.issueSessionToken({ userId: 'user_alice' });
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`http://127.0.0.1:${port}/me`, { headers });
    const alice = 'user_alice';
    assert.deepEqual(await answer.json(), { userId: alice, ofSecond: alice, ofFirst: alice });
    assert.equal((await fetch(`http://127.0.0.1:${port}/me`)).status, 401);
  } finally {
    await app.close();
  }
}

async function decoratorsStopTheStart(second: Package): Promise<void> {
  const decorators: (() => MethodDecorator)[] = [
    () => second.Public(),
    () => second.Protect(),
    () => second.AcceptsToken('api_key'),
    () => UseGuards(second.ClerkAuthGuard),
  ];
  for (const decorator of decorators) {
    @Controller()
    class NotesController {
      @Get('notes')
      @decorator()
      notes() {
        return 'notes';
      }
    }
    await assert.rejects(start(NotesController), {
      code: 'package_loaded_twice',
      message: /NotesController.*npm ls nest-clerk/s,
    });
  }

  @Controller()
  class AuthController {
    @Get('me')
    me(@second.Auth('userId') userId: string) {
      return { userId };
    }
  }
  await assert.rejects(start(AuthController), { code: 'package_loaded_twice' });
}

async function start(controller: Type): Promise<void> {
  const { keys } = await LocalClerk.create();
  @Module({
    imports: [ClerkModule.forRoot({ ...keys })],
    controllers: [controller],
    providers: [{ provide: APP_GUARD, useClass: ClerkAuthGuard }],
  })
  class AppModule {}

  const app = await NestFactory.create(AppModule, { logger: false, abortOnError: false });
  await app.init();
  await app.close();
}

void main();
