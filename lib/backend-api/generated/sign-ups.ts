// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';
import { decodeSignUpAttempt, type SignUpAttempt } from './models/sign-up-attempt.js';
import type { SignUpUpdateParams } from './sign-ups-params.js';

/**
 * Sign-up attempts. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class SignUpAPI extends BackendApiResource {
  /**
   * Returns a sign-up attempt: `GET /sign_ups/{id}`.
   *
   * @param signUpAttemptId - the ID of the sign-up attempt
   *
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
   * Updates a sign-up attempt: `PATCH /sign_ups/{id}`.
   *
   * @param params - `signUpAttemptId`; optional: `externalId`, `customAction`
   *
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
