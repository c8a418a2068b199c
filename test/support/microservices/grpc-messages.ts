import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { DynamicModule } from '@nestjs/common';
import { ClientProxyFactory, Transport } from '@nestjs/microservices';
import type { ClientGrpc, GrpcOptions } from '@nestjs/microservices';

import { closeLater, startMicroservice } from './running-microservice.js';

/** Starts a microservice with the methods of messages.proto, and a client of it. */
export async function startGrpcMessages<Messages extends object>(module: DynamicModule) {
  const directory = await mkdtemp(join(tmpdir(), 'grpc-'));
  closeLater(() => rm(directory, { recursive: true }));
  const options: GrpcOptions = {
    transport: Transport.GRPC,
    options: {
      // A Unix socket instead of a port that another process might use.
      url: `unix:${join(directory, 'socket')}`,
      package: 'messages',
      protoPath: fileURLToPath(new URL('messages.proto', import.meta.url)),
    },
  };
  const app = await startMicroservice(module, options);
  const client = ClientProxyFactory.create(options) as unknown as ClientGrpc & { close(): void };
  closeLater(() => client.close());
  return { app, messages: client.getService<Messages>('Messages') };
}
