import { createServer as createHttp2Server } from 'node:http2';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { clerkMiddleware as referenceMiddleware } from '@clerk/express';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import express from 'express';

import { clerkMiddleware } from '../../../lib/express/index.js';
import { ClerkModule } from '../../../lib/index.js';

export type ProxyPath = '/__clerk' | '/auth/clerk';

/** The application behind the proxy. */
export const APPLICATION_STATUS = 404;

export interface ProxyKeys {
  secretKey: string;
  publishableKey: string;
}

/** A running server with the proxy. */
export interface ProxySubject {
  name: string;
  version: 1 | 2;
  port: number;
  close(): unknown;
}

type Start = (keys: ProxyKeys, path: ProxyPath) => Promise<ProxySubject>;

/** Express with `@clerk/express`. */
export const startReference: Start = async (keys, path) => {
  const app = express();
  app.use(referenceMiddleware({ ...keys, frontendApiProxy: { enabled: true, path } }));
  app.use((_request, response) => void response.status(APPLICATION_STATUS).end());
  const server = app.listen(0, '127.0.0.1');
  await new Promise(listening => server.once('listening', listening));
  return { name: 'reference', version: 1, ...portOf(server), close: () => server.closeAllConnections() };
};

/**
 * Our proxy, over every adapter and version of HTTP. Express does not support HTTP/2: there the middleware runs without
 * it.
 */
export const SUBJECTS: Start[] = [
  (keys, path) => startNest('Nest on Express', 1, keys, path, new ExpressAdapter()),
  (keys, path) => startNest('Nest on Fastify', 1, keys, path, new FastifyAdapter()),
  (keys, path) => startNest('Nest on Fastify', 2, keys, path, new FastifyAdapter({ http2: true })),
  async (keys, path) => {
    const middleware = clerkMiddleware({ ...keys, frontendApiProxy: { enabled: true, path } });
    const server = createHttp2Server((request, response) =>
      middleware(request as never, response as unknown as ServerResponse, () =>
        response.writeHead(APPLICATION_STATUS).end(),
      ),
    );
    await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
    return { name: 'clerkMiddleware()', version: 2, ...portOf(server), close: () => server.close() };
  },
];

class AppModule {}

async function startNest(
  name: string,
  version: 1 | 2,
  keys: ProxyKeys,
  path: ProxyPath,
  adapter: ExpressAdapter | FastifyAdapter,
): Promise<ProxySubject> {
  const root = {
    module: AppModule,
    imports: [ClerkModule.forRoot({ ...keys, frontendApiProxy: { enabled: true, path } })],
  };
  const app: INestApplication = await NestFactory.create(root, adapter, { logger: false });
  await app.listen(0, '127.0.0.1');
  return { name, version, ...portOf(app.getHttpServer() as Server), close: () => app.close() };
}

function portOf(server: Pick<Server, 'address'>): { port: number } {
  return { port: (server.address() as AddressInfo).port };
}
