// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iterateOnce, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { BackendApiResource } from '../resource.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { User } from '../models/user.js';
import { decodePasswordCheck, type PasswordCheck } from './models/password.js';
import { decodeTOTPCheck, type TOTPCheck } from './models/totp.js';
import { decodeTrustedDevice, type TrustedDevice } from './models/trusted.js';
import { decodeUserIdentifier, type UserIdentifier } from './models/user.js';
import type {
  DeleteUserExternalAccountParams,
  DeleteUserPasskeyParams,
  DeleteUserWeb3WalletParams,
  RemovePasswordParams,
  RevokeTrustedDeviceParams,
  SetPasswordCompromisedParams,
  VerifyPasswordParams,
  VerifyTOTPParams,
} from './users-params.js';

/**
 * A part of {@link UserAPI}.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class UserCredentialsMethods extends BackendApiResource {
  /**
   * Takes the password from a user.
   *
   * `POST /users/{user_id}/remove_password`
   *
   * @param userId - the id of the user
   * @param params - `signOutOfOtherSessions`; may be left out
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/users/POST/users/{user_id}/remove_password
   */
  async removePassword(
    userId: string,
    params: RemovePasswordParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<User> {
    return this.transport.request(
      {
        operation: 'RemoveUserPassword',
        method: 'POST',
        path: apiPath`/users/${userId}/remove_password`,
        body: params,
        decode: User.fromJSON,
      },
      requestOptions,
    );
  }

  /**
   * Checks the password of a user: a wrong one is an error.
   *
   * `POST /users/{user_id}/verify_password`
   *
   * @param params - `userId`, `password`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/users/POST/users/{user_id}/verify_password
   */
  async verifyPassword(
    { userId, ...body }: VerifyPasswordParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PasswordCheck> {
    return this.transport.request(
      {
        operation: 'VerifyPassword',
        method: 'POST',
        path: apiPath`/users/${userId}/verify_password`,
        body,
        decode: decodePasswordCheck,
      },
      requestOptions,
    );
  }

  /**
   * Checks a code of a user's authenticator app or a backup code, which is used up by it.
   *
   * `POST /users/{user_id}/verify_totp`
   *
   * @param params - `userId`, `code`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/users/POST/users/{user_id}/verify_totp
   */
  async verifyTOTP(
    { userId, ...body }: VerifyTOTPParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<TOTPCheck> {
    return this.transport.request(
      {
        operation: 'VerifyTOTP',
        method: 'POST',
        path: apiPath`/users/${userId}/verify_totp`,
        body,
        decode: decodeTOTPCheck,
      },
      requestOptions,
    );
  }

  /**
   * Takes all second factors from a user.
   *
   * `DELETE /users/{user_id}/mfa`
   *
   * @param userId - the id of the user
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/users/DELETE/users/{user_id}/mfa
   */
  async disableUserMFA(userId: string, requestOptions?: BackendApiRequestOptions): Promise<UserIdentifier> {
    return this.transport.request(
      {
        operation: 'DisableMFA',
        method: 'DELETE',
        path: apiPath`/users/${userId}/mfa`,
        decode: decodeUserIdentifier,
      },
      requestOptions,
    );
  }

  /**
   * Deletes the backup codes of a user.
   *
   * `DELETE /users/{user_id}/backup_code`
   *
   * @param userId - the id of the user
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/users/DELETE/users/{user_id}/backup_code
   */
  async deleteUserBackupCodes(
    userId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<UserIdentifier> {
    return this.transport.request(
      {
        operation: 'DeleteBackupCode',
        method: 'DELETE',
        path: apiPath`/users/${userId}/backup_code`,
        decode: decodeUserIdentifier,
      },
      requestOptions,
    );
  }

  /**
   * Takes the authenticator app from a user.
   *
   * `DELETE /users/{user_id}/totp`
   *
   * @param userId - the id of the user
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/users/DELETE/users/{user_id}/totp
   */
  async deleteUserTOTP(userId: string, requestOptions?: BackendApiRequestOptions): Promise<UserIdentifier> {
    return this.transport.request(
      {
        operation: 'DeleteTOTP',
        method: 'DELETE',
        path: apiPath`/users/${userId}/totp`,
        decode: decodeUserIdentifier,
      },
      requestOptions,
    );
  }

  /**
   * Deletes a passkey of a user.
   *
   * `DELETE /users/{user_id}/passkeys/{passkey_identification_id}`
   *
   * @param params - `userId`, `passkeyIdentificationId`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/users/DELETE/users/{user_id}/passkeys/{passkey_identification_id}
   */
  async deleteUserPasskey(
    { userId, passkeyIdentificationId }: DeleteUserPasskeyParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<DeletedObject> {
    return this.transport.request(
      {
        operation: 'UserPasskeyDelete',
        method: 'DELETE',
        path: apiPath`/users/${userId}/passkeys/${passkeyIdentificationId}`,
        decode: decodeDeletedObject,
      },
      requestOptions,
    );
  }

  /**
   * Deletes a Web3 wallet of a user.
   *
   * `DELETE /users/{user_id}/web3_wallets/{web3_wallet_identification_id}`
   *
   * @param params - `userId`, `web3WalletIdentificationId`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/users/DELETE/users/{user_id}/web3_wallets/{web3_wallet_identification_id}
   */
  async deleteUserWeb3Wallet(
    { userId, web3WalletIdentificationId }: DeleteUserWeb3WalletParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<DeletedObject> {
    return this.transport.request(
      {
        operation: 'UserWeb3WalletDelete',
        method: 'DELETE',
        path: apiPath`/users/${userId}/web3_wallets/${web3WalletIdentificationId}`,
        decode: decodeDeletedObject,
      },
      requestOptions,
    );
  }

  /**
   * Deletes an account of a user at an OAuth provider.
   *
   * `DELETE /users/{user_id}/external_accounts/{external_account_id}`
   *
   * @param params - `userId`, `externalAccountId`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/users/DELETE/users/{user_id}/external_accounts/{external_account_id}
   */
  async deleteUserExternalAccount(
    { userId, externalAccountId }: DeleteUserExternalAccountParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<DeletedObject> {
    return this.transport.request(
      {
        operation: 'DeleteExternalAccount',
        method: 'DELETE',
        path: apiPath`/users/${userId}/external_accounts/${externalAccountId}`,
        decode: decodeDeletedObject,
      },
      requestOptions,
    );
  }

  /**
   * Lists the devices that a user trusts.
   *
   * `GET /users/{user_id}/trusted_devices`
   *
   * @param userId - the id of the user
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/users/GET/users/{user_id}/trusted_devices
   */
  async getTrustedDeviceList(
    userId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<TrustedDevice[]>> {
    return this.transport.request(
      {
        operation: 'ListUserTrustedDevices',
        method: 'GET',
        path: apiPath`/users/${userId}/trusted_devices`,
        decode: pageOf(decodeTrustedDevice),
      },
      requestOptions,
    );
  }

  /**
   * Goes through all that {@link getTrustedDeviceList} lists, one after the other.
   *
   * `GET /users/{user_id}/trusted_devices`
   *
   * @param userId - the id of the user
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @see https://clerk.com/docs/reference/backend-api/tag/users/GET/users/{user_id}/trusted_devices
   */
  iterateTrustedDeviceList(
    userId: string,
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<TrustedDevice, void, undefined> {
    return iterateOnce(() => this.getTrustedDeviceList(userId, requestOptions));
  }

  /**
   * Lets a user trust a device no longer.
   *
   * `DELETE /users/{user_id}/trusted_devices/{trusted_device_id}`
   *
   * @param params - `userId`, `trustedDeviceId`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/users/DELETE/users/{user_id}/trusted_devices/{trusted_device_id}
   */
  async revokeTrustedDevice(
    { userId, trustedDeviceId }: RevokeTrustedDeviceParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<TrustedDevice> {
    return this.transport.request(
      {
        operation: 'RevokeUserTrustedDevice',
        method: 'DELETE',
        path: apiPath`/users/${userId}/trusted_devices/${trustedDeviceId}`,
        decode: decodeTrustedDevice,
      },
      requestOptions,
    );
  }

  /**
   * Marks the password of a user as compromised: it must be changed at the next sign-in.
   *
   * `POST /users/{user_id}/password/set_compromised`
   *
   * @param userId - the id of the user
   * @param params - `revokeAllSessions`; may be left out
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/users/POST/users/{user_id}/password/set_compromised
   */
  async setPasswordCompromised(
    userId: string,
    params: SetPasswordCompromisedParams = { revokeAllSessions: false },
    requestOptions?: BackendApiRequestOptions,
  ): Promise<User> {
    return this.transport.request(
      {
        operation: 'SetUserPasswordCompromised',
        method: 'POST',
        path: apiPath`/users/${userId}/password/set_compromised`,
        body: params,
        decode: User.fromJSON,
      },
      requestOptions,
    );
  }

  /**
   * Marks the password of a user as safe.
   *
   * `POST /users/{user_id}/password/unset_compromised`
   *
   * @param userId - the id of the user
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/users/POST/users/{user_id}/password/unset_compromised
   */
  async unsetPasswordCompromised(userId: string, requestOptions?: BackendApiRequestOptions): Promise<User> {
    return this.transport.request(
      {
        operation: 'UnsetUserPasswordCompromised',
        method: 'POST',
        path: apiPath`/users/${userId}/password/unset_compromised`,
        decode: User.fromJSON,
      },
      requestOptions,
    );
  }
}
