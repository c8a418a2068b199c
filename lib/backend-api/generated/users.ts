// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { listOf } from '../transport/decode.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import {
  decodeTotalCount,
  iteratePages,
  pageOf,
  type PaginatedResourceResponse,
} from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { UserCredentialsMethods } from './user-credentials.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { EmailAddress } from '../models/email-address.js';
import { PhoneNumber } from '../models/phone-number.js';
import { User } from '../models/user.js';
import {
  decodeOrganizationInvitation,
  decodeOrganizationMembership,
  type OrganizationInvitation,
  type OrganizationMembership,
} from './models/organization.js';
import type {
  CreateUserParams,
  GetCountParams,
  GetOrganizationInvitationListParams,
  GetOrganizationMembershipListParams,
  ReplaceUserEmailAddressParams,
  ReplaceUserMetadataParams,
  ReplaceUserPhoneNumberParams,
  UpdateUserMetadataParams,
  UpdateUserProfileImageParams,
} from './users-params.js';

/**
 * The people who can sign in.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class UserAPI extends UserCredentialsMethods {
  /**
   * Makes a user.
   *
   * `POST /users`
   *
   * @param params - `externalId`, `firstName`, `lastName`, `locale`, `emailAddress`, …
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @see https://clerk.com/docs/reference/backend-api/tag/users/POST/users
   */
  async createUser(params: CreateUserParams, requestOptions?: BackendApiRequestOptions): Promise<User> {
    return this.transport.request(
      { operation: 'CreateUser', method: 'POST', path: apiPath`/users`, body: params, decode: User.fromJSON },
      requestOptions,
    );
  }

  /**
   * Counts users.
   *
   * `GET /users/count`
   *
   * @param params - `emailAddress`, `phoneNumber`, `externalId`, `username`, `web3Wallet`, …; may be left out
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
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
   * Gets one user.
   *
   * `GET /users/{user_id}`
   *
   * @param userId - the id of the user
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/users/GET/users/{user_id}
   */
  async getUser(userId: string, requestOptions?: BackendApiRequestOptions): Promise<User> {
    return this.transport.request(
      { operation: 'GetUser', method: 'GET', path: apiPath`/users/${userId}`, decode: User.fromJSON },
      requestOptions,
    );
  }

  /**
   * Deletes a user.
   *
   * `DELETE /users/{user_id}`
   *
   * @param userId - the id of the user
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Bans a user and ends all their sessions.
   *
   * `POST /users/{user_id}/ban`
   *
   * @param userId - the id of the user
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/users/POST/users/{user_id}/ban
   */
  async banUser(userId: string, requestOptions?: BackendApiRequestOptions): Promise<User> {
    return this.transport.request(
      { operation: 'BanUser', method: 'POST', path: apiPath`/users/${userId}/ban`, decode: User.fromJSON },
      requestOptions,
    );
  }

  /**
   * Lifts the ban on a user.
   *
   * `POST /users/{user_id}/unban`
   *
   * @param userId - the id of the user
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Bans several users and ends all their sessions.
   *
   * `POST /users/ban`
   *
   * @param userIds - the ids of the users
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
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
   * Lifts the ban on several users.
   *
   * `POST /users/unban`
   *
   * @param userIds - the ids of the users
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
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
   * Keeps a user from signing in until they are unlocked.
   *
   * `POST /users/{user_id}/lock`
   *
   * @param userId - the id of the user
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/users/POST/users/{user_id}/lock
   */
  async lockUser(userId: string, requestOptions?: BackendApiRequestOptions): Promise<User> {
    return this.transport.request(
      { operation: 'LockUser', method: 'POST', path: apiPath`/users/${userId}/lock`, decode: User.fromJSON },
      requestOptions,
    );
  }

  /**
   * Lets a locked user sign in again.
   *
   * `POST /users/{user_id}/unlock`
   *
   * @param userId - the id of the user
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Gives a user a profile image.
   *
   * `POST /users/{user_id}/profile_image`
   *
   * @param userId - the id of the user
   * @param params - `file`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Deletes the profile image of a user.
   *
   * `DELETE /users/{user_id}/profile_image`
   *
   * @param userId - the id of the user
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Merges metadata into a user's: keys that are `null` are removed.
   *
   * `PATCH /users/{user_id}/metadata`
   *
   * @param userId - the id of the user
   * @param params - `publicMetadata`, `privateMetadata`, `unsafeMetadata`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Sets the metadata of a user anew.
   *
   * `PUT /users/{user_id}/metadata`
   *
   * @param userId - the id of the user
   * @param params - `publicMetadata`, `privateMetadata`, `unsafeMetadata`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Replaces all e-mail addresses of a user by one.
   *
   * `PUT /users/{user_id}/email_address`
   *
   * @param userId - the id of the user
   * @param params - `emailAddress`; optionally `identificationStatus`, `notifyPrimaryEmailAddressChanged`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Replaces all phone numbers of a user by one.
   *
   * `PUT /users/{user_id}/phone_number`
   *
   * @param userId - the id of the user
   * @param params - `phoneNumber`; optionally `identificationStatus`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Lists the organizations that a user is a member of.
   *
   * `GET /users/{user_id}/organization_memberships`
   *
   * @param params - `userId`; optionally `limit`, `offset`
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/users/GET/users/{user_id}/organization_memberships
   */
  async getOrganizationMembershipList(
    { userId, ...query }: GetOrganizationMembershipListParams,
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
   * Goes through all that {@link getOrganizationMembershipList} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /users/{user_id}/organization_memberships`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @see https://clerk.com/docs/reference/backend-api/tag/users/GET/users/{user_id}/organization_memberships
   */
  iterateOrganizationMembershipList(
    params: GetOrganizationMembershipListParams,
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<OrganizationMembership, void, undefined> {
    return iteratePages(
      page => this.getOrganizationMembershipList({ ...params, ...page }, requestOptions),
      params,
    );
  }

  /**
   * Lists the organizations that a user is invited to.
   *
   * `GET /users/{user_id}/organization_invitations`
   *
   * @param params - `userId`; optionally `limit`, `offset`, `status`
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/users/GET/users/{user_id}/organization_invitations
   */
  async getOrganizationInvitationList(
    { userId, ...query }: GetOrganizationInvitationListParams,
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
   * Goes through all that {@link getOrganizationInvitationList} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /users/{user_id}/organization_invitations`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @see https://clerk.com/docs/reference/backend-api/tag/users/GET/users/{user_id}/organization_invitations
   */
  iterateOrganizationInvitationList(
    params: GetOrganizationInvitationListParams,
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<OrganizationInvitation, void, undefined> {
    return iteratePages(
      page => this.getOrganizationInvitationList({ ...params, ...page }, requestOptions),
      params,
    );
  }
}
