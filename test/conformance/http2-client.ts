import { connect } from 'node:http2';
import type { ClientHttp2Session, IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http2';

import type { RawRequest, RawResponse } from './http-client.js';

const sessions = new Map<number, ClientHttp2Session>();

/** Sends a request over HTTP/2 without encryption: `Host` as `:authority`, and this `:scheme`. */
export function sendHttp2(
  port: number,
  { method, target, headers }: RawRequest,
  scheme: 'http' | 'https',
): Promise<RawResponse> {
  const outgoing: OutgoingHttpHeaders = { ':method': method, ':path': target, ':scheme': scheme };
  for (const [name, value] of headers) outgoing[name === 'Host' ? ':authority' : name.toLowerCase()] = value;
  return new Promise(resolve => {
    const stream = sessionOf(port).request(outgoing, { endStream: true });
    const chunks: Buffer[] = [];
    let received: IncomingHttpHeaders = {};
    stream.on('response', incoming => (received = incoming));
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('error', error => resolve({ status: 0, headers: new Map(), body: error.message }));
    stream.on('end', () => resolve(toResponse(received, Buffer.concat(chunks).toString())));
  });
}

function toResponse({ ':status': status, ...headers }: IncomingHttpHeaders, body: string): RawResponse {
  const entries = Object.entries(headers).map(([name, value]): [string, string[]] => [
    name,
    [value ?? []].flat(),
  ]);
  return { status: Number(status ?? 0), headers: new Map(entries), body };
}

function sessionOf(port: number): ClientHttp2Session {
  let session = sessions.get(port);
  if (!session) {
    session = connect(`http://127.0.0.1:${port}`);
    sessions.set(port, session);
  }
  return session;
}

export function closeHttp2Sessions(): void {
  for (const session of sessions.values()) session.destroy();
  sessions.clear();
}
