import type { IncomingMessage, ServerResponse } from 'node:http';

import { clerkMiddleware } from '../../../lib/express/index.js';
import type { Configuration } from '../configurations.js';
import { EARLIER_HEADER, FOREIGN_AUTH, FOREIGN_AUTH_HEADER } from '../draw/surroundings.js';

type Next = (error?: unknown) => void;
type RequestHandler = (request: IncomingMessage, response: ServerResponse, next: Next) => void;

/** Sets `req.auth` as another library would, if the request asks for it at this moment. */
export function foreignAuth(moment: 'before' | 'after'): RequestHandler {
  return (request, _response, next) => {
    const asked = String(request.headers[FOREIGN_AUTH_HEADER] ?? '');
    if (asked.includes(moment)) {
      (request as { auth?: unknown }).auth = FOREIGN_AUTH[Number(asked.split(' ').at(-1))];
    }
    next();
  };
}

/** Authenticates a request before the middleware that is compared, with the same keys and hardly a requirement. */
export function earlierMiddleware({ options }: Configuration): RequestHandler {
  const earlier = clerkMiddleware({
    ...options,
    authorizedParties: undefined,
    audience: undefined,
    issuer: undefined,
    clockSkewInMs: 1e12,
    handshake: false,
  });
  return (request, response, next) =>
    request.headers[EARLIER_HEADER] === undefined ? next() : earlier(request, response, next);
}
