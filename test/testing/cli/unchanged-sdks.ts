/**
 * Clerk's own SDKs with nothing but the environment that `npx nest-clerk local` prints; see `local-server.test.ts`. Prints what
 * each of them knows of the user of `TOKEN`.
 */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { createClerkClient } from '@clerk/backend';
import { clerkClient, clerkMiddleware, getAuth } from '@clerk/express';
import { clerkClient as fastifyClient, clerkPlugin, getAuth as getFastifyAuth } from '@clerk/fastify';
import express from 'express';
import Fastify from 'fastify';

const { TOKEN = '', CLERK_SECRET_KEY, CLERK_API_URL } = process.env;
const headers = { authorization: `Bearer ${TOKEN}` };

const backend = createClerkClient({ secretKey: CLERK_SECRET_KEY, apiUrl: CLERK_API_URL });

const app = express();
app.use(clerkMiddleware());
app.get('/', async (request, response) => {
  const { userId } = getAuth(request);
  response.json(userId ? (await clerkClient.users.getUser(userId)).firstName : null);
});
const server = app.listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;

const fastify = Fastify();
// The plugin takes the secret key from the environment, but where the Backend API is only from its options.
await fastify.register(clerkPlugin, { apiUrl: CLERK_API_URL });
fastify.get('/', async request => {
  const { userId } = getFastifyAuth(request);
  return JSON.stringify(userId ? (await fastifyClient.users.getUser(userId)).firstName : null);
});

process.stdout.write(
  JSON.stringify({
    backend: (await backend.users.getUserList()).data.map(({ firstName }) => firstName),
    express: await (await fetch(`http://127.0.0.1:${port}/`, { headers })).json(),
    fastify: (await fastify.inject({ url: '/', headers })).json<unknown>(),
    signedOut: await (await fetch(`http://127.0.0.1:${port}/`)).json(),
  }),
);
await fastify.close();
server.close();
server.closeAllConnections();
