import 'reflect-metadata';
import assert from 'node:assert/strict';
import type { Type } from '@nestjs/common';
import { Module, UseGuards } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { ClerkAuthGuard, ClerkModule, Public } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

@WebSocketGateway()
class ChatGateway {
  @SubscribeMessage('message')
  message() {
    return 'received';
  }
}

@WebSocketGateway()
@UseGuards(ClerkAuthGuard)
class GuardedGateway {
  @SubscribeMessage('message')
  message() {
    return 'received';
  }
}

@WebSocketGateway()
class OpenGateway {
  @Public()
  @SubscribeMessage('message')
  message() {
    return 'received';
  }
}

/**
 * Gateways with a global guard, which Nest 11 does not run for them: the application does not start, and the error
 * names the gateway. With Nest 12 it starts.
 *
 *     node main.js 11|12
 */
async function main(nestMajor: string | undefined): Promise<void> {
  assert(nestMajor === '11' || nestMajor === '12');
  const starts = (gateway: Type, isGlobal: boolean) => start(gateway, isGlobal).then(() => true);

  for (const isGlobal of [true, false]) {
    assert.equal(await starts(GuardedGateway, isGlobal), true);
    assert.equal(await starts(OpenGateway, isGlobal), true);
    if (nestMajor === '12') {
      assert.equal(await starts(ChatGateway, isGlobal), true);
      continue;
    }
    await assert.rejects(start(ChatGateway, isGlobal), {
      code: 'guard_missing',
      message: /ChatGateway\.message.*@UseGuards\(ClerkAuthGuard\).*@Public\(\)/s,
    });
  }
}

/** @param isProvider - whether the guard is global by `APP_GUARD` instead of `useGlobalGuards()` */
async function start(gateway: Type, isProvider: boolean): Promise<void> {
  const { keys } = await LocalClerk.create();
  @Module({
    imports: [ClerkModule.forRoot({ ...keys })],
    providers: [gateway, ...(isProvider ? [{ provide: APP_GUARD, useClass: ClerkAuthGuard }] : [])],
  })
  class AppModule {}

  const app = await NestFactory.create(AppModule, { logger: false, abortOnError: false });
  try {
    app.useWebSocketAdapter(new IoAdapter(app));
    if (!isProvider) app.useGlobalGuards(app.get(ClerkAuthGuard));
    await app.listen(0, '127.0.0.1');
  } finally {
    await app.close();
  }
}

void main(process.argv[2]);
