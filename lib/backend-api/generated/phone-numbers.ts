// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { PhoneNumber } from '../models/phone-number.js';
import { decodeVerificationAttempt, type VerificationAttempt } from './models/verification-attempt.js';
import type {
  AttemptPhoneNumberVerificationParams,
  CreatePhoneNumberParams,
  UpdatePhoneNumberParams,
} from './phone-numbers-params.js';

/**
 * The phone numbers of users. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class PhoneNumberAPI extends BackendApiResource {
  /**
   * Returns a phone number: `GET /phone_numbers/{phone_number_id}`.
   *
   * @param phoneNumberId - the ID of the phone number
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/phone-numbers/GET/phone_numbers/{phone_number_id}
   */
  async getPhoneNumber(
    phoneNumberId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PhoneNumber> {
    return this.transport.request(
      {
        operation: 'GetPhoneNumber',
        method: 'GET',
        path: apiPath`/phone_numbers/${phoneNumberId}`,
        decode: PhoneNumber.fromJSON,
      },
      requestOptions,
    );
  }

  /**
   * Adds a phone number to a user: `POST /phone_numbers`.
   *
   * @param params - `userId`, `phoneNumber`; optional: `verified`, `primary`, `reservedForSecondFactor`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/phone-numbers/POST/phone_numbers
   */
  async createPhoneNumber(
    params: CreatePhoneNumberParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PhoneNumber> {
    return this.transport.request(
      {
        operation: 'CreatePhoneNumber',
        method: 'POST',
        path: apiPath`/phone_numbers`,
        body: params,
        decode: PhoneNumber.fromJSON,
      },
      requestOptions,
    );
  }

  /**
   * Updates a phone number: `PATCH /phone_numbers/{phone_number_id}`.
   *
   * @param phoneNumberId - the ID of the phone number
   * @param params - `verified`, `primary`, `reservedForSecondFactor` (all optional)
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/phone-numbers/PATCH/phone_numbers/{phone_number_id}
   */
  async updatePhoneNumber(
    phoneNumberId: string,
    params: UpdatePhoneNumberParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PhoneNumber> {
    return this.transport.request(
      {
        operation: 'UpdatePhoneNumber',
        method: 'PATCH',
        path: apiPath`/phone_numbers/${phoneNumberId}`,
        body: params,
        decode: PhoneNumber.fromJSON,
      },
      requestOptions,
    );
  }

  /**
   * Deletes a phone number: `DELETE /phone_numbers/{phone_number_id}`.
   *
   * @param phoneNumberId - the ID of the phone number
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/phone-numbers/DELETE/phone_numbers/{phone_number_id}
   */
  async deletePhoneNumber(
    phoneNumberId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<DeletedObject> {
    return this.transport.request(
      {
        operation: 'DeletePhoneNumber',
        method: 'DELETE',
        path: apiPath`/phone_numbers/${phoneNumberId}`,
        decode: decodeDeletedObject,
      },
      requestOptions,
    );
  }

  /**
   * Sends a verification code to a phone number: `POST /phone_numbers/{phone_number_id}/prepare_verification`.
   *
   * @param phoneNumberId - the ID of the phone number
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/phone-numbers/POST/phone_numbers/{phone_number_id}/prepare_verification
   */
  async preparePhoneNumberVerification(
    phoneNumberId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<VerificationAttempt> {
    return this.transport.request(
      {
        operation: 'PreparePhoneNumberVerification',
        method: 'POST',
        path: apiPath`/phone_numbers/${phoneNumberId}/prepare_verification`,
        decode: decodeVerificationAttempt,
      },
      requestOptions,
    );
  }

  /**
   * Verifies a phone number with a code: `POST /phone_numbers/{phone_number_id}/attempt_verification`.
   *
   * @param phoneNumberId - the ID of the phone number
   * @param params - `verificationId`, `code`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/phone-numbers/POST/phone_numbers/{phone_number_id}/attempt_verification
   */
  async attemptPhoneNumberVerification(
    phoneNumberId: string,
    params: AttemptPhoneNumberVerificationParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<VerificationAttempt> {
    return this.transport.request(
      {
        operation: 'AttemptPhoneNumberVerification',
        method: 'POST',
        path: apiPath`/phone_numbers/${phoneNumberId}/attempt_verification`,
        body: params,
        decode: decodeVerificationAttempt,
      },
      requestOptions,
    );
  }
}
