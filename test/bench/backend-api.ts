import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { ClerkInstance } from '../conformance/clerk-instance.js';

/** A Backend API that answers each secret key with the key set of its instance. */
export class KeySetApi {
  readonly #server = createServer((request, response) => {
    const secretKey = request.headers.authorization?.replace('Bearer ', '');
    const instance = this.instances.find(each => each.secretKey === secretKey);
    response.writeHead(instance ? 200 : 401, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(instance ? { keys: [instance.jwk] } : { errors: [] }));
  });

  constructor(private readonly instances: readonly ClerkInstance[]) {}

  /** @returns its URL */
  async listen(): Promise<string> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
