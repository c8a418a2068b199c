import { listOf } from '../decode.js';
import { User } from '../models/user.js';
import { apiPath } from '../path.js';
import { decodeTotalCount } from './pagination.js';
/**
 * The users of an instance.
 *
 * @see https://clerk.com/docs/reference/backend/overview
 */
export class UserAPI {
  #transport;
  constructor(transport) {
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
  async getUser(userId, options) {
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
  async getUserList(params = {}, options) {
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
  async getCount(params = {}, options) {
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
