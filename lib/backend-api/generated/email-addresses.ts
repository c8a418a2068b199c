// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';
import { BackendApiResource } from '../resource.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { EmailAddress } from '../models/email-address.js';
import { decodeVerificationAttempt, type VerificationAttempt } from './models/verification.js';
import type {
  AttemptEmailAddressVerificationParams,
  CreateEmailAddressParams,
  UpdateEmailAddressParams,
} from './email-addresses-params.js';

/**
 * The e-mail addresses of users.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class EmailAddressAPI extends BackendApiResource {
  /**
   * Gets one e-mail address.
   *
   * `GET /email_addresses/{email_address_id}`
   *
   * @param emailAddressId - the id of the email address
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Gives a user an e-mail address.
   *
   * `POST /email_addresses`
   *
   * @param params - `userId`, `emailAddress`; optionally `verified`, `primary`, `notifyPrimaryEmailAddressChanged`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
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
   * Changes an e-mail address.
   *
   * `PATCH /email_addresses/{email_address_id}`
   *
   * @param emailAddressId - the id of the email address
   * @param params - `verified`, `primary`, `notifyPrimaryEmailAddressChanged`; may be left out
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Deletes an e-mail address.
   *
   * `DELETE /email_addresses/{email_address_id}`
   *
   * @param emailAddressId - the id of the email address
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Sends a code to an e-mail address.
   *
   * `POST /email_addresses/{email_address_id}/prepare_verification`
   *
   * @param emailAddressId - the id of the email address
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Checks the code that was sent to an e-mail address.
   *
   * `POST /email_addresses/{email_address_id}/attempt_verification`
   *
   * @param emailAddressId - the id of the email address
   * @param params - `verificationId`, `code`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
