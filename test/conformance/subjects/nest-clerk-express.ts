import { clerkMiddleware, getAuth } from '../../../lib/express/index.js';
import { startExpressApp } from './express-app.js';
import type { StartSubject } from './subject.js';
import { earlierMiddleware, foreignAuth } from './surroundings.js';

/** Express with `nest-clerk/express`. */
export const startExpress: StartSubject = configuration => {
  const { options, perRequest } = configuration;
  const middleware = clerkMiddleware(perRequest ? async () => options : options);
  return startExpressApp(
    [foreignAuth('before'), earlierMiddleware(configuration), middleware, foreignAuth('after')],
    getAuth,
  );
};
