// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';
import { decodeTestingToken, type TestingToken } from './models/testing-token.js';

/**
 * Tokens with which end-to-end tests pass the bot protection. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class TestingTokenAPI extends BackendApiResource {
  /**
   * Creates a token with which an end-to-end test passes the bot protection: `POST /testing_tokens`.
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/testing-tokens/POST/testing_tokens
   */
  async createTestingToken(requestOptions?: BackendApiRequestOptions): Promise<TestingToken> {
    return this.transport.request(
      {
        operation: 'CreateTestingToken',
        method: 'POST',
        path: apiPath`/testing_tokens`,
        decode: decodeTestingToken,
      },
      requestOptions,
    );
  }
}
