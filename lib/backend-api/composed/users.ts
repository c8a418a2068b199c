import { listOf } from '../transport/decode.js';
import { GeneratedUserAPI } from '../generated/users.js';
import { decodeOauthAccessToken, type OauthAccessToken } from '../models/oauth-access-token.js';
import { User } from '../models/user.js';
import type { OneOf } from '../one-of.js';
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

/** A moment: a `Date`, or milliseconds since 1970. */
type Moment = Date | number;

/** Which users are meant. Several conditions must all hold; of a list, one value must. Lists take up to 100 values. */
export interface UserCountParams {
  /** Part of an e-mail address, phone number, username, wallet, id, first or last name; case does not matter. */
  query?: string;
  userId?: string[];
  externalId?: string[];
  emailAddress?: string[];
  /** In E.164 form. */
  phoneNumber?: string[];
  username?: string[];
  web3Wallet?: string[];
  organizationId?: string[];
  /** Part of an e-mail address. */
  emailAddressQuery?: string;
  /** Part of a phone number. */
  phoneNumberQuery?: string;
  /** Part of a username. */
  usernameQuery?: string;
  /** Part of a first or last name. */
  nameQuery?: string;
  banned?: boolean;
  /** With an account at this OAuth provider, such as `oauth_google`. */
  provider?: string;
  /** Ids at `provider`. */
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

/** Which users to list, how many and in what order. */
export interface UserListParams extends UserCountParams, PaginationParams {
  /** The field to sort by, `-` before it for descending; by default `-created_at`. */
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

/** What {@link UserAPI.updateUser} changes; what is left out stays as it is. */
export interface UpdateUserParams {
  externalId?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  username?: string | null;
  /** A BCP 47 tag such as `en-US`. */
  locale?: string | null;
  timezone?: string | null;
  password?: string | null;
  /** A password that was hashed elsewhere, in place of `password`. */
  passwordDigest?: string;
  /** How it was hashed. */
  passwordHasher?: PasswordHasher;
  skipPasswordChecks?: boolean | null;
  signOutOfOtherSessions?: boolean | null;
  /** The id of one of the user's verified e-mail addresses. */
  primaryEmailAddressID?: string;
  notifyPrimaryEmailAddressChanged?: boolean | null;
  /** The id of one of the user's verified phone numbers. */
  primaryPhoneNumberID?: string;
  /** The id of one of the user's verified wallets. */
  primaryWeb3WalletID?: string;
  profileImageID?: string;
  totpSecret?: string;
  backupCodes?: string[];
  deleteSelfEnabled?: boolean | null;
  createOrganizationEnabled?: boolean | null;
  /** How many organizations the user may create; `0` for any number. */
  createOrganizationsLimit?: number | null;
  legalAcceptedAt?: Date | string | null;
  skipLegalChecks?: boolean | null;
  createdAt?: Date | string | null;
  bypassClientTrust?: boolean | null;
  /** @deprecated Use `updateUserMetadata` to merge, or `replaceUserMetadata` to set anew. */
  publicMetadata?: UserPublicMetadata;
  /** @deprecated Use `updateUserMetadata` to merge, or `replaceUserMetadata` to set anew. */
  privateMetadata?: UserPrivateMetadata;
  /** @deprecated Use `updateUserMetadata` to merge, or `replaceUserMetadata` to set anew. */
  unsafeMetadata?: UserUnsafeMetadata;
}

/** How a password digest was made. */
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
 * The people who can sign in: the generated methods, and those that make more than one call.
 *
 * @see https://clerk.com/docs/reference/backend/overview
 */
export class UserAPI extends GeneratedUserAPI {
  /**
   * Lists users, newest first, with how many there are in all: `GET /users` and `GET /users/count` side by side.
   *
   * A user who appears between the two makes the count differ from the list.
   *
   * @param params - which users; ten of all by default
   * @throws {@link ClerkAPIResponseError} when either call fails
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
      this.#list(params, requestOptions),
      this.getCount(countParams, requestOptions),
    ]);
    return { data, totalCount };
  }

  /**
   * Goes through all users, one after the other; a page is fetched when it is reached: `GET /users`.
   *
   * @param params - which users; `limit` is the size of a page, 100 by default
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
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
    return iteratePages(page => this.#list({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Changes a user: `PATCH /users/{user_id}`, and `PUT /users/{user_id}/metadata` when there is metadata.
   *
   * @returns the user, after all of it
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached; what came before is done then
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when the id cannot be one
   *
   * @see https://clerk.com/docs/reference/backend/user/update-user
   */
  async updateUser(
    userId: string,
    params: UpdateUserParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<User> {
    const { metadata, rest } = splitMetadata(params, ['publicMetadata', 'privateMetadata', 'unsafeMetadata']);
    if (!metadata) return this.#update(userId, rest, requestOptions);
    if (hasMembers(rest)) await this.#update(userId, rest, requestOptions);
    return this.replaceUserMetadata(userId, metadata, requestOptions);
  }

  /**
   * Gets the access tokens that a user has at an OAuth provider:
   * `GET /users/{user_id}/oauth_access_tokens/{provider}`.
   *
   * @param provider - such as `google`; the prefix `oauth_` is accepted and deprecated
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when the id or the provider cannot be one
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

  /** Goes through what {@link getUserOauthAccessToken} lists. */
  iterateUserOauthAccessToken(
    userId: string,
    provider: string,
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<OauthAccessToken, void, undefined> {
    return iterateOnce(() => this.getUserOauthAccessToken(userId, provider, requestOptions));
  }

  #list(params: UserListParams, requestOptions?: BackendApiRequestOptions): Promise<User[]> {
    return this.transport.request(
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

  #update(userId: string, body: object, requestOptions?: BackendApiRequestOptions): Promise<User> {
    return this.transport.request(
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
}
