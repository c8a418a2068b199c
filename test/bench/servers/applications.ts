import { Controller, Get, UseGuards } from '@nestjs/common';
import type { DynamicModule, INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { AbstractHttpAdapter } from '@nestjs/core';

import { authenticationOf } from './authentication.js';
import type { Authentication, UserOfRequest } from './authentication.js';
import type { ServerSpec } from './server-spec.js';

/** Creates the application that a spec describes; it does not listen yet. */
export async function createApplication(spec: ServerSpec): Promise<INestApplication> {
  const authentication = await authenticationOf(spec);
  const app =
    spec.adapter === 'graphql'
      ? await graphqlApplication(authentication)
      : spec.adapter === 'websocket'
        ? await webSocketApplication(authentication)
        : await httpApplication(authentication, await httpAdapter(spec.adapter));
  await authentication.install(app);
  return app;
}

/** `GET /me`. */
async function httpApplication(
  { imports, guard, parameter }: Authentication,
  adapter: AbstractHttpAdapter,
): Promise<INestApplication> {
  @Controller()
  @UseGuards(guard)
  class MeController {
    @Get('me')
    me(@parameter() { userId }: UserOfRequest) {
      return { userId };
    }
  }
  return create({ imports, controllers: [MeController] }, adapter);
}

/** `query { me }`. */
async function graphqlApplication({ imports, guard, parameter }: Authentication): Promise<INestApplication> {
  const { ApolloDriver } = await import('@nestjs/apollo');
  const { GraphQLModule, Query, Resolver } = await import('@nestjs/graphql');
  @Resolver()
  @UseGuards(guard)
  class MeResolver {
    @Query(() => String)
    me(@parameter() { userId }: UserOfRequest) {
      return userId;
    }
  }
  const graphql = GraphQLModule.forRoot({ driver: ApolloDriver, autoSchemaFile: true, graphiql: false });
  const adapter = await httpAdapter('express');
  return create({ imports: [...imports, graphql], providers: [MeResolver] }, adapter);
}

/** The message `me`. */
async function webSocketApplication({
  imports,
  guard,
  parameter,
}: Authentication): Promise<INestApplication> {
  const { WsAdapter } = await import('@nestjs/platform-ws');
  const { SubscribeMessage, WebSocketGateway } = await import('@nestjs/websockets');
  @WebSocketGateway()
  @UseGuards(guard)
  class MeGateway {
    @SubscribeMessage('me')
    me(@parameter() { userId }: UserOfRequest) {
      return { event: 'me', data: userId };
    }
  }
  const app = await create({ imports, providers: [MeGateway] }, await httpAdapter('express'));
  return app.useWebSocketAdapter(new WsAdapter(app));
}

async function httpAdapter(name: 'express' | 'fastify'): Promise<AbstractHttpAdapter> {
  if (name === 'fastify') return new (await import('@nestjs/platform-fastify')).FastifyAdapter();
  return new (await import('@nestjs/platform-express')).ExpressAdapter();
}

function create(
  definition: Omit<DynamicModule, 'module'>,
  adapter: AbstractHttpAdapter,
): Promise<INestApplication> {
  const root = { module: class BenchModule {}, ...definition };
  return NestFactory.create(root, adapter, { logger: false, abortOnError: false });
}
