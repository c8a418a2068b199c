import { request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders, OutgoingHttpHeaders, RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Module } from '@nestjs/common';
import type { INestApplication, LoggerService, ModuleMetadata } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { AbstractHttpAdapter } from '@nestjs/core';

import { newHttpAdapter } from './http-adapter.js';

/** The parts of a request besides the target, which is sent unchanged. */
export interface Sent {
  method?: string;
  headers?: OutgoingHttpHeaders;
  body?: string;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** The body as JSON; `undefined` if it is not JSON. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what is answered is what the test is about
  json: any;
}

/** An application or server that listens on a free port of 127.0.0.1 until {@link closeApps}. */
export interface RunningApp {
  readonly port: number;
  request(target: string, sent?: Sent): Promise<Answer>;
  /** `GET` with these headers. */
  get(target: string, headers?: OutgoingHttpHeaders): Promise<Answer>;
}

export interface RunningNestApp extends RunningApp {
  readonly app: INestApplication;
}

/** A root module, and the configuration of the application before it listens. */
export interface NestSettings extends ModuleMetadata {
  configure?: (app: INestApplication) => unknown;
  /** Default: no output. */
  logger?: LoggerService;
  /** Default: {@link newHttpAdapter}. */
  adapter?: AbstractHttpAdapter;
}

const closers: (() => Promise<unknown>)[] = [];

/** For `afterEach` or `afterAll`: closes everything that was started since the last call. */
export async function closeApps(): Promise<void> {
  await Promise.all(closers.splice(0).map(close => close()));
}

/** Creates an application from a root module, as `main.ts` does; rejects if the start fails. */
export async function startNest({
  configure,
  logger,
  adapter,
  ...metadata
}: NestSettings): Promise<RunningNestApp> {
  @Module(metadata)
  class RootModule {}

  const settings = { logger: logger ?? (false as const), abortOnError: false };
  const app = await NestFactory.create(RootModule, adapter ?? (await newHttpAdapter()), settings);
  await configure?.(app);
  return listenNest(app);
}

/** Starts an application that was created elsewhere. */
export async function listenNest(app: INestApplication): Promise<RunningNestApp> {
  closers.push(() => app.close());
  await app.listen(0, '127.0.0.1');
  return { app, ...running(app.getHttpServer() as Server) };
}

/** Starts an Express application, or any listener of `node:http`. */
export async function listen(listener: RequestListener): Promise<RunningApp> {
  const server = createServer(listener);
  closers.push(
    () =>
      new Promise(closed => {
        server.close(closed);
        server.closeAllConnections();
      }),
  );
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  return running(server);
}

function running(server: Server): RunningApp {
  const { port } = server.address() as AddressInfo;
  return {
    port,
    request: (target, sent) => send(port, target, sent),
    get: (target, headers) => send(port, target, { headers }),
  };
}

/** Not `fetch`, which adds `Host`, `Accept` and `Sec-Fetch-*` of its own, and normalizes paths. */
function send(port: number, target: string, { method, headers, body }: Sent = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      { host: '127.0.0.1', port, method, path: target, headers, agent: false },
      response => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text,
            json: parseJson(text),
          }),
        );
      },
    );
    outgoing.on('error', reject).end(body);
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
