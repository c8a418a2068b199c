import { listOf } from '../decode.js';
import { User } from '../models/user.js';
import type { BackendApiRequestOptions } from '../operation.js';
import { apiPath } from '../path.js';
import type { BackendApiTransport } from '../transport.js';
import { decodeTotalCount, type PaginatedResourceResponse, type PaginationParams } from './pagination.js';

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

/**
 * The users of an instance.
 *
 * @see https://clerk.com/docs/reference/backend/overview
 */
export class UserAPI {
  readonly #transport: BackendApiTransport;

  constructor(transport: BackendApiTransport) {
    this.#transport = transport;
  }

  /**
   * Gets one user: `GET /users/{user_id}`.
   *
   * @throws ClerkAPIResponseError with status 404 when there is no such user
   * @throws ClerkError `resource_id_invalid`, before any request, when the id cannot be one
   *
   * @example
   * ```ts
   * const user = await clerk.users.getUser('user_2abc');
   * ```
   *
   * @see https://clerk.com/docs/reference/backend/user/get-user
   */
  async getUser(userId: string, options?: BackendApiRequestOptions): Promise<User> {
    return this.#transport.request(
      { operation: 'GetUser', method: 'GET', path: apiPath`/users/${userId}`, decode: User.fromJSON },
      options,
    );
  }

  /**
   * Lists users, newest first, with how many there are in all: `GET /users` and `GET /users/count` side by side.
   *
   * A user who appears between the two makes the count differ from the list.
   *
   * @param params - which users; ten of all by default
   * @throws ClerkAPIResponseError when either call fails
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
    options?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<User[]>> {
    const { limit: _limit, offset: _offset, orderBy: _orderBy, ...countParams } = params;
    const [data, totalCount] = await Promise.all([
      this.#transport.request(
        {
          operation: 'GetUserList',
          method: 'GET',
          path: apiPath`/users`,
          query: params,
          decode: listOf(User.fromJSON),
        },
        options,
      ),
      this.getCount(countParams, options),
    ]);
    return { data, totalCount };
  }

  /**
   * Counts users: `GET /users/count`.
   *
   * @param params - which users; all by default
   * @throws ClerkAPIResponseError when the call fails
   *
   * @see https://clerk.com/docs/reference/backend/user/get-count
   */
  async getCount(params: UserCountParams = {}, options?: BackendApiRequestOptions): Promise<number> {
    return this.#transport.request(
      {
        operation: 'GetUsersCount',
        method: 'GET',
        path: apiPath`/users/count`,
        query: params,
        decode: decodeTotalCount,
      },
      options,
    );
  }
}
