import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request of a client. */
export interface RecordedRequest {
  method: string;
  path: string;
  query: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Responds to a request, or fails in some way. */
export type Behaviour = (response: ServerResponse, request: RecordedRequest) => void;

/** A real HTTP server that records its requests and responds as scripted. */
export class RecordingServer {
  readonly requests: RecordedRequest[] = [];
  readonly #server: Server;
  #behaviours: Behaviour[] = [];

  private constructor() {
    this.#server = createServer((request, response) => void this.#handle(request, response));
  }

  static async start(): Promise<RecordingServer> {
    const recording = new RecordingServer();
    await new Promise<void>(resolve => recording.#server.listen(0, '127.0.0.1', resolve));
    return recording;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** One behaviour per future request; the last one repeats. Clears the records. */
  behave(...behaviours: Behaviour[]): void {
    this.requests.length = 0;
    this.#behaviours = behaviours;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const [path = '', query = ''] = (request.url ?? '').split('?', 2);
    const recorded = { method: request.method ?? '', path, query, headers: request.headers, body };
    this.requests.push(recorded);
    const behaviour = this.#behaviours.length > 1 ? this.#behaviours.shift() : this.#behaviours[0];
    behaviour?.(response, recorded);
  }
}

/** Responds with JSON. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Behaviour {
  return text(status, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
}

/** Responds with unchanged text. */
export function text(status: number, body: string, headers: Record<string, string> = {}): Behaviour {
  return response => response.writeHead(status, headers).end(body);
}

/** Does not respond. */
export const silence: Behaviour = () => {};

/** Breaks the connection before a response. */
export const reset: Behaviour = response => response.socket?.resetAndDestroy();

/** Announces more than it sends. */
export const truncate: Behaviour = response => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"id":"user', () => response.socket?.destroy());
};

/** Sends headers and half of a body, and then stops. */
export const stall: Behaviour = response => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"id":');
};
