import type { Server as NetServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import type { DynamicModule, LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClientProxyFactory, NatsRecordBuilder, Transport } from '@nestjs/microservices';
import type { ClientProxy, MicroserviceOptions } from '@nestjs/microservices';
import { headers } from '@nats-io/transport-node';
import { lastValueFrom } from 'rxjs';

/** Where a message carries its token, besides its payload. */
export type Metadata = Readonly<Record<string, string>>;

/** A client of a microservice; it throws what the microservice's error is. */
export interface MessageClient {
  /** Sends a message and returns its answer. */
  send(pattern: string, data?: object, metadata?: Metadata): Promise<unknown>;
  /** Emits an event, and returns when it is on its way. */
  emit(pattern: string, data?: object, metadata?: Metadata): Promise<void>;
}

const closers: (() => unknown)[] = [];

/** For `afterEach` or `afterAll`: ends what was started since the last time, the last first. */
export async function closeMicroservices(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
}

/** Has something ended by {@link closeMicroservices}. */
export function closeLater(close: () => unknown): void {
  closers.push(close);
}

/** Starts an application that is a microservice and nothing else. */
export async function startMicroservice(
  module: DynamicModule,
  options: MicroserviceOptions,
  logger: LoggerService | false = false,
) {
  const app = await NestFactory.createMicroservice(module, { ...options, logger, abortOnError: false });
  closeLater(() => app.close());
  await app.listen();
  return app;
}

/** On a free port. */
export const TCP: MicroserviceOptions = { transport: Transport.TCP, options: { host: '127.0.0.1', port: 0 } };

/** Starts a microservice on a free port of TCP. */
export async function startTcp(module: DynamicModule, logger?: LoggerService): Promise<MessageClient> {
  const app = await startMicroservice(module, TCP, logger);
  return tcpClient(app.unwrap<NetServer>());
}

export function tcpClient(server: NetServer): MessageClient {
  const { port } = server.address() as AddressInfo;
  return clientOf(
    ClientProxyFactory.create({ transport: Transport.TCP, options: { host: '127.0.0.1', port } }),
  );
}

/** A client of TCP or Redis, where metadata is what a hook puts on each packet. */
export function clientOf(proxy: ClientProxy): MessageClient {
  const metadataOf = new WeakMap<object, Metadata>();
  proxy.setOnDispatchHook(packet => {
    const metadata = metadataOf.get(packet.data as object);
    if (metadata) packet.metadata = metadata;
  });
  return client(proxy, (data, metadata) => {
    const own = { ...data };
    if (metadata) metadataOf.set(own, metadata);
    return own;
  });
}

/** A client of NATS, where metadata is headers that go with a record. */
export function natsClientOf(proxy: ClientProxy): MessageClient {
  return client(proxy, (data, metadata) => {
    if (!metadata) return data;
    const natsHeaders = headers();
    for (const [name, value] of Object.entries(metadata)) natsHeaders.set(name, value);
    return new NatsRecordBuilder(data).setHeaders(natsHeaders).build();
  });
}

function client(
  proxy: ClientProxy,
  withMetadata: (data: object, metadata: Metadata | undefined) => object,
): MessageClient {
  closeLater(() => proxy.close());
  return {
    send: (pattern, data = {}, metadata) => lastValueFrom(proxy.send(pattern, withMetadata(data, metadata))),
    emit: (pattern, data = {}, metadata) =>
      lastValueFrom(proxy.emit<undefined, object>(pattern, withMetadata(data, metadata)), {
        defaultValue: undefined,
      }),
  };
}

/** What a promise rejects with; `undefined` when it does not. */
export async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}
