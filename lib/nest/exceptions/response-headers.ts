import type { ServerResponse } from 'node:http';

import type { HttpException } from '@nestjs/common';
import { ExceptionsHandler } from '@nestjs/core/exceptions/exceptions-handler.js';

/** Headers that belong to an exception, by name. */
export type ResponseHeaders = Readonly<Record<string, string>>;

const headersOfExceptions = new WeakMap<object, ResponseHeaders>();

/** Sends headers with an exception: see {@link sendHeadersOfExceptions}. */
export function setResponseHeaders(exception: HttpException, headers: ResponseHeaders): void {
  if (Object.keys(headers).length > 0) headersOfExceptions.set(exception, headers);
}

/** The headers that belong to an exception; `undefined` for anything else that may be thrown. */
export function responseHeadersOf(exception: unknown): ResponseHeaders | undefined {
  return headersOfExceptions.get(exception as object);
}

const patched = new WeakSet<object>();

/**
 * Makes Nest's exception handling send the headers of our exceptions, which it does for no exception by itself.
 *
 * A guard cannot set them when it throws: where another guard catches the exception ("A or B"), they would stay on an
 * answer of 200. `ExceptionsHandler.next()` gets every exception that HTTP routes fail with, before the application's
 * own filters and the default one.
 */
export function sendHeadersOfExceptions(): void {
  const { prototype } = ExceptionsHandler;
  if (patched.has(prototype)) return;
  patched.add(prototype);
  const { next } = prototype;
  prototype.next = function (this: ExceptionsHandler, exception: HttpException, context) {
    const headers = responseHeadersOf(exception);
    if (headers && context.getType() === 'http') {
      sendWithStatus(context.getArgByIndex(1), exception.getStatus(), headers);
    }
    next.call(this, exception, context);
  };
}

/** As much of the response of Express or `node:http`, or of Fastify's reply, as is needed here. */
interface Response {
  readonly raw?: ServerResponse;
  getHeader(name: string): unknown;
  removeHeader(name: string): unknown;
}

/**
 * Adds headers when the answer is sent, if a filter has left the status as it is: one that answers 404 instead, to hide
 * what is there, must not tell by a challenge. Headers that the filter has set itself stay.
 */
function sendWithStatus(response: Response | undefined, status: number, headers: ResponseHeaders): void {
  const raw = response?.raw ?? (response as Partial<ServerResponse> | undefined);
  if (!response || typeof raw?.writeHead !== 'function' || raw.headersSent) return;
  const before = new Map(Object.keys(headers).map(name => [name, response.getHeader(name)]));
  const writeHead = raw.writeHead as (...args: unknown[]) => ServerResponse;

  raw.writeHead = function (this: ServerResponse, statusCode: number, ...rest: unknown[]) {
    if (statusCode === status) {
      for (const [name, value] of Object.entries(headers)) {
        if (response.getHeader(name) !== before.get(name)) continue;
        // Fastify passes the headers of its reply here, in the object that it removes this one from.
        response.removeHeader(name);
        this.setHeader(name, value);
      }
    }
    return writeHead.call(this, statusCode, ...rest);
  };
}
