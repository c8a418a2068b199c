// This part of Nest 12 stores metadata while it is loaded. It may be loaded before the rest of Nest, which loads this.
import 'reflect-metadata';

import type { ServerResponse } from 'node:http';

import type { HttpException } from '@nestjs/common';
import { ExceptionsHandler } from '@nestjs/core/exceptions/exceptions-handler.js';

/** Headers that belong to an exception, by name. */
export type ResponseHeaders = Readonly<Record<string, string>>;

/** Of an exception that adds none, for example outside of HTTP. */
export const NO_RESPONSE_HEADERS: ResponseHeaders = Object.freeze({});

/** A constructor that returns its argument, so that a class derived from it adds its private fields to that object. */
const Identity = function (object: object) {
  return object;
} as unknown as new (object: object) => object;

/**
 * The headers of an exception in a private field of it, where no log, copy or comparison sees them. A `WeakMap` takes ten
 * times as long, which every rejection would.
 */
class ExceptionHeaders extends Identity {
  readonly #headers: ResponseHeaders;

  constructor(exception: HttpException, headers: ResponseHeaders) {
    super(exception);
    this.#headers = headers;
  }

  static of(exception: unknown): ResponseHeaders | undefined {
    return Object(exception) === exception && #headers in (exception as object)
      ? (exception as ExceptionHeaders).#headers
      : undefined;
  }
}

/** Attaches headers to a new exception: see {@link sendHeadersOfExceptions}. */
export function setResponseHeaders(exception: HttpException, headers: ResponseHeaders): void {
  if (headers !== NO_RESPONSE_HEADERS) new ExceptionHeaders(exception, headers);
}

/** The headers of an exception; `undefined` for any other thrown value. */
export function responseHeadersOf(exception: unknown): ResponseHeaders | undefined {
  return ExceptionHeaders.of(exception);
}

const patched = new WeakSet<object>();

/**
 * Makes Nest's exception handling send the headers of our exceptions, which it does not do by itself.
 *
 * A guard cannot set them when it throws: if another guard catches the exception ("A or B"), they would stay on a
 * response with 200. `ExceptionsHandler.next()` receives every exception of HTTP routes, before the application's own
 * filters and the default one.
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

/** What has the `writeHead` of responses: a prototype, or a response. */
type WithWriteHead = Pick<ServerResponse, 'writeHead'>;

/**
 * Gives a response its `writeHead` as a property of its own, before Express handles it, unless that changes what is called.
 *
 * Only for speed: a rejection replaces it, and a property that is added after Express has changed the prototype of a response
 * costs as much as one of a request: see `reserveRecord()`.
 *
 * @param ofExpress - the prototype that Express will give to the response
 */
export function reserveWriteHead(response: WithWriteHead, ofExpress: WithWriteHead): void {
  const { writeHead } = response;
  if (writeHead === ofExpress.writeHead) response.writeHead = writeHead;
}

/** The part of the response of Express, `node:http`, or of Fastify's reply, that is used here. */
interface Response {
  readonly raw?: ServerResponse;
  getHeader(name: string): unknown;
  removeHeader(name: string): unknown;
}

/**
 * Adds headers when the response is sent, if a filter has left the status unchanged: a filter that responds 404 to hide
 * a resource must not send a challenge. Headers that the filter has set are kept.
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
