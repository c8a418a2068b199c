import { GeneratedClientAPI } from '../generated/clients.js';
import { decodeHandshakePayload, type HandshakePayload } from '../models/handshake-payload.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';

/** Browsers and apps: the generated methods, and a method that is not in Clerk's document. */
export class ClientAPI extends GeneratedClientAPI {
  /**
   * Returns the payload of a handshake nonce: `GET /clients/handshake_payload`. The middleware calls it by itself.
   *
   * @throws {@link ClerkAPIResponseError} if the nonce is unknown or the API cannot be reached
   */
  async getHandshakePayload(
    params: { nonce: string },
    requestOptions?: BackendApiRequestOptions,
  ): Promise<HandshakePayload> {
    return this.transport.request(
      {
        operation: 'GetHandshakePayload',
        method: 'GET',
        path: apiPath`/clients/handshake_payload`,
        query: params,
        decode: decodeHandshakePayload,
      },
      requestOptions,
    );
  }
}
