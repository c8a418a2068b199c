import { Agent, request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';

/** A request as it goes over the wire; `fetch` would normalize the target and merge the headers. */
export interface RawRequest {
  method: string;
  target: string;
  headers: [name: string, value: string][];
}

export interface RawResponse {
  status: number;
  /** Lower-cased names, values in their order. */
  headers: Map<string, string[]>;
  body: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Methods that node would send chunked without a length. */
const METHODS_WITH_BODY = new Set(['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'OPTIONS', 'TRACE']);

/** Sends the request unchanged. Status 0 is a connection that was closed without a response. */
export function send(port: number, { method, target, headers }: RawRequest): Promise<RawResponse> {
  const framing: [string, string][] = METHODS_WITH_BODY.has(method) ? [['Content-Length', '0']] : [];
  return new Promise(resolve => {
    const request = httpRequest({
      agent,
      host: '127.0.0.1',
      port,
      method,
      path: target,
      headers: [...headers, ...framing].flat(),
      maxHeaderSize: 262_144,
    });
    request.on('response', response => void receive(response).then(resolve));
    request.on('error', (error: NodeJS.ErrnoException) => {
      // The server may have closed an idle connection, which has nothing to do with this request.
      if (request.reusedSocket && error.code === 'ECONNRESET')
        resolve(send(port, { method, target, headers }));
      else resolve({ status: 0, headers: new Map(), body: error.message });
    });
    request.end();
  });
}

async function receive(response: IncomingMessage): Promise<RawResponse> {
  const headers = new Map<string, string[]>();
  for (let index = 0; index < response.rawHeaders.length; index += 2) {
    const name = response.rawHeaders[index]!.toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), response.rawHeaders[index + 1]!]);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode ?? 0, headers, body: Buffer.concat(chunks).toString() };
}

export function closeConnections(): void {
  agent.destroy();
}
