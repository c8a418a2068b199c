import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, UseGuards } from '@nestjs/common';
import type { CanActivate, INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import {
  KafkaContext,
  MqttContext,
  NatsContext,
  RedisContext,
  RmqContext,
  RpcException,
  TcpContext,
} from '@nestjs/microservices';
import { headers as natsHeaders } from '@nats-io/transport-node';
import { ClerkAuthGuard, ClerkModule } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../support/environment.js';
import { errorOf } from '../../support/microservices/running-microservice.js';

let app: INestApplicationContext;
let guard: CanActivate;
let local: LocalClerk;
let token: string;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  token = await local.issueSessionToken({ userId: 'user_alice' });
  const clerk = ClerkModule.forRoot({ ...local.keys, jwtKey: local.jwtKey });
  app = await NestFactory.createApplicationContext(clerk, { logger: false, abortOnError: false });
  guard = app.get(ClerkAuthGuard);
});
afterAll(() => app.close());

@Controller()
@UseGuards(ClerkAuthGuard)
class MessagesController {
  handle() {}
}

/** Whether the guard accepts a message, as called by Nest. */
async function isLetIn(context: unknown, payload: unknown = {}): Promise<boolean> {
  const handler = MessagesController.prototype.handle;
  const call = new ExecutionContextHost([payload, context], MessagesController, handler);
  call.setType('rpc');
  const error = await errorOf(Promise.resolve().then(() => guard.canActivate(call)));
  if (error === undefined) return true;
  expect(error).toBeInstanceOf(RpcException);
  expect((error as RpcException).getError()).toMatchObject({ code: 'UNAUTHENTICATED' });
  return false;
}

type Headers = Record<string, unknown>;

/** A message of each transport, in the form in which Nest's server passes it on. */
const TRANSPORTS: Record<string, (headers: Headers | undefined) => unknown> = {
  'TCP, in the metadata of the packet': headers => new TcpContext([{} as never, 'pattern', headers as never]),
  'Redis, in the metadata of the packet': headers => new RedisContext(['channel', headers as never]),
  'Kafka, in the headers': headers =>
    new KafkaContext([
      { value: '', headers } as never,
      0,
      'topic',
      {} as never,
      () => undefined as never,
      {} as never,
    ]),
  'RabbitMQ, in the headers of the properties': headers =>
    new RmqContext([{ content: Buffer.alloc(0), properties: { headers } }, {}, 'pattern']),
  'MQTT 5, in the user properties': headers =>
    new MqttContext(['topic', { cmd: 'publish', properties: { userProperties: headers } }]),
};

describe.each(Object.entries(TRANSPORTS))('message by %s', (_, contextWith) => {
  it.each<[string, (token: string) => Headers]>([
    ['a string', text => ({ authorization: `Bearer ${text}` })],
    ['no scheme', text => ({ authorization: text })],
    ['the scheme in another case', text => ({ AuThOrIzAtIoN: `Bearer ${text}` })],
    ['several values', text => ({ authorization: [`Bearer ${text}`, 'Bearer garbage'] })],
    ['bytes', text => ({ authorization: Buffer.from(`Bearer ${text}`) })],
    ['several values of bytes', text => ({ authorization: [Buffer.from(`Bearer ${text}`)] })],
    ['other metadata', text => ({ 'x-trace': '1', authorization: text })],
  ])('is accepted with %s', async (_, headersWith) => {
    expect(await isLetIn(contextWith(headersWith(token)))).toBe(true);
  });

  it.each<[string, Headers | undefined]>([
    ['no headers', undefined],
    ['empty headers', {}],
    ['an empty string', { authorization: '' }],
    ['only a scheme', { authorization: 'Bearer ' }],
    ['another scheme', { authorization: 'Basic dXNlcjpwYXNz' }],
    ['garbage', { authorization: 'Bearer garbage' }],
    ['a number', { authorization: 7 }],
    ['nothing', { authorization: null }],
    ['an object', { authorization: { toString: 'x' } }],
    ['an empty list', { authorization: [] }],
    ['a list in a list', { authorization: [['Bearer garbage']] }],
    ['empty bytes', { authorization: Buffer.alloc(0) }],
    ['bytes that are not UTF-8', { authorization: Buffer.from([0xff, 0x00, 0xfe]) }],
    ['objects with methods of the same names', { get: 'x', keys: 'x', getMap: 'x' }],
  ])('is rejected with %s', async (_, headers) => {
    expect(await isLetIn(contextWith(headers))).toBe(false);
  });

  it('is rejected without a call to Clerk if the token is longer than a header may be', async () => {
    local.requests.length = 0;
    expect(await isLetIn(contextWith({ authorization: `ak_${'x'.repeat(20_000)}` }))).toBe(false);
    expect(local.requests).toEqual([]);
  });

  it('is rejected if the token is only on the prototype', async () => {
    const headers: unknown = JSON.parse(`{"__proto__":{"authorization":"Bearer ${token}"}}`);
    expect(await isLetIn(contextWith(headers as Headers))).toBe(false);
    expect(await isLetIn(contextWith(Object.create({ authorization: token }) as Headers))).toBe(false);
  });

  it('is accepted with the token in `headers` of its payload, without metadata', async () => {
    const payload = { headers: { authorization: `Bearer ${token}` } };
    expect(await isLetIn(contextWith({}), payload)).toBe(true);
    expect(await isLetIn(contextWith({ authorization: 'garbage' }), payload)).toBe(false);
  });
});

describe('message by NATS', () => {
  it.each(['authorization', 'Authorization', 'AUTHORIZATION'])('is accepted with %s', async name => {
    const headers = natsHeaders();
    headers.append('x-trace', '1');
    headers.append(name, `Bearer ${token}`);
    headers.append(name, 'Bearer garbage');
    expect(await isLetIn(new NatsContext(['subject', headers]))).toBe(true);
  });

  it.each([
    ['without headers', undefined],
    ['with other headers', natsHeaders()],
  ])('is rejected %s', async (_, headers) => {
    expect(await isLetIn(new NatsContext(['subject', headers]))).toBe(false);
  });
});

describe('message without metadata', () => {
  it.each([undefined, null, '', 'context', 7, [], {}])('is rejected with the context %j', async context => {
    expect(await isLetIn(context)).toBe(false);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a string', 'headers'],
    ['a number', 7],
    ['a list', [{ headers: {} }]],
    ['invalid headers', { headers: 'authorization' }],
    ['headers that are a list', { headers: ['authorization'] }],
    ['invalid arguments', { metadata: { get: 'x', getMap: 'x' } }],
  ])('is rejected with %s as payload', async (_, payload) => {
    expect(await isLetIn(new TcpContext([{} as never, 'pattern']), payload)).toBe(false);
  });
});
