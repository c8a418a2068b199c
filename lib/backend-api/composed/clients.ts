import { GeneratedClientAPI } from '../generated/clients.js';
import { decodeHandshakePayload, type HandshakePayload } from '../models/handshake-payload.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';

/** Browsers and apps: the generated methods, and one that Clerk's document does not have. */
export class ClientAPI extends GeneratedClientAPI {
  /**
   * Gets the cookies that a handshake nonce stands for: `GET /clients/handshake_payload`. The middleware does it where
   * it is needed.
   *
   * @throws {@link ClerkAPIResponseError} when the nonce is unknown or the API cannot be reached
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
