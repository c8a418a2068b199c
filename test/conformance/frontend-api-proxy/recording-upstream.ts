import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

import type { DrawnAnswer } from './drawn-exchange.js';

/** The header that selects the response of the Frontend API. */
export const EXCHANGE_HEADER = 'x-exchange';

/** A request as the Frontend API received it. */
export interface RecordedRequest {
  method: string;
  url: string;
  /** By lower-cased name, several values in their order. */
  headers: Map<string, string[]>;
  body: Buffer;
}

/** A Frontend API that records each request under its id, and responds as scripted for that id. */
export class RecordingUpstream {
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  readonly #answers = new Map<string, DrawnAnswer>();
  readonly #requests = new Map<string, RecordedRequest[]>();

  async listen(): Promise<void> {
    await new Promise<void>(listening => this.#server.listen(0, '127.0.0.1', listening));
  }

  get url(): string {
    return `http://${this.host}`;
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  expect(id: string, answer: DrawnAnswer): void {
    this.#answers.set(id, answer);
  }

  /** The requests with the id, which are then removed. More than one is an error of the proxy. */
  take(id: string): RecordedRequest[] {
    const requests = this.#requests.get(id) ?? [];
    this.#requests.delete(id);
    this.#answers.delete(id);
    return requests;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const id = String(request.headers[EXCHANGE_HEADER] ?? '');
    const { method = '', url = '' } = request;
    const recorded: RecordedRequest = {
      method,
      url,
      headers: headersOf(request),
      body: await buffer(request),
    };
    this.#requests.set(id, [...(this.#requests.get(id) ?? []), recorded]);
    const answer = this.#answers.get(id);
    if (!answer || answer.status === 0) return void request.socket.destroy();
    for (const [name, value] of answer.headers)
      response.setHeader(name, typeof value === 'string' ? value.replace('UPSTREAM', this.url) : value);
    response.writeHead(answer.status).end(answer.body);
  }
}

/** Headers as they were sent, without Node's merging. */
export function headersOf(message: IncomingMessage): Map<string, string[]> {
  const headers = new Map<string, string[]>();
  for (let index = 0; index < message.rawHeaders.length; index += 2) {
    const name = message.rawHeaders[index]!.toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), message.rawHeaders[index + 1]!]);
  }
  return headers;
}
