// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { EmailAddress } from '../models/email-address.js';
import { decodeVerificationAttempt, type VerificationAttempt } from './models/verification-attempt.js';
import type {
  AttemptEmailAddressVerificationParams,
  CreateEmailAddressParams,
  UpdateEmailAddressParams,
} from './email-addresses-params.js';

/**
 * The email addresses of users. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class EmailAddressAPI extends BackendApiResource {
  /**
   * Returns an email address: `GET /email_addresses/{email_address_id}`.
   *
   * @param emailAddressId - the ID of the email address
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/email-addresses/GET/email_addresses/{email_address_id}
   */
  async getEmailAddress(
    emailAddressId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<EmailAddress> {
    return this.transport.request(
      {
        operation: 'GetEmailAddress',
        method: 'GET',
        path: apiPath`/email_addresses/${emailAddressId}`,
        decode: EmailAddress.fromJSON,
      },
      requestOptions,
    );
  }

  /**
   * Adds an email address to a user: `POST /email_addresses`.
   *
   * @param params - `userId`, `emailAddress`; optional: `verified`, `primary`, `notifyPrimaryEmailAddressChanged`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/email-addresses/POST/email_addresses
   */
  async createEmailAddress(
    params: CreateEmailAddressParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<EmailAddress> {
    return this.transport.request(
      {
        operation: 'CreateEmailAddress',
        method: 'POST',
        path: apiPath`/email_addresses`,
        body: params,
        decode: EmailAddress.fromJSON,
      },
      requestOptions,
    );
  }

  /**
   * Updates an email address: `PATCH /email_addresses/{email_address_id}`.
   *
   * @param emailAddressId - the ID of the email address
   * @param params - `verified`, `primary`, `notifyPrimaryEmailAddressChanged` (all optional)
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/email-addresses/PATCH/email_addresses/{email_address_id}
   */
  async updateEmailAddress(
    emailAddressId: string,
    params: UpdateEmailAddressParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<EmailAddress> {
    return this.transport.request(
      {
        operation: 'UpdateEmailAddress',
        method: 'PATCH',
        path: apiPath`/email_addresses/${emailAddressId}`,
        body: params,
        decode: EmailAddress.fromJSON,
      },
      requestOptions,
    );
  }

  /**
   * Deletes an email address: `DELETE /email_addresses/{email_address_id}`.
   *
   * @param emailAddressId - the ID of the email address
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/email-addresses/DELETE/email_addresses/{email_address_id}
   */
  async deleteEmailAddress(
    emailAddressId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<DeletedObject> {
    return this.transport.request(
      {
        operation: 'DeleteEmailAddress',
        method: 'DELETE',
        path: apiPath`/email_addresses/${emailAddressId}`,
        decode: decodeDeletedObject,
      },
      requestOptions,
    );
  }

  /**
   * Sends a verification code to an email address: `POST /email_addresses/{email_address_id}/prepare_verification`.
   *
   * @param emailAddressId - the ID of the email address
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/email-addresses/POST/email_addresses/{email_address_id}/prepare_verification
   */
  async prepareEmailAddressVerification(
    emailAddressId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<VerificationAttempt> {
    return this.transport.request(
      {
        operation: 'PrepareEmailAddressVerification',
        method: 'POST',
        path: apiPath`/email_addresses/${emailAddressId}/prepare_verification`,
        decode: decodeVerificationAttempt,
      },
      requestOptions,
    );
  }

  /**
   * Verifies an email address with a code: `POST /email_addresses/{email_address_id}/attempt_verification`.
   *
   * @param emailAddressId - the ID of the email address
   * @param params - `verificationId`, `code`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/email-addresses/POST/email_addresses/{email_address_id}/attempt_verification
   */
  async attemptEmailAddressVerification(
    emailAddressId: string,
    params: AttemptEmailAddressVerificationParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<VerificationAttempt> {
    return this.transport.request(
      {
        operation: 'AttemptEmailAddressVerification',
        method: 'POST',
        path: apiPath`/email_addresses/${emailAddressId}/attempt_verification`,
        body: params,
        decode: decodeVerificationAttempt,
      },
      requestOptions,
    );
  }
}
