import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on a free port of the loopback interface. */
export abstract class LoopbackServer {
  readonly #server = createServer((request, response) => void this.handle(request, response));

  /** @returns its origin */
  async listen(): Promise<string> {
    await new Promise<void>(listening => this.#server.listen(0, '127.0.0.1', listening));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  protected abstract handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}
