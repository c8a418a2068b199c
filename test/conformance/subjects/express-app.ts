import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import express from 'express';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { CRASH_HEADER, echoOf, sendEcho } from '../echo.js';
import type { Subject } from './subject.js';
import { listen } from './subject.js';

/** A plain Express app with middleware and an echo for every path. */
export function startExpressApp(
  middleware: RequestHandler[],
  getAuth: Parameters<typeof echoOf>[0],
): Promise<Subject> {
  const app = express();
  app.use(middleware);
  app.all('/{*path}', async (request: IncomingMessage, response: ServerResponse) => {
    sendEcho(await echoOf(getAuth, request), request, response);
  });
  const answerError: ErrorRequestHandler = (error: Error & { status?: number }, _request, response, next) => {
    if (response.headersSent) return next(error);
    response.setHeader(CRASH_HEADER, encodeURIComponent(error.message));
    response.status(error.status ?? 500).end();
  };
  app.use(answerError);
  return listen(createServer(app));
}
