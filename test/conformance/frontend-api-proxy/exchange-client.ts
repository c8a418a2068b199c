import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:http2';
import type { ClientHttp2Session, IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http2';
import { buffer } from 'node:stream/consumers';

import type { DrawnExchange } from './drawn-exchange.js';
import { EXCHANGE_HEADER, headersOf } from './recording-upstream.js';

/** A response as the client received it. Status 0 is a connection or stream that ended without one. */
export interface ReceivedAnswer {
  status: number;
  headers: Map<string, string[]>;
  body: Buffer;
}

const NO_ANSWER: ReceivedAnswer = { status: 0, headers: new Map(), body: Buffer.alloc(0) };

/** Sends drawn requests unchanged to one server. */
export class ExchangeClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 32 });
  #session: ClientHttp2Session | undefined;

  constructor(
    private readonly port: number,
    private readonly version: 1 | 2,
  ) {}

  send(exchange: DrawnExchange, id: string): Promise<ReceivedAnswer> {
    return this.version === 1 ? this.#sendHttp1(exchange, id) : this.#sendHttp2(exchange, id);
  }

  close(): void {
    this.#agent.destroy();
    this.#session?.destroy();
  }

  #sendHttp1({ method, target, headers, body, framing }: DrawnExchange, id: string): Promise<ReceivedAnswer> {
    const lengths: Record<DrawnExchange['framing'], [string, string][]> = {
      none: [],
      chunked: [['Transfer-Encoding', 'chunked']],
      'content-length': [['Content-Length', String(body.length)]],
    };
    const sent = [...headers, [EXCHANGE_HEADER, id], ...lengths[framing]].flat();
    return new Promise(resolve => {
      const request = httpRequest(
        { agent: this.#agent, host: '127.0.0.1', port: this.port, method, path: target, headers: sent },
        response =>
          void buffer(response).then(
            received =>
              resolve({ status: response.statusCode ?? 0, headers: headersOf(response), body: received }),
            () => resolve(NO_ANSWER),
          ),
      );
      request.on('error', () => resolve(NO_ANSWER));
      request.end(framing === 'none' ? undefined : body);
    });
  }

  #sendHttp2({ method, target, headers, body, framing }: DrawnExchange, id: string): Promise<ReceivedAnswer> {
    if (!this.#session || this.#session.closed) {
      this.#session = connect(`http://127.0.0.1:${this.port}`);
      this.#session.on('error', () => undefined);
    }
    const session = this.#session;
    const fields: OutgoingHttpHeaders = { ':method': method, ':path': target, [EXCHANGE_HEADER]: id };
    for (const [name, value] of headers) fields[name === 'Host' ? ':authority' : name.toLowerCase()] = value;
    if (framing === 'content-length') fields['content-length'] = String(body.length);
    return new Promise(resolve => {
      const stream = session.request(fields, { endStream: framing === 'none' });
      stream.on('error', () => resolve(NO_ANSWER));
      stream.on('response', received => {
        void buffer(stream).then(
          bytes =>
            resolve({ status: received[':status'] ?? 0, headers: http2Headers(received), body: bytes }),
          () => resolve(NO_ANSWER),
        );
      });
      if (framing !== 'none') stream.end(body);
    });
  }
}

function http2Headers(fields: IncomingHttpHeaders): Map<string, string[]> {
  return new Map(
    Object.entries(fields)
      .filter(([name, value]) => !name.startsWith(':') && value !== undefined)
      .map(([name, value]) => [name, [value].flat().map(String)]),
  );
}
