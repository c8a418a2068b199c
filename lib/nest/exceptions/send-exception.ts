import type { ServerResponse } from 'node:http';

import type { ArgumentsHost, HttpException } from '@nestjs/common';

import { responseHeadersOf } from './response-headers.js';

/** As much of the response of Express, or of Fastify's reply, as is needed here. */
interface Response {
  readonly raw?: ServerResponse;
  readonly headersSent?: boolean;
  status(code: number): this;
  header(name: string, value: string): this;
  send(body: unknown): unknown;
}

/**
 * Answers an HTTP request with an exception and its headers, from an exception filter.
 *
 * Not by extending Nest's `BaseExceptionFilter`, which needs the HTTP adapter: Nest injects nothing into a filter that
 * `useGlobalFilters(new …())` gets.
 */
export function sendException(exception: HttpException, host: ArgumentsHost): void {
  const response = host.switchToHttp().getResponse<Response>();
  const raw = response.raw ?? (response as unknown as ServerResponse);
  if (raw.headersSent) {
    raw.end();
    return;
  }
  // A handler may have set the media type of what it meant to send.
  const headers = { ...responseHeadersOf(exception), 'Content-Type': 'application/json; charset=utf-8' };
  for (const [name, value] of Object.entries(headers)) response.header(name, value);
  response.status(exception.getStatus()).send(exception.getResponse());
}
