import type { ServerResponse } from 'node:http';

/** What is used of a Fastify instance: its own types are not there where Fastify is not installed. */
interface Fastify {
  addHook(name: 'preParsing', hook: PreParsingHook): unknown;
}

type PreParsingHook = (request: unknown, reply: Reply, payload: unknown, done: () => void) => void;

interface Reply {
  readonly raw: ServerResponse;
  header(name: string, value: string[]): unknown;
}

/**
 * Lets the cookies that a middleware sets stand beside those that a handler sets.
 *
 * A middleware has Node's response. Fastify's reply has headers of its own, and `reply.header('set-cookie', …)` would
 * replace the session that was just refreshed, or that a handshake has brought.
 */
export function keepCookiesOfMiddleware(fastify: Fastify): void {
  // The first hook after the one that runs middleware.
  fastify.addHook('preParsing', (_request, reply, _payload, done) => {
    const cookies = reply.raw.getHeader('set-cookie');
    if (cookies !== undefined) reply.header('set-cookie', [cookies].flat().map(String));
    done();
  });
}
