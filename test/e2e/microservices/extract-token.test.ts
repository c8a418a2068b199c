import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Injectable, UseGuards } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { ExternalContextCreator, NestFactory } from '@nestjs/core';
import { Auth, ClerkAuthGuard, ClerkModule } from 'nest-clerk';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../support/environment.js';
import { InProcessStrategy } from '../../support/microservices/in-process-strategy.js';
import { MessagesModule } from '../../support/microservices/messages-module.js';
import {
  closeLater,
  closeMicroservices,
  errorOf,
  startMicroservice,
  startTcp,
} from '../../support/microservices/running-microservice.js';
import { bearer } from '../../support/nest-app.js';

type Extractor = ClerkModuleOptions['extractToken'];

let local: LocalClerk;
let alice: string;
let bob: string;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }, { id: 'user_bob' }] });
  alice = await local.issueSessionToken({ userId: 'user_alice' });
  bob = await local.issueSessionToken({ userId: 'user_bob' });
});
beforeEach(() => {
  local.requests.length = 0;
});
afterEach(closeMicroservices);

const options = (extractToken?: Extractor) => ({ ...local.keys, jwtKey: local.jwtKey, extractToken });

const tokenInPayload: Extractor = context =>
  context.switchToRpc().getData<{ token?: string } | undefined>()?.token;

const unauthenticated = (reason: string) => ({
  status: 'error',
  message: 'Unauthenticated',
  code: 'UNAUTHENTICATED',
  reason,
});

describe('option extractToken with a transport of Nest', () => {
  it.each(['', 'Bearer '])('reads a token from the payload, after "%s"', async scheme => {
    const client = await startTcp(MessagesModule.with(options(tokenInPayload)));
    const answer = await client.send('guarded', { token: `${scheme}${alice}` });
    expect(answer).toMatchObject({ userId: 'user_alice' });
  });

  it('may be asynchronous', async () => {
    const client = await startTcp(MessagesModule.with(options(() => Promise.resolve(alice))));
    expect(await client.send('guarded')).toMatchObject({ userId: 'user_alice' });
  });

  it('is preferred to the metadata, which are read if it returns no token', async () => {
    const client = await startTcp(MessagesModule.with(options(tokenInPayload)));
    expect(await client.send('guarded', { token: alice }, bearer(bob))).toMatchObject({
      userId: 'user_alice',
    });
    expect(await client.send('guarded', {}, bearer(bob))).toMatchObject({ userId: 'user_bob' });
    expect(await client.send('guarded', { headers: bearer(bob) })).toMatchObject({ userId: 'user_bob' });
  });

  it('that returns an invalid token rejects the message without reading the metadata', async () => {
    const client = await startTcp(MessagesModule.with(options(tokenInPayload)));
    const answer = errorOf(client.send('guarded', { token: 'garbage' }, bearer(bob)));
    expect(await answer).toEqual(unauthenticated('token-invalid'));
  });

  it.each([[''], [null], [7], [true], [{ token: 'x' }], [['x']]])(
    'that returns %j has found no token',
    async token => {
      const client = await startTcp(MessagesModule.with(options(tokenInPayload)));
      const answer = errorOf(client.send('guarded', { token }));
      expect(await answer).toEqual(unauthenticated('session-token-missing'));
    },
  );

  it.each([
    [
      'throws',
      () => {
        throw new Error('canary');
      },
    ],
    ['rejects', () => Promise.reject(new Error('canary'))],
  ])('that %s rejects the message without telling the client why', async (_, extractToken: Extractor) => {
    const client = await startTcp(MessagesModule.with(options(extractToken)));
    const failure = { status: 'error', message: 'Internal server error' };
    expect(await errorOf(client.send('guarded', {}, bearer(alice)))).toEqual(failure);
    expect(await errorOf(client.send('unguarded', {}, bearer(alice)))).toEqual(failure);
    expect(await client.send('health')).toEqual({ isUp: true });
  });

  it('is called once per message', async () => {
    let asked = 0;
    const { token } = await local.m2mTokens.create();
    const client = await startTcp(MessagesModule.with(options(() => (asked++, token))));
    await client.send('machine');
    expect({ asked, calls: local.requests.length }).toEqual({ asked: 1, calls: 1 });
  });
});

describe('option extractToken with a custom transport', () => {
  async function start(extractToken?: Extractor): Promise<InProcessStrategy> {
    const strategy = new InProcessStrategy();
    await startMicroservice(MessagesModule.with(options(extractToken)), { strategy });
    return strategy;
  }

  it('reads the token', async () => {
    const strategy = await start(tokenInPayload);
    expect(await strategy.deliver('guarded', { token: alice })).toMatchObject({ userId: 'user_alice' });
    expect(await errorOf(strategy.deliver('guarded', {}))).toEqual(unauthenticated('session-token-missing'));
  });

  it('reads the token of each message, although one context object is shared', async () => {
    const strategy = await start(tokenInPayload);
    await strategy.deliver('guarded', { token: alice });
    expect(await strategy.deliver('guarded', { token: bob })).toMatchObject({ userId: 'user_bob' });
    expect(await errorOf(strategy.deliver('guarded', {}))).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await strategy.deliver('unguarded', {})).toMatchObject({ isAuthenticated: false });
  });

  it.each([[undefined], [null], ['text'], [7], [[]]])('rejects the payload %j', async payload => {
    const strategy = await start();
    expect(await errorOf(strategy.deliver('guarded', payload))).toEqual(
      unauthenticated('session-token-missing'),
    );
  });
});

describe('option extractToken with a context type that Nest does not know', () => {
  @Injectable()
  class Bot {
    @UseGuards(ClerkAuthGuard)
    guarded(@Auth('userId') userId: string) {
      return { userId };
    }
  }

  /** Behaves like libraries with transports of their own, such as those of chat bots. */
  async function start(extractToken?: Extractor) {
    const app = await NestFactory.createApplicationContext(
      { module: class {}, imports: [ClerkModule.forRoot(options(extractToken))], providers: [Bot] },
      { logger: false, abortOnError: false },
    );
    closeLater(() => app.close());
    const bot = app.get(Bot);
    const noParametersButOurs = { exchangeKeyForValue: () => undefined };
    return app
      .get(ExternalContextCreator)
      .create(
        bot,
        bot.guarded as never,
        'guarded',
        ROUTE_ARGS_METADATA,
        noParametersButOurs,
        undefined,
        undefined,
        undefined,
        'bot',
      );
  }

  const tokenOfUpdate: Extractor = context => context.getArgByIndex<{ token?: string }>(0).token;

  it('reads the token', async () => {
    const handle = await start(tokenOfUpdate);
    expect(await handle({ token: alice })).toEqual({ userId: 'user_alice' });
    expect(await errorOf(handle({}))).toMatchObject({ status: 401, reason: 'session-token-missing' });
  });

  it('is necessary: without it every call is rejected', async () => {
    const handle = await start();
    const error = await errorOf(handle({ headers: bearer(alice), authorization: alice }));
    expect(error).toMatchObject({ status: 401, reason: 'request-not-authenticated' });
  });
});
