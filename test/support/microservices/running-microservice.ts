import type { Server as NetServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import type { DynamicModule, LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClientProxyFactory, NatsRecordBuilder, Transport } from '@nestjs/microservices';
import type { ClientProxy, MicroserviceOptions } from '@nestjs/microservices';
import { headers } from '@nats-io/transport-node';
import { lastValueFrom } from 'rxjs';

/** The place of a message's token, besides its payload. */
export type Metadata = Readonly<Record<string, string>>;

/** A client of a microservice; it throws the error of the microservice. */
export interface MessageClient {
  /** Sends a message and returns its answer. */
  send(pattern: string, data?: object, metadata?: Metadata): Promise<unknown>;
  /** Emits an event, and returns after it was sent. */
  emit(pattern: string, data?: object, metadata?: Metadata): Promise<void>;
}

const closers: (() => unknown)[] = [];

/** For `afterEach` or `afterAll`: closes everything that was started since the last call, in reverse order. */
export async function closeMicroservices(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
}

/** Registers something for {@link closeMicroservices}. */
export function closeLater(close: () => unknown): void {
  closers.push(close);
}

/** Starts an application that is only a microservice. */
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

/** A client of TCP or Redis, for which a hook adds the metadata to each packet. */
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

/** A client of NATS, for which the metadata is the headers of a record. */
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

/** The error with which a promise rejects; `undefined` if it does not reject. */
export async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}
