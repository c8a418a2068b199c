import { ApolloDriver } from '@nestjs/apollo';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import type { INestApplication, ModuleMetadata, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { MercuriusDriver } from '@nestjs/mercurius';
import type { MercuriusDriverConfig } from '@nestjs/mercurius';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ClerkModule } from 'nest-clerk';
import type { ClerkModuleOptions } from 'nest-clerk';
import type { OutgoingHttpHeaders } from 'node:http';

import { AdminResolver, GuardedResolver, OpenResolver } from './graphql-resolvers.js';
import { listenNest } from './running-app.js';
import type { Answer, RunningNestApp } from './running-app.js';

/** The GraphQL servers with a driver for Nest, each on an HTTP adapter. */
export const GRAPHQL_SERVERS = ['Apollo on Express', 'Apollo on Fastify', 'mercurius on Fastify'] as const;
export type GraphqlServer = (typeof GRAPHQL_SERVERS)[number];

/** The parts of an application under test besides Clerk. */
export interface GraphqlAppSettings extends ModuleMetadata {
  /** Options of the GraphQL module, besides the driver and the schema. */
  graphql?: Omit<ApolloDriverConfig, 'driver'> & Omit<MercuriusDriverConfig, 'driver'>;
}

export interface GraphqlApp extends RunningNestApp {
  /** Sends an operation over HTTP. */
  send(query: string, headers?: OutgoingHttpHeaders): Promise<Answer>;
}

/** Starts an application with resolvers for every type of rule, at `/graphql`. It listens until `closeApps()`. */
export async function startGraphql(
  server: GraphqlServer,
  options: ClerkModuleOptions,
  { graphql, imports = [], providers = [] }: GraphqlAppSettings = {},
): Promise<GraphqlApp> {
  @Module({
    imports: [
      ClerkModule.forRoot(options),
      GraphQLModule.forRoot(graphqlOptions(server, graphql)),
      ...imports,
    ],
    providers: [OpenResolver, GuardedResolver, AdminResolver, ...providers],
  })
  class AppModule {}

  const running = await listenNest(await createApp(server, AppModule));
  return {
    ...running,
    send: (query, headers = {}) =>
      running.request('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query }),
      }),
  };
}

function graphqlOptions(
  server: GraphqlServer,
  given: GraphqlAppSettings['graphql'],
): ApolloDriverConfig | MercuriusDriverConfig {
  const common = { autoSchemaFile: true, graphiql: false };
  return server === 'mercurius on Fastify'
    ? { ...common, driver: MercuriusDriver, subscription: true, ...given }
    : { ...common, driver: ApolloDriver, subscriptions: { 'graphql-ws': true }, ...given };
}

function createApp(server: GraphqlServer, rootModule: Type): Promise<INestApplication> {
  const settings = { logger: false as const, abortOnError: false };
  return server === 'Apollo on Express'
    ? NestFactory.create(rootModule, settings)
    : NestFactory.create<NestFastifyApplication>(rootModule, new FastifyAdapter(), settings);
}
