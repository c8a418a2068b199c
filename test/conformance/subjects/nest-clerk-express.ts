import { clerkMiddleware, getAuth } from '../../../lib/express/index.js';
import type { StartSubject } from './subject.js';
import { startExpressApp } from './express-app.js';

/** Express with `nest-clerk/express`. */
export const startExpress: StartSubject = ({ options, perRequest }) =>
  startExpressApp(clerkMiddleware(perRequest ? async () => options : options), getAuth);
