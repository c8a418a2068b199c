// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';
import { BackendApiResource } from '../resource.js';
import { decodeSignUpAttempt, type SignUpAttempt } from './models/sign.js';
import type { SignUpUpdateParams } from './sign-ups-params.js';

/**
 * Attempts to sign up.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class SignUpAPI extends BackendApiResource {
  /**
   * Gets one attempt to sign up.
   *
   * `GET /sign_ups/{id}`
   *
   * @param signUpAttemptId - the id of the sign up attempt
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/sign-ups/GET/sign_ups/{id}
   */
  async get(signUpAttemptId: string, requestOptions?: BackendApiRequestOptions): Promise<SignUpAttempt> {
    return this.transport.request(
      {
        operation: 'GetSignUp',
        method: 'GET',
        path: apiPath`/sign_ups/${signUpAttemptId}`,
        decode: decodeSignUpAttempt,
      },
      requestOptions,
    );
  }

  /**
   * Changes an attempt to sign up.
   *
   * `PATCH /sign_ups/{id}`
   *
   * @param params - `signUpAttemptId`; optionally `externalId`, `customAction`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/sign-ups/PATCH/sign_ups/{id}
   */
  async update(
    { signUpAttemptId, ...body }: SignUpUpdateParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<SignUpAttempt> {
    return this.transport.request(
      {
        operation: 'UpdateSignUp',
        method: 'PATCH',
        path: apiPath`/sign_ups/${signUpAttemptId}`,
        body,
        decode: decodeSignUpAttempt,
      },
      requestOptions,
    );
  }
}
