import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

import { All, Controller, Get, Inject, Module, Req, UseGuards } from '@nestjs/common';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClerkAuthGuard, ClerkModule, getAuth } from 'nest-clerk';
import type { ClerkModuleOptions } from 'nest-clerk';

import { EVERY_PATH, newHttpAdapter } from './http-adapter.js';
import { listenNest } from './running-app.js';
import type { RunningNestApp } from './running-app.js';

/** A request in a handler: of Express, which is Node's too, or of Fastify, which contains Node's. */
export interface AnyRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly raw?: IncomingMessage;
}

/** Node's request in a handler's. */
export function nodeRequestOf(request: AnyRequest): object {
  return request.raw ?? request;
}

/** A middleware for Node's requests, for both adapters. */
export type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** The parts of an application under test besides Clerk. */
export interface NestAppSettings {
  /** The JSON response of every open route. Default: the data of the auth object. */
  answer?: (request: AnyRequest) => unknown;
  /** Handles every request before Clerk's middleware. */
  before?: Middleware;
  /** Default: no output. */
  logger?: LoggerService;
}

const ANSWER = Symbol('what open routes answer');

@Controller()
class TestController {
  constructor(@Inject(ANSWER) private readonly answer: (request: AnyRequest) => unknown) {}

  @Get('guarded')
  @UseGuards(ClerkAuthGuard)
  guarded(@Req() request: AnyRequest): unknown {
    return getAuth(request);
  }

  @All(EVERY_PATH)
  open(@Req() request: AnyRequest): unknown {
    return this.answer(request);
  }
}

/**
 * Starts a Nest application with `ClerkModule.forRoot(options)`: `/guarded` requires a signed-in user, every other path
 * is open. It listens until `closeApps()`.
 */
export async function startNestApp(
  options: ClerkModuleOptions,
  { answer = getAuth, before, logger }: NestAppSettings = {},
): Promise<RunningNestApp> {
  @Module({
    imports: [ClerkModule.forRoot(options)],
    controllers: [TestController],
    providers: [{ provide: ANSWER, useValue: answer }],
  })
  class AppModule {}

  const adapter = await newHttpAdapter();
  if (before) adapter.use(before);
  const settings = { logger: logger ?? (false as const), abortOnError: false };
  return listenNest(await NestFactory.create(AppModule, adapter, settings));
}

export function bearer(token: string): { authorization: string } {
  return { authorization: `Bearer ${token}` };
}

/** The cookies of a browser that has signed in to a development instance; production instances accept them too. */
export function sessionCookie(token: string): { cookie: string } {
  return { cookie: `__session=${token}; __client_uat=1; __clerk_db_jwt=dvb_1` };
}
