import { inspect } from 'node:util';

import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import type { DynamicModule, LoggerService } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { MessagePattern } from '@nestjs/microservices';
import { Auth, ClerkAuthGuard, ClerkModule, Public } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';
import type { Server } from 'node:net';

import { setEnvironment } from '../../../support/environment.js';
import { newHttpAdapter } from '../../../support/http-adapter.js';
import { MessagesModule } from '../../../support/microservices/messages-module.js';
import {
  closeMicroservices,
  errorOf,
  startTcp,
  TCP,
  tcpClient,
} from '../../../support/microservices/running-microservice.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, listenNest } from '../../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
afterEach(async () => {
  await closeMicroservices();
  await closeApps();
});

const tokenOf = (clerk: LocalClerk) => clerk.issueSessionToken({ userId: 'user_alice' });
const optionsOf = ({ keys, jwtKey }: LocalClerk) => ({ ...keys, jwtKey });

/** The response to a client for an internal error. */
const INTERNAL = { status: 'error', message: 'Internal server error' };

function recordingLogger(): LoggerService & { readonly text: string } {
  let text = '';
  const record = (...logged: unknown[]) => void (text += `${inspect(logged, { depth: 8 })}\n`);
  return {
    get text() {
      return text;
    },
    log: record,
    warn: record,
    error: record,
    debug: record,
    verbose: record,
  };
}

describe('application with HTTP and a microservice', () => {
  @Controller()
  class BothController {
    @Get('who')
    @MessagePattern('who')
    who(@Auth('userId') userId: string) {
      return { userId };
    }

    @Public()
    @Get('open')
    @MessagePattern('open')
    open(@Auth('userId') userId: string | null) {
      return { userId };
    }
  }

  async function start() {
    const module: DynamicModule = {
      module: class {},
      imports: [ClerkModule.forRoot(optionsOf(local))],
      controllers: [BothController],
      providers: [{ provide: APP_GUARD, useClass: ClerkAuthGuard }],
    };
    const app = await NestFactory.create(module, await newHttpAdapter(), {
      logger: false,
      abortOnError: false,
    });
    const microservice = app.connectMicroservice(TCP, { inheritAppConfig: true });
    await app.startAllMicroservices();
    const http = await listenNest(app);
    return { http, client: tcpClient(microservice.unwrap<Server>()) };
  }

  it('uses one global guard for both', async () => {
    const { http, client } = await start();
    const headers = bearer(await tokenOf(local));

    expect((await http.get('/who', headers)).json).toEqual({ userId: 'user_alice' });
    expect(await client.send('who', {}, headers)).toEqual({ userId: 'user_alice' });
    expect((await http.get('/who')).status).toBe(401);
    expect(await errorOf(client.send('who'))).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('opens @Public() handlers for both', async () => {
    const { http, client } = await start();
    const headers = bearer(await tokenOf(local));

    expect((await http.get('/open')).json).toEqual({ userId: null });
    expect(await client.send('open')).toEqual({ userId: null });
    expect(await client.send('open', {}, headers)).toEqual({ userId: 'user_alice' });
  });
});

describe('two applications in one process', () => {
  it('accept their own users only, with a guard', async () => {
    const other = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
    const mine = await startTcp(MessagesModule.with(optionsOf(local)));
    const theirs = await startTcp(MessagesModule.with(optionsOf(other)));
    const headers = bearer(await tokenOf(other));

    expect(await theirs.send('guarded', {}, headers)).toMatchObject({ userId: 'user_alice' });
    expect(await errorOf(mine.send('guarded', {}, headers))).toMatchObject({
      code: 'UNAUTHENTICATED',
      reason: 'token-invalid-signature',
    });
  });

  it('report an ambiguous @Auth() without a guard in the log and not to the client', async () => {
    const logger = recordingLogger();
    await startTcp(MessagesModule.with(optionsOf(local)));
    const client = await startTcp(MessagesModule.with(optionsOf(local)), logger);
    const token = await tokenOf(local);

    expect(await errorOf(client.send('unguarded', {}, bearer(token)))).toEqual(INTERNAL);
    expect(logger.text).toContain('put it on handlers that use @Auth()');
    for (const secret of [token.split('.')[1], local.secretKey]) expect(logger.text).not.toContain(secret);
  });

  it('need no guard after the other application has closed', async () => {
    await startTcp(MessagesModule.with(optionsOf(local)));
    await closeMicroservices();
    const client = await startTcp(MessagesModule.with(optionsOf(local)));
    expect(await client.send('unguarded')).toMatchObject({ isAuthenticated: false });
  });
});

describe('keys from requestOptions only', () => {
  const requestOptions = () => optionsOf(local);

  it('reject a message, which has no HTTP request, and log the reason', async () => {
    const logger = recordingLogger();
    const client = await startTcp(MessagesModule.with({ requestOptions }), logger);
    const headers = bearer(await tokenOf(local));

    expect(await errorOf(client.send('guarded', {}, headers))).toEqual(INTERNAL);
    expect(await errorOf(client.send('unguarded', {}, headers))).toEqual(INTERNAL);
    expect(logger.text).toContain('requestOptions');
    expect(logger.text).not.toContain(headers.authorization.split('.')[1]);
  });

  it('keep a @Public() handler open', async () => {
    const client = await startTcp(MessagesModule.with({ requestOptions }));
    expect(await client.send('health')).toEqual({ isUp: true });
    // The caller is unknown, though.
    expect(await errorOf(client.send('public'))).toEqual(INTERNAL);
  });

  it('are not needed if the module has keys', async () => {
    const client = await startTcp(
      MessagesModule.with({ ...optionsOf(local), requestOptions: () => undefined }),
    );
    expect(await client.send('guarded', {}, bearer(await tokenOf(local)))).toMatchObject({
      userId: 'user_alice',
    });
  });
});

it('the log contains neither rejected nor accepted tokens', async () => {
  const logger = recordingLogger();
  const client = await startTcp(MessagesModule.with({ ...optionsOf(local), debug: true }), logger);
  const token = await tokenOf(local);
  const spoiled = `${token.slice(0, -8)}AAAAAAAA`;

  await client.send('guarded', {}, bearer(token));
  await errorOf(client.send('guarded', {}, bearer(spoiled)));
  await client.emit('happened-unfiltered', {}, bearer(spoiled));
  await errorOf(client.send('unguarded', {}, bearer(spoiled)));

  expect(logger.text).toContain('message: signed-in [');
  expect(logger.text).toContain('message: signed-out (token-invalid-signature)');
  expect(logger.text).not.toContain(token.split('.')[1]);
});
