/** A measured server with a Frontend API proxy: a process of its own, so that CPU and memory are the server's alone. */
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';

import { clerkMiddleware as referenceMiddleware } from '@clerk/express';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import express from 'express';
import { ClerkModule } from 'nest-clerk';

import type { ProxyServerName } from './main.js';

const SAMPLE_EVERY_MS = 10;

const options = {
  secretKey: 'sk_test_secret',
  publishableKey: `pk_test_${btoa('happy-fox-1.clerk.accounts.dev$')}`,
  frontendApiProxy: { enabled: true },
};

class AppModule {}

async function startNest(adapter: ExpressAdapter | FastifyAdapter): Promise<Server> {
  const root = { module: AppModule, imports: [ClerkModule.forRoot(options)] };
  const app: INestApplication = await NestFactory.create(root, adapter, { logger: false });
  await app.listen(0, '127.0.0.1');
  return app.getHttpServer() as Server;
}

const SERVERS: Record<ProxyServerName, () => Promise<Server>> = {
  '@clerk/express': async () => {
    const server = express().use(referenceMiddleware(options)).listen(0, '127.0.0.1');
    await new Promise(listening => server.once('listening', listening));
    return server;
  },
  'nest-clerk, Express': () => startNest(new ExpressAdapter()),
  'nest-clerk, Fastify': () => startNest(new FastifyAdapter()),
};

const server = await SERVERS[process.argv[2] as ProxyServerName]();
let peak = 0;
setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), SAMPLE_EVERY_MS).unref();

process.on('message', () => {
  process.send!({ ...process.cpuUsage(), peak, rss: process.memoryUsage.rss() });
  peak = 0;
});
process.on('disconnect', () => process.exit());
process.send!((server.address() as AddressInfo).port);
