import type { ServerResponse } from 'node:http';

import { authenticateConnection } from '../authentication/connection/authenticate-connection.js';
import { authenticateRequest } from '../authentication/authenticate.js';
import { reportForDebugging } from '../authentication/debug-data.js';
import type { AuthenticationResult } from '../authentication/authentication-result.js';
import type { Instance } from '../authentication/instance.js';
import { isRepresentable } from '../authentication/request/public-url.js';
import type { MaybePromise } from '../helpers/maybe-promise.js';
import { applyResult } from './apply-result.js';
import type { Log } from '../instance/log.js';
import type { ChooseInstance } from '../instance/instance-by-request.js';
import { answerByProxy } from './frontend-api-proxy.js';
import { NodeIncomingRequest } from './node-incoming-request.js';
import type { NodeRequest } from '../instance/options.js';
import { attachRecord, hasForeignAuth, recordOf } from './request-auth.js';
import { isWebSocketUpgrade } from './web-socket-upgrade.js';

/** Goes on with the next handler, or with the one for errors. */
export type Next = (error?: unknown) => void;

/** A middleware as Connect, Express, Nest and Fastify's middie take it. */
export type Middleware = (request: NodeRequest, response: ServerResponse, next: Next) => void;

/**
 * Makes the middleware that finds out who is asking and leaves it on the request.
 *
 * It answers by itself only a browser that is to be sent somewhere, and a request that is not well-formed (400). What
 * a client sends never makes it fail; what `chooseInstance` throws goes to `next`.
 *
 * @param whoWasFound - by a middleware before this one counts: whatever the instance was, as `@clerk/express` has it, or
 *   by the same instance only
 */
export function createMiddleware(
  chooseInstance: ChooseInstance,
  log: Log,
  whoWasFound: 'any-instance' | 'same-instance' = 'any-instance',
): Middleware {
  let hasWarned = false;

  return (request, response, next) => {
    const known = recordOf(request);
    if (known && whoWasFound === 'any-instance') return next();
    if (!hasWarned && hasForeignAuth(request)) {
      hasWarned = true;
      log.warn(
        '`req.auth` was already set by something else. Clerk authenticates anyway and overwrites it: let the other ' +
          'library keep its state on another property.',
      );
    }

    const incoming = new NodeIncomingRequest(request);
    if (!isRepresentable(incoming)) {
      response.statusCode = 400;
      response.end();
      return;
    }

    /** @returns whether the request goes on */
    const conclude = (result: AuthenticationResult, chosen: Instance): boolean => {
      reportForDebugging(result, incoming, chosen);
      if (!response.headersSent && applyResult(result, response)) return false;
      attachRecord(request, result, chosen);
      return true;
    };
    const authenticate = (chosen: Instance): MaybePromise<boolean> => {
      if (known?.instance?.verifier === chosen.verifier) return true;
      if (answerByProxy(request, response, chosen)) return false;
      // Fastify has its hooks see what opens a WebSocket, and there cookies count for less than they do here.
      const result = isWebSocketUpgrade(request)
        ? authenticateConnection({ request: incoming, payload: undefined }, chosen, ['header', 'cookie'])
        : authenticateRequest(incoming, chosen, 'any');
      return result instanceof Promise
        ? result.then(settled => conclude(settled, chosen))
        : conclude(result, chosen);
    };
    let goesOn: MaybePromise<boolean>;
    try {
      const instance = chooseInstance(request);
      goesOn = instance instanceof Promise ? instance.then(authenticate) : authenticate(instance);
    } catch (error) {
      return next(error);
    }
    // Not within the `try`: what a later handler throws is not ours to answer, and `next` is to be called once.
    if (goesOn instanceof Promise) void goesOn.then(settled => (settled ? next() : undefined), next);
    else if (goesOn) next();
  };
}
