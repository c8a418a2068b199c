/**
 * A program that starts a GraphQL application, follows a subscription, and closes the application: what is left then keeps
 * the program alive. Its last line is what was active after `app.close()`, as JSON.
 */
import { setImmediate as turn } from 'node:timers/promises';

import { ApolloDriver } from '@nestjs/apollo';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { Module, UseGuards } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule, Query, Resolver, Subscription } from '@nestjs/graphql';
import { MercuriusDriver } from '@nestjs/mercurius';
import type { MercuriusDriverConfig } from '@nestjs/mercurius';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

import { Auth, ClerkAuthGuard, ClerkModule } from '../../lib/index.js';
import { LocalClerk } from '../../lib/testing/index.js';
import type { ShutdownReport } from './shutdown-app.js';

/** The GraphQL server, and its HTTP adapter. */
export type ShutdownGraphqlServer = 'Apollo on Express' | 'Apollo on Fastify' | 'mercurius on Fastify';

const server = process.argv[2] as ShutdownGraphqlServer;
const events: string[] = [];

/** One event, and then no end, like a broker. */
function endless(payload: unknown): AsyncIterableIterator<unknown> {
  const first = [payload];
  const iterator: AsyncIterableIterator<unknown> = {
    next: () => (first.length > 0 ? Promise.resolve({ value: first.pop() }) : new Promise(() => undefined)),
    return() {
      events.push('source ended');
      return Promise.resolve({ value: undefined, done: true });
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}

@Resolver()
@UseGuards(ClerkAuthGuard)
class WhoResolver {
  @Query(() => String)
  who(@Auth('userId') userId: string) {
    return userId;
  }

  @Subscription(() => String)
  ticks(@Auth('userId') userId: string) {
    return endless({ ticks: userId });
  }
}

const common = { autoSchemaFile: true, graphiql: false };
const local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });

@Module({
  imports: [
    ClerkModule.forRoot(local.keys),
    server === 'mercurius on Fastify'
      ? GraphQLModule.forRoot<MercuriusDriverConfig>({
          ...common,
          driver: MercuriusDriver,
          subscription: { fullWsTransport: true },
        })
      : GraphQLModule.forRoot<ApolloDriverConfig>({
          ...common,
          driver: ApolloDriver,
          subscriptions: { 'graphql-ws': true },
        }),
  ],
  providers: [WhoResolver],
})
class AppModule {}

const adapter = server === 'Apollo on Express' ? new ExpressAdapter() : new FastifyAdapter();
const app: INestApplication = await NestFactory.create(AppModule, adapter, {
  logger: false,
  abortOnError: false,
});
await app.listen(0, '127.0.0.1');
const { port } = app.getHttpServer().address() as { port: number };

const token = await local.issueSessionToken({ userId: 'user_alice' });
const client = createClient({
  url: `ws://127.0.0.1:${port}/graphql`,
  webSocketImpl: WebSocket,
  connectionParams: { token },
  retryAttempts: 0,
});
const disconnected = new Promise<void>(resolve => {
  client.on('closed', () => {
    events.push('disconnected');
    resolve();
  });
});
await new Promise<void>(resolve => {
  const next = (result: unknown): void => {
    events.push(JSON.stringify(result));
    resolve();
  };
  client.subscribe({ query: 'subscription { ticks }' }, { next, error: resolve, complete: () => undefined });
});
await app.close();
events.push('closed');
await disconnected;
// Handles are closed in the turns after the call.
for (let count = 0; count < 20; count++) await turn();
const report: ShutdownReport = {
  active: process.getActiveResourcesInfo().filter(name => !/^(PipeWrap|TTYWrap|Immediate)$/.test(name)),
  events,
};
process.stdout.write(`${JSON.stringify(report)}\n`);
