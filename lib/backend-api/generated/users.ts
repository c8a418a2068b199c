// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import { listOf } from '../transport/decode.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import {
  decodeTotalCount,
  iterateOnce,
  iteratePages,
  pageOf,
  type PaginatedResourceResponse,
} from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { EmailAddress } from '../models/email-address.js';
import { PhoneNumber } from '../models/phone-number.js';
import { User } from '../models/user.js';
import {
  decodeOrganizationInvitation,
  type OrganizationInvitation,
} from './models/organization-invitation.js';
import {
  decodeOrganizationMembership,
  type OrganizationMembership,
} from './models/organization-membership.js';
import { decodePasswordCheck, type PasswordCheck } from './models/password-check.js';
import { decodeTOTPCheck, type TOTPCheck } from './models/totp-check.js';
import { decodeTrustedDevice, type TrustedDevice } from './models/trusted-device.js';
import { decodeUserIdentifier, type UserIdentifier } from './models/user-identifier.js';
import type {
  CreateUserParams,
  DeleteUserExternalAccountParams,
  DeleteUserPasskeyParams,
  DeleteUserWeb3WalletParams,
  GetCountParams,
  RemovePasswordParams,
  ReplaceUserEmailAddressParams,
  ReplaceUserMetadataParams,
  ReplaceUserPhoneNumberParams,
  RevokeTrustedDeviceParams,
  SetPasswordCompromisedParams,
  UpdateUserMetadataParams,
  UpdateUserProfileImageParams,
  UserGetOrganizationInvitationListParams,
  UserGetOrganizationMembershipListParams,
  VerifyPasswordParams,
  VerifyTOTPParams,
} from './users-params.js';

/**
 * Users. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class GeneratedUserAPI extends BackendApiResource {
  /**
   * Creates a user: `POST /users`.
   *
   * @param params - `externalId`, `firstName`, `lastName`, `locale`, `emailAddress`, …
   *
   * @example
   * ```ts
   * const user = await clerk.users.createUser({ emailAddress: ['ada@example.com'], password: 'correct horse' });
   * ```
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/users/POST/users
   */
  async createUser(params: CreateUserParams, requestOptions?: BackendApiRequestOptions): Promise<User> {
    return this.transport.request(
      { operation: 'CreateUser', method: 'POST', path: apiPath`/users`, body: params, decode: User.fromJSON },
      requestOptions,
    );
  }

  /**
   * Counts users: `GET /users/count`.
   *
   * @param params - `emailAddress`, `phoneNumber`, `externalId`, `username`, `web3Wallet`, … (all optional)
   *
   * @example
   * ```ts
   * const count = await clerk.users.getCount({ query: 'ada' });
   * ```
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/users/GET/users/count
   */
  async getCount(params: GetCountParams = {}, requestOptions?: BackendApiRequestOptions): Promise<number> {
    return this.transport.request(
      {
        operation: 'GetUsersCount',
        method: 'GET',
        path: apiPath`/users/count`,
        query: params,
        decode: decodeTotalCount,
      },
      requestOptions,
    );
  }

  /**
   * Returns a user: `GET /users/{user_id}`.
   *
   * @param userId - the ID of the user
   *
   * @example
   * ```ts
   * const user = await clerk.users.getUser('user_2abc');
   * user.primaryEmailAddress?.emailAddress; // 'ada@example.com'
   * ```
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/users/GET/users/{user_id}
   */
  async getUser(userId: string, requestOptions?: BackendApiRequestOptions): Promise<User> {
    return this.transport.request(
      { operation: 'GetUser', method: 'GET', path: apiPath`/users/${userId}`, decode: User.fromJSON },
      requestOptions,
    );
  }

  /**
   * Deletes a user: `DELETE /users/{user_id}`.
   *
   * @param userId - the ID of the user
   *
   * @example
   * ```ts
   * await clerk.users.deleteUser('user_2abc');
   * ```
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/users/DELETE/users/{user_id}
   */
  async deleteUser(userId: string, requestOptions?: BackendApiRequestOptions): Promise<DeletedObject> {
    return this.transport.request(
      {
        operation: 'DeleteUser',
        method: 'DELETE',
        path: apiPath`/users/${userId}`,
        decode: decodeDeletedObject,
      },
      requestOptions,
    );
  }

  /**
   * Bans a user, and revokes their sessions: `POST /users/{user_id}/ban`.
   *
   * @param userId - the ID of the user
   *
   * @example
   * ```ts
   * await clerk.users.banUser('user_2abc');
   * ```
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/users/POST/users/{user_id}/ban
   */
  async banUser(userId: string, requestOptions?: BackendApiRequestOptions): Promise<User> {
    return this.transport.request(
      { operation: 'BanUser', method: 'POST', path: apiPath`/users/${userId}/ban`, decode: User.fromJSON },
      requestOptions,
    );
  }

  /**
   * Lifts the ban on a user: `POST /users/{user_id}/unban`.
   *
   * @param userId - the ID of the user
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/users/POST/users/{user_id}/unban
   */
  async unbanUser(userId: string, requestOptions?: BackendApiRequestOptions): Promise<User> {
    return this.transport.request(
      {
        operation: 'UnbanUser',
        method: 'POST',
        path: apiPath`/users/${userId}/unban`,
        decode: User.fromJSON,
      },
      requestOptions,
    );
  }

  /**
   * Bans several users, and revokes their sessions: `POST /users/ban`.
   *
   * @param userIds - the IDs of the users
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/users/POST/users/ban
   */
  async banUsers(userIds: string[], requestOptions?: BackendApiRequestOptions): Promise<User[]> {
    return this.transport.request(
      {
        operation: 'UsersBan',
        method: 'POST',
        path: apiPath`/users/ban`,
        body: { userIds },
        decode: listOf(User.fromJSON),
      },
      requestOptions,
    );
  }

  /**
   * Lifts the ban on several users: `POST /users/unban`.
   *
   * @param userIds - the IDs of the users
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/users/POST/users/unban
   */
  async unbanUsers(userIds: string[], requestOptions?: BackendApiRequestOptions): Promise<User[]> {
    return this.transport.request(
      {
        operation: 'UsersUnban',
        method: 'POST',
        path: apiPath`/users/unban`,
        body: { userIds },
        decode: listOf(User.fromJSON),
      },
      requestOptions,
    );
  }

  /**
   * Locks a user, who then cannot sign in until unlocked: `POST /users/{user_id}/lock`.
   *
   * @param userId - the ID of the user
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/users/POST/users/{user_id}/lock
   */
  async lockUser(userId: string, requestOptions?: BackendApiRequestOptions): Promise<User> {
    return this.transport.request(
      { operation: 'LockUser', method: 'POST', path: apiPath`/users/${userId}/lock`, decode: User.fromJSON },
      requestOptions,
    );
  }

  /**
   * Unlocks a user: `POST /users/{user_id}/unlock`.
   *
   * @param userId - the ID of the user
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/users/POST/users/{user_id}/unlock
   */
  async unlockUser(userId: string, requestOptions?: BackendApiRequestOptions): Promise<User> {
    return this.transport.request(
      {
        operation: 'UnlockUser',
        method: 'POST',
        path: apiPath`/users/${userId}/unlock`,
        decode: User.fromJSON,
      },
      requestOptions,
    );
  }

  /**
   * Uploads the profile image of a user: `POST /users/{user_id}/profile_image`.
   *
   * @param userId - the ID of the user
   * @param params - `file`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/users/POST/users/{user_id}/profile_image
   */
  async updateUserProfileImage(
    userId: string,
    params: UpdateUserProfileImageParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<User> {
    return this.transport.request(
      {
        operation: 'SetUserProfileImage',
        method: 'POST',
        path: apiPath`/users/${userId}/profile_image`,
        form: params,
        decode: User.fromJSON,
      },
      requestOptions,
    );
  }

  /**
   * Deletes the profile image of a user: `DELETE /users/{user_id}/profile_image`.
   *
   * @param userId - the ID of the user
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/users/DELETE/users/{user_id}/profile_image
   */
  async deleteUserProfileImage(userId: string, requestOptions?: BackendApiRequestOptions): Promise<User> {
    return this.transport.request(
      {
        operation: 'DeleteUserProfileImage',
        method: 'DELETE',
        path: apiPath`/users/${userId}/profile_image`,
        decode: User.fromJSON,
      },
      requestOptions,
    );
  }

  /**
   * Merges metadata into the metadata of a user; `null` removes a key: `PATCH /users/{user_id}/metadata`.
   *
   * @param userId - the ID of the user
   * @param params - `publicMetadata`, `privateMetadata`, `unsafeMetadata`
   *
   * @example
   * ```ts
   * await clerk.users.updateUserMetadata('user_2abc', { publicMetadata: { plan: 'pro' } });
   * ```
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/users/PATCH/users/{user_id}/metadata
   */
  async updateUserMetadata(
    userId: string,
    params: UpdateUserMetadataParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<User> {
    return this.transport.request(
      {
        operation: 'UpdateUserMetadata',
        method: 'PATCH',
        path: apiPath`/users/${userId}/metadata`,
        body: params,
        decode: User.fromJSON,
      },
      requestOptions,
    );
  }

  /**
   * Replaces the metadata of a user: `PUT /users/{user_id}/metadata`.
   *
   * @param userId - the ID of the user
   * @param params - `publicMetadata`, `privateMetadata`, `unsafeMetadata`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/users/PUT/users/{user_id}/metadata
   */
  async replaceUserMetadata(
    userId: string,
    params: ReplaceUserMetadataParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<User> {
    return this.transport.request(
      {
        operation: 'ReplaceUserMetadata',
        method: 'PUT',
        path: apiPath`/users/${userId}/metadata`,
        body: params,
        decode: User.fromJSON,
      },
      requestOptions,
    );
  }

  /**
   * Replaces all email addresses of a user by one: `PUT /users/{user_id}/email_address`.
   *
   * @param userId - the ID of the user
   * @param params - `emailAddress`; optional: `identificationStatus`, `notifyPrimaryEmailAddressChanged`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/email-addresses/PUT/users/{user_id}/email_address
   */
  async replaceUserEmailAddress(
    userId: string,
    params: ReplaceUserEmailAddressParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<EmailAddress> {
    return this.transport.request(
      {
        operation: 'ReplaceUserEmailAddress',
        method: 'PUT',
        path: apiPath`/users/${userId}/email_address`,
        body: params,
        decode: EmailAddress.fromJSON,
      },
      requestOptions,
    );
  }

  /**
   * Replaces all phone numbers of a user by one: `PUT /users/{user_id}/phone_number`.
   *
   * @param userId - the ID of the user
   * @param params - `phoneNumber`; optional: `identificationStatus`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/phone-numbers/PUT/users/{user_id}/phone_number
   */
  async replaceUserPhoneNumber(
    userId: string,
    params: ReplaceUserPhoneNumberParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PhoneNumber> {
    return this.transport.request(
      {
        operation: 'ReplaceUserPhoneNumber',
        method: 'PUT',
        path: apiPath`/users/${userId}/phone_number`,
        body: params,
        decode: PhoneNumber.fromJSON,
      },
      requestOptions,
    );
  }

  /**
   * Lists the organization memberships of a user: `GET /users/{user_id}/organization_memberships`.
   *
   * @param params - `userId`; optional: `limit`, `offset`
   * @returns one page, and the number of all items
   *
   * @example
   * ```ts
   * const { data } = await clerk.users.getOrganizationMembershipList({ userId: 'user_2abc' });
   * ```
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/users/GET/users/{user_id}/organization_memberships
   */
  async getOrganizationMembershipList(
    { userId, ...query }: UserGetOrganizationMembershipListParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<OrganizationMembership[]>> {
    return this.transport.request(
      {
        operation: 'UsersGetOrganizationMemberships',
        method: 'GET',
        path: apiPath`/users/${userId}/organization_memberships`,
        query,
        decode: pageOf(decodeOrganizationMembership),
      },
      requestOptions,
    );
  }

  /**
   * Iterates over all items of {@link getOrganizationMembershipList}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/users/GET/users/{user_id}/organization_memberships
   */
  iterateOrganizationMembershipList(
    params: UserGetOrganizationMembershipListParams,
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<OrganizationMembership, void, undefined> {
    return iteratePages(
      page => this.getOrganizationMembershipList({ ...params, ...page }, requestOptions),
      params,
    );
  }

  /**
   * Lists the organization invitations of a user: `GET /users/{user_id}/organization_invitations`.
   *
   * @param params - `userId`; optional: `limit`, `offset`, `status`
   * @returns one page, and the number of all items
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/users/GET/users/{user_id}/organization_invitations
   */
  async getOrganizationInvitationList(
    { userId, ...query }: UserGetOrganizationInvitationListParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<OrganizationInvitation[]>> {
    return this.transport.request(
      {
        operation: 'UsersGetOrganizationInvitations',
        method: 'GET',
        path: apiPath`/users/${userId}/organization_invitations`,
        query,
        decode: pageOf(decodeOrganizationInvitation),
      },
      requestOptions,
    );
  }

  /**
   * Iterates over all items of {@link getOrganizationInvitationList}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/users/GET/users/{user_id}/organization_invitations
   */
  iterateOrganizationInvitationList(
    params: UserGetOrganizationInvitationListParams,
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<OrganizationInvitation, void, undefined> {
    return iteratePages(
      page => this.getOrganizationInvitationList({ ...params, ...page }, requestOptions),
      params,
    );
  }

  /**
   * Removes the password of a user: `POST /users/{user_id}/remove_password`.
   *
   * @param userId - the ID of the user
   * @param params - `signOutOfOtherSessions` (all optional)
   *
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
   * Verifies the password of a user: `POST /users/{user_id}/verify_password`.
   *
   * @param params - `userId`, `password`
   * @throws {@link ClerkAPIResponseError} with status 422, if the password is wrong
   *
   * @example
   * ```ts
   * await clerk.users.verifyPassword({ userId: 'user_2abc', password: 'correct horse' });
   * ```
   *
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
   * Verifies a code of a user's authenticator app, or uses up a backup code: `POST /users/{user_id}/verify_totp`.
   *
   * @param params - `userId`, `code`
   * @throws {@link ClerkAPIResponseError} with status 422, if the code is wrong
   *
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
   * Disables all second factors of a user: `DELETE /users/{user_id}/mfa`.
   *
   * @param userId - the ID of the user
   *
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
   * Deletes the backup codes of a user: `DELETE /users/{user_id}/backup_code`.
   *
   * @param userId - the ID of the user
   *
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
   * Removes the authenticator app of a user: `DELETE /users/{user_id}/totp`.
   *
   * @param userId - the ID of the user
   *
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
   * Deletes a passkey of a user: `DELETE /users/{user_id}/passkeys/{passkey_identification_id}`.
   *
   * @param params - `userId`, `passkeyIdentificationId`
   *
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
   * Deletes a Web3 wallet of a user: `DELETE /users/{user_id}/web3_wallets/{web3_wallet_identification_id}`.
   *
   * @param params - `userId`, `web3WalletIdentificationId`
   *
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
   * Deletes an account of a user at an OAuth provider: `DELETE /users/{user_id}/external_accounts/{external_account_id}`.
   *
   * @param params - `userId`, `externalAccountId`
   *
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
   * Lists the trusted devices of a user: `GET /users/{user_id}/trusted_devices`.
   *
   * @param userId - the ID of the user
   * @returns one page, and the number of all items
   *
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
   * Iterates over all items of {@link getTrustedDeviceList}.
   *
   * @param userId - the ID of the user
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/users/GET/users/{user_id}/trusted_devices
   */
  iterateTrustedDeviceList(
    userId: string,
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<TrustedDevice, void, undefined> {
    return iterateOnce(() => this.getTrustedDeviceList(userId, requestOptions));
  }

  /**
   * Revokes a trusted device of a user: `DELETE /users/{user_id}/trusted_devices/{trusted_device_id}`.
   *
   * @param params - `userId`, `trustedDeviceId`
   *
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
   * Marks the password of a user as compromised, so that the user must change it at the next sign-in: `POST /users/{user_id}/password/set_compromised`.
   *
   * @param userId - the ID of the user
   * @param params - `revokeAllSessions` (all optional)
   *
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
   * Marks the password of a user as not compromised: `POST /users/{user_id}/password/unset_compromised`.
   *
   * @param userId - the ID of the user
   *
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
