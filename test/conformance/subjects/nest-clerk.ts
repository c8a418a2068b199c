import 'reflect-metadata';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { All, Controller, Module, Req, Res } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import type { AbstractHttpAdapter } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import express from 'express';
import { Auth, ClerkAuthGuard, ClerkModule, getAuth } from '../../../lib/index.js';
import { canonical } from '../canonical.js';
import type { Configuration } from '../configurations.js';
import { DECORATOR_HEADER, echoOf, sendEcho } from '../echo.js';
import type { Subject } from './subject.js';
import { earlierMiddleware, foreignAuth } from './surroundings.js';

/** The request and the response of Express, or those of Fastify with Node's inside. */
type Wrapped<T> = T & { raw?: T };

/** A controller for every path, in the syntax of a router. */
function echoController(everyPath: string): Type {
  @Controller()
  class EchoController {
    @All(everyPath)
    async echo(
      @Req() request: Wrapped<IncomingMessage>,
      @Res() response: Wrapped<ServerResponse>,
      @Auth() auth: unknown,
      @Auth('userId') userId: unknown,
      @Auth({ acceptsToken: 'any' }) anyAuth: unknown,
      @Auth({ treatPendingAsSignedOut: false }) pendingAuth: unknown,
    ): Promise<void> {
      const echo = await echoOf(getAuth, request);
      const agrees =
        canonical(auth) === echo['getAuth()'] &&
        canonical(anyAuth) === echo['getAuth({"acceptsToken":"any"})'] &&
        canonical(pendingAuth) === echo['getAuth({"treatPendingAsSignedOut":false})'] &&
        canonical(userId) === canonical((auth as { userId?: unknown }).userId);
      const rawResponse = response.raw ?? response;
      rawResponse.setHeader(DECORATOR_HEADER, agrees ? 'agrees' : 'differs');
      sendEcho(echo, request.raw ?? request, rawResponse);
    }
  }
  return EchoController;
}

@Module({})
class EchoModule {}

/** Nest with `ClerkModule`. */
export function startNest(configuration: Configuration): Promise<Subject> {
  return startNestApp(configuration, expressAdapter(configuration), '{*path}');
}

/** The same behind a global `ClerkAuthGuard`. */
export function startGuardedNest(configuration: Configuration): Promise<Subject> {
  return startNestApp(configuration, expressAdapter(configuration), '{*path}', true);
}

/** Nest with `ClerkModule` on Fastify, over HTTP/2 without encryption. */
export function startNestHttp2(configuration: Configuration): Promise<Subject> {
  const adapter = new FastifyAdapter({ http2: true } as ConstructorParameters<typeof FastifyAdapter>[0]);
  return startNestApp(configuration, adapter, '*');
}

/** An Express application that may have authenticated the request before the module does. */
function expressAdapter(configuration: Configuration): AbstractHttpAdapter {
  const outer = express();
  outer.use(foreignAuth('before'), earlierMiddleware(configuration));
  return new ExpressAdapter(outer);
}

async function startNestApp(
  { options, perRequest }: Configuration,
  adapter: AbstractHttpAdapter,
  everyPath: string,
  guarded = false,
): Promise<Subject> {
  const root = {
    module: EchoModule,
    imports: [ClerkModule.forRoot(perRequest ? { requestOptions: async () => options } : options)],
    controllers: [echoController(everyPath)],
    providers: guarded ? [{ provide: APP_GUARD, useClass: ClerkAuthGuard }] : [],
  };
  const app = await NestFactory.create(root, adapter, { logger: false, abortOnError: false });
  app.use(foreignAuth('after'));
  const server = (await app.listen(0, '127.0.0.1')) as { address(): AddressInfo };
  return { port: server.address().port, close: () => app.close() };
}
