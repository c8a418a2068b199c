import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';

import express from 'express';
import { clerkClient, clerkMiddleware, createClerkClient, getAuth, requireAuth } from 'nest-clerk/express';
import type { ClerkClient, ClerkMiddlewareOptions } from 'nest-clerk/express';
import { expectTrue, type Equal } from './expect-type.js';

// It is assignable to every handler type of Express, a router or node:http.
const app = express();
app.use(clerkMiddleware());
app.use('/api', clerkMiddleware({ authorizedParties: ['https://example.com'] }));
app.get('/dashboard', requireAuth({ signInUrl: '/sign-in' }), (request, response) => {
  response.json({ userId: getAuth(request).userId });
});
express.Router().use(clerkMiddleware(request => ({ publishableKey: request.hostname })));

declare const middleware: ReturnType<typeof clerkMiddleware>;
createServer((request, response) => middleware(request, response, () => response.end()));
expectTrue<
  typeof middleware extends (q: IncomingMessage, s: ServerResponse, n: () => void) => void ? true : false
>();

// Options.
clerkMiddleware({ clerkClient });
clerkMiddleware({ clerkClient: createClerkClient({ secretKey: 'sk_test_…' }), signUpUrl: '/sign-up' });
clerkMiddleware(async request => ({ secretKey: request.headers.host }));
expectTrue<Equal<typeof clerkClient, ClerkClient>>();
expectTrue<Equal<Parameters<typeof requireAuth>, [options?: ClerkMiddlewareOptions]>>();

// @ts-expect-error -- no such option
clerkMiddleware({ secretkey: 'sk_test_…' });
// @ts-expect-error -- an option of ClerkModule: in Express, mount the middleware where it is wanted
clerkMiddleware({ exclude: ['/health'] });
// @ts-expect-error -- no such option
requireAuth({ redirectUrl: '/' });
// @ts-expect-error -- no such option
createClerkClient({ secret: 'sk_test_…' });
// @ts-expect-error -- not options
clerkMiddleware('sk_test_…');
