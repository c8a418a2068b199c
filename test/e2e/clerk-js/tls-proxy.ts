import { request as forward } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import { TLS } from '../../support/tls.js';

/** A server with TLS in front of one without. */
export interface TlsProxy {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Starts a reverse proxy with TLS, as a production deployment has one. Its certificate is self-signed.
 *
 * @param targetOf - the server behind a host, such as `http://localhost:4010`; `undefined` for a host without one
 */
export async function startTlsProxy(targetOf: (host: string) => string | undefined): Promise<TlsProxy> {
  const server = createServer(TLS, (incoming, outgoing) => {
    const host = incoming.headers.host ?? '';
    const target = targetOf(host.replace(/:\d+$/, ''));
    if (target === undefined) {
      outgoing.writeHead(502).end();
      return;
    }
    const headers = { ...incoming.headers, 'x-forwarded-proto': 'https', 'x-forwarded-host': host };
    const { method } = incoming;
    const upstream = forward(new URL(incoming.url ?? '/', target), { method, headers }, answer => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    upstream.on('error', () => outgoing.destroy());
    incoming.pipe(upstream);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
