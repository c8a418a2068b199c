import type { AddressInfo } from 'node:net';

import { All, Controller, Get, Inject, Module, Req, UseGuards } from '@nestjs/common';
import type { INestApplication, LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import express from 'express';
import type { Request, RequestHandler } from 'express';
import { ClerkAuthGuard, ClerkModule, getAuth } from 'nest-clerk';
import type { ClerkModuleOptions } from 'nest-clerk';

/** What an application under test does besides having Clerk. */
export interface NestAppSettings {
  /** What every open route answers, as JSON. Default: the data of the auth object. */
  answer?: (request: Request) => unknown;
  /** Sees every request before Clerk's middleware does. */
  before?: RequestHandler;
  /** Default: silence. */
  logger?: LoggerService | false;
}

/** An answer with its JSON body. */
export interface JsonAnswer {
  status: number;
  headers: Headers;
  /** Empty when there is none. */
  body: Record<string, unknown>;
}

/** A Nest application that listens on a free port of 127.0.0.1. */
export interface NestApp {
  readonly app: INestApplication;
  readonly url: string;
  readonly port: number;
  /** Asks for a path over HTTP: `/guarded` needs somebody signed in, every other path is open. */
  get(path: string, headers?: Record<string, string>): Promise<JsonAnswer>;
  close(): Promise<void>;
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

/** Starts a Nest application with `ClerkModule.forRoot(options)`, one guarded route and open ones everywhere else. */
export async function startNestApp(
  options: ClerkModuleOptions,
  { answer = getAuth, before, logger = false }: NestAppSettings = {},
): Promise<NestApp> {
  @Module({
    imports: [ClerkModule.forRoot(options)],
    controllers: [TestController],
    providers: [{ provide: ANSWER, useValue: answer }],
  })
  class AppModule {}

  const server = express();
  if (before) server.use(before);
  const app = await NestFactory.create(AppModule, new ExpressAdapter(server), {
    logger,
    abortOnError: false,
  });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return { app, url, port, get: (path, headers) => getJson(url + path, headers), close: () => app.close() };
}

/** Asks for a page without following redirects. */
export async function getJson(url: string, headers: Record<string, string> = {}): Promise<JsonAnswer> {
  const response = await fetch(url, { headers, redirect: 'manual' });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : {} };
}

export function bearer(token: string): { authorization: string } {
  return { authorization: `Bearer ${token}` };
}

/** The cookies of a browser that has signed in to a development instance; production ones pass too. */
export function sessionCookie(token: string): { cookie: string } {
  return { cookie: `__session=${token}; __client_uat=1; __clerk_db_jwt=dvb_1` };
}
