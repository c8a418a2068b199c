import 'reflect-metadata';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { All, Controller, Module, Req, Res } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { Auth, ClerkAuthGuard, ClerkModule, getAuth } from '../../../lib/index.js';
import { canonical } from '../canonical.js';
import type { Configuration } from '../configurations.js';
import { DECORATOR_HEADER, echoOf, sendEcho } from '../echo.js';
import type { Subject } from './subject.js';

@Controller()
class EchoController {
  @All('{*path}')
  async echo(
    @Req() request: IncomingMessage,
    @Res() response: ServerResponse,
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
    response.setHeader(DECORATOR_HEADER, agrees ? 'agrees' : 'differs');
    sendEcho(echo, request, response);
  }
}

@Module({})
class EchoModule {}

/** Nest with `ClerkModule`. */
export function startNest(configuration: Configuration): Promise<Subject> {
  return startNestApp(configuration, false);
}

/** The same behind a global `ClerkAuthGuard`. */
export function startGuardedNest(configuration: Configuration): Promise<Subject> {
  return startNestApp(configuration, true);
}

async function startNestApp({ options, perRequest }: Configuration, guarded: boolean): Promise<Subject> {
  const root = {
    module: EchoModule,
    imports: [ClerkModule.forRoot(perRequest ? { requestOptions: async () => options } : options)],
    controllers: [EchoController],
    providers: guarded ? [{ provide: APP_GUARD, useClass: ClerkAuthGuard }] : [],
  };
  const app = await NestFactory.create(root, { logger: false, abortOnError: false });
  const server = (await app.listen(0, '127.0.0.1')) as { address(): AddressInfo };
  return { port: server.address().port, close: () => app.close() };
}
