import { listOf } from '../transport/decode.js';
import { GeneratedUserAPI } from '../generated/users.js';
import { decodeOauthAccessToken, type OauthAccessToken } from '../models/oauth-access-token.js';
import { User } from '../models/user.js';
import type { OneOf } from '../one-of.js';
import type { RequestSender } from '../transport/backend-api-transport.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import {
  iterateOnce,
  iteratePages,
  type PaginatedResourceResponse,
  pageOf,
  type PaginationParams,
} from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { hasMembers, splitMetadata } from './metadata-update.js';

type WithSign<Field extends string> = Field | `+${Field}` | `-${Field}`;

/** A time: a `Date`, or Unix time in milliseconds. */
type Moment = Date | number;

/** A filter for users. A user must match all conditions, and one value of each list. A list has up to 100 values. */
export interface UserCountParams {
  /** Part of an email address, phone number, username, wallet, ID, first or last name, in upper or lower case. */
  query?: string;
  userId?: string[];
  externalId?: string[];
  emailAddress?: string[];
  /** In E.164 format. */
  phoneNumber?: string[];
  username?: string[];
  web3Wallet?: string[];
  organizationId?: string[];
  /** Part of an email address. */
  emailAddressQuery?: string;
  /** Part of a phone number. */
  phoneNumberQuery?: string;
  /** Part of a username. */
  usernameQuery?: string;
  /** Part of a first or last name. */
  nameQuery?: string;
  banned?: boolean;
  /** Users with an account at this OAuth provider, such as `oauth_google`. */
  provider?: string;
  /** User IDs at the `provider`. */
  providerUserId?: string[];
  lastActiveAtBefore?: Moment;
  lastActiveAtAfter?: Moment;
  /** @deprecated Use `lastActiveAtAfter`. */
  last_active_at_since?: Moment;
  createdAtBefore?: Moment;
  createdAtAfter?: Moment;
  lastSignInAtBefore?: Moment;
  lastSignInAtAfter?: Moment;
}

/** A filter for users, with a page and an order. */
export interface UserListParams extends UserCountParams, PaginationParams {
  /** The field to sort by, with `-` for descending order; by default `-created_at`. */
  orderBy?: WithSign<
    | 'created_at'
    | 'updated_at'
    | 'email_address'
    | 'web3wallet'
    | 'first_name'
    | 'last_name'
    | 'phone_number'
    | 'username'
    | 'last_active_at'
    | 'last_sign_in_at'
  >;
}

/** The parameters of {@link UserAPI.updateUser}. Missing fields stay unchanged. */
export interface UpdateUserParams {
  externalId?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  username?: string | null;
  /** A BCP 47 tag such as `en-US`. */
  locale?: string | null;
  timezone?: string | null;
  password?: string | null;
  /** A password hash from another system, instead of `password`. */
  passwordDigest?: string;
  /** The hash function of `passwordDigest`. */
  passwordHasher?: PasswordHasher;
  skipPasswordChecks?: boolean | null;
  signOutOfOtherSessions?: boolean | null;
  /** The ID of one of the user's verified email addresses. */
  primaryEmailAddressID?: string;
  notifyPrimaryEmailAddressChanged?: boolean | null;
  /** The ID of one of the user's verified phone numbers. */
  primaryPhoneNumberID?: string;
  /** The ID of one of the user's verified wallets. */
  primaryWeb3WalletID?: string;
  profileImageID?: string;
  totpSecret?: string;
  backupCodes?: string[];
  deleteSelfEnabled?: boolean | null;
  createOrganizationEnabled?: boolean | null;
  /** The number of organizations that the user can create; `0` for no limit. */
  createOrganizationsLimit?: number | null;
  legalAcceptedAt?: Date | string | null;
  skipLegalChecks?: boolean | null;
  createdAt?: Date | string | null;
  bypassClientTrust?: boolean | null;
  /** @deprecated Use `updateUserMetadata` to merge, or `replaceUserMetadata` to replace. */
  publicMetadata?: UserPublicMetadata;
  /** @deprecated Use `updateUserMetadata` to merge, or `replaceUserMetadata` to replace. */
  privateMetadata?: UserPrivateMetadata;
  /** @deprecated Use `updateUserMetadata` to merge, or `replaceUserMetadata` to replace. */
  unsafeMetadata?: UserUnsafeMetadata;
}

/** The hash function of a password digest. */
export type PasswordHasher = OneOf<
  | 'argon2i'
  | 'argon2id'
  | 'awscognito'
  | 'bcrypt'
  | 'bcrypt_sha256_django'
  | 'ldap_ssha'
  | 'md5'
  | 'md5_phpass'
  | 'pbkdf2_sha1'
  | 'pbkdf2_sha256'
  | 'pbkdf2_sha256_django'
  | 'phpass'
  | 'scrypt_firebase'
  | 'scrypt_werkzeug'
  | 'sha256'
>;

/**
 * Users: the generated methods, and methods that make several calls.
 *
 * @see https://clerk.com/docs/reference/backend/overview
 */
export class UserAPI extends GeneratedUserAPI {
  /**
   * Lists users, newest first, with their total number: `GET /users` and `GET /users/count` at the same time.
   *
   * The count differs from the list if a user is created between the two calls.
   *
   * @param params - the filter and the page; the first ten of all users by default
   * @throws {@link ClerkAPIResponseError} if either call fails
   *
   * @example
   * ```ts
   * const { data, totalCount } = await clerk.users.getUserList({ query: 'ada', orderBy: '-last_sign_in_at', limit: 20 });
   * ```
   *
   * @see https://clerk.com/docs/reference/backend/user/get-user-list
   */
  async getUserList(
    params: UserListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<User[]>> {
    const { limit: _limit, offset: _offset, orderBy: _orderBy, ...countParams } = params;
    const [data, totalCount] = await Promise.all([
      listUsers(this.transport, params, requestOptions),
      this.getCount(countParams, requestOptions),
    ]);
    return { data, totalCount };
  }

  /**
   * Iterates over all users, and fetches a page when its first user is needed: `GET /users`.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   * @throws {@link ClerkAPIResponseError} in the loop, if a call fails
   *
   * @example
   * ```ts
   * for await (const user of clerk.users.iterateUserList({ organizationId: ['org_2abc'] })) {
   *   console.log(user.fullName);
   * }
   * ```
   */
  iterateUserList(
    params: UserListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<User, void, undefined> {
    return iteratePages(page => listUsers(this.transport, { ...params, ...page }, requestOptions), params);
  }

  /**
   * Updates a user: `PATCH /users/{user_id}`, and `PUT /users/{user_id}/metadata` if there is metadata.
   *
   * @returns the updated user
   * @throws {@link ClerkAPIResponseError} if a call fails; the calls before it have taken effect
   *
   * @see https://clerk.com/docs/reference/backend/user/update-user
   */
  async updateUser(
    userId: string,
    params: UpdateUserParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<User> {
    const { metadata, rest } = splitMetadata(params, ['publicMetadata', 'privateMetadata', 'unsafeMetadata']);
    if (!metadata) return updateUser(this.transport, userId, rest, requestOptions);
    if (hasMembers(rest)) await updateUser(this.transport, userId, rest, requestOptions);
    return this.replaceUserMetadata(userId, metadata, requestOptions);
  }

  /**
   * Returns the access tokens of a user at an OAuth provider:
   * `GET /users/{user_id}/oauth_access_tokens/{provider}`.
   *
   * @param provider - such as `google`; the deprecated prefix `oauth_` is accepted
   *
   * @see https://clerk.com/docs/reference/backend/user/get-user-oauth-access-token
   */
  async getUserOauthAccessToken(
    userId: string,
    provider: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<OauthAccessToken[]>> {
    const prefixed = provider.startsWith('oauth_') ? provider : `oauth_${provider}`;
    return this.transport.request(
      {
        operation: 'GetOAuthAccessToken',
        method: 'GET',
        path: apiPath`/users/${userId}/oauth_access_tokens/${prefixed}`,
        query: { paginated: true },
        decode: pageOf(decodeOauthAccessToken),
      },
      requestOptions,
    );
  }

  /** Iterates over all items of {@link getUserOauthAccessToken}. */
  iterateUserOauthAccessToken(
    userId: string,
    provider: string,
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<OauthAccessToken, void, undefined> {
    return iterateOnce(() => this.getUserOauthAccessToken(userId, provider, requestOptions));
  }
}

function listUsers(
  transport: RequestSender,
  params: UserListParams,
  requestOptions?: BackendApiRequestOptions,
): Promise<User[]> {
  return transport.request(
    {
      operation: 'GetUserList',
      method: 'GET',
      path: apiPath`/users`,
      query: params,
      decode: listOf(User.fromJSON),
    },
    requestOptions,
  );
}

function updateUser(
  transport: RequestSender,
  userId: string,
  body: object,
  requestOptions?: BackendApiRequestOptions,
): Promise<User> {
  return transport.request(
    {
      operation: 'UpdateUser',
      method: 'PATCH',
      path: apiPath`/users/${userId}`,
      body,
      decode: User.fromJSON,
    },
    requestOptions,
  );
}
