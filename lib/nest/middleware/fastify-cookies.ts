import type { ServerResponse } from 'node:http';

/** The part of a Fastify instance that is used: its own types are missing if Fastify is not installed. */
interface Fastify {
  addHook(name: 'preParsing', hook: PreParsingHook): unknown;
}

type PreParsingHook = (request: unknown, reply: Reply, payload: unknown, done: () => void) => void;

interface Reply {
  readonly raw: ServerResponse;
  header(name: string, value: string[]): unknown;
}

/**
 * Keeps the cookies of a middleware together with those of a handler.
 *
 * A middleware has Node's response. Fastify's reply has its own headers, and `reply.header('set-cookie', …)` would
 * replace the cookies of a refreshed session or of a handshake.
 */
export function keepCookiesOfMiddleware(fastify: Fastify): void {
  // The first hook after the one that runs middleware.
  fastify.addHook('preParsing', (_request, reply, _payload, done) => {
    const cookies = reply.raw.getHeader('set-cookie');
    if (cookies !== undefined) reply.header('set-cookie', [cookies].flat().map(String));
    done();
  });
}
