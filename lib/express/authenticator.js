import { authenticateRequest } from '../authentication/authenticate-request.js';
import { isRepresentable } from '../authentication/public-url.js';
import { applyResult } from './apply-result.js';
import { NodeIncomingRequest } from './node-incoming-request.js';
import { attachResult, hasForeignAuth, resultOf } from './request-auth.js';
/**
 * Makes the middleware that finds out who is asking and leaves it on the request.
 *
 * It answers by itself only a browser that is to be sent somewhere, and a request that is not well-formed (400). What
 * a client sends never makes it fail; what `chooseInstance` throws goes to `next`.
 */
export function createMiddleware(chooseInstance, warn) {
  let hasWarned = false;
  return (request, response, next) => {
    if (resultOf(request)) return next();
    if (!hasWarned && hasForeignAuth(request)) {
      hasWarned = true;
      warn(
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
    const conclude = result => {
      if (applyResult(result, response)) return;
      attachResult(request, result);
      next();
    };
    try {
      const instance = chooseInstance(request);
      const result =
        instance instanceof Promise
          ? instance.then(chosen => authenticateRequest(incoming, chosen, 'any'))
          : authenticateRequest(incoming, instance, 'any');
      if (!(result instanceof Promise)) return conclude(result);
      result.then(conclude).catch(next);
    } catch (error) {
      next(error);
    }
  };
}
