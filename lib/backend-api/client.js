import { SessionAPI } from './resources/sessions.js';
import { UserAPI } from './resources/users.js';
/**
 * Clerk's Backend API, one property per resource. Making one costs nothing: a resource is made when it is first used.
 *
 * @example
 * ```ts
 * const clerk = new BackendApiClient(new BackendApiTransport({ secretKey: 'sk_test_…' }));
 * const user = await clerk.users.getUser('user_2abc');
 * ```
 *
 * @see https://clerk.com/docs/reference/backend/overview
 */
export class BackendApiClient {
  #transport;
  #users;
  #sessions;
  constructor(transport) {
    this.#transport = transport;
  }
  /** The people who can sign in. */
  get users() {
    return (this.#users ??= new UserAPI(this.#transport));
  }
  /** Their sessions, and tokens for them. */
  get sessions() {
    return (this.#sessions ??= new SessionAPI(this.#transport));
  }
}
