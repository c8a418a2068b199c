import { All, Controller, Get, Inject, Module, Req, UseGuards } from '@nestjs/common';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import express from 'express';
import type { Request, RequestHandler } from 'express';
import { ClerkAuthGuard, ClerkModule, getAuth } from 'nest-clerk';
import type { ClerkModuleOptions } from 'nest-clerk';

import { listenNest } from './running-app.js';
import type { RunningNestApp } from './running-app.js';

/** What an application under test does besides having Clerk. */
export interface NestAppSettings {
  /** What every open route answers, as JSON. Default: the data of the auth object. */
  answer?: (request: Request) => unknown;
  /** Sees every request before Clerk's middleware does. */
  before?: RequestHandler;
  /** Default: silence. */
  logger?: LoggerService;
}

const ANSWER = Symbol('what open routes answer');

@Controller()
class TestController {
  constructor(@Inject(ANSWER) private readonly answer: (request: Request) => unknown) {}

  @Get('guarded')
  @UseGuards(ClerkAuthGuard)
  guarded(@Req() request: Request): unknown {
    return getAuth(request);
  }

  @All(['/', '*path'])
  open(@Req() request: Request): unknown {
    return this.answer(request);
  }
}

/**
 * Starts a Nest application with `ClerkModule.forRoot(options)`: `/guarded` needs somebody signed in, every other path
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

  const server = express();
  if (before) server.use(before);
  const settings = { logger: logger ?? (false as const), abortOnError: false };
  return listenNest(await NestFactory.create(AppModule, new ExpressAdapter(server), settings));
}

export function bearer(token: string): { authorization: string } {
  return { authorization: `Bearer ${token}` };
}

/** The cookies of a browser that has signed in to a development instance; production ones pass too. */
export function sessionCookie(token: string): { cookie: string } {
  return { cookie: `__session=${token}; __client_uat=1; __clerk_db_jwt=dvb_1` };
}
