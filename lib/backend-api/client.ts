import { SessionAPI } from './resources/sessions.js';
import { UserAPI } from './resources/users.js';
import type { BackendApiTransport } from './transport.js';

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
  readonly #transport: BackendApiTransport;
  #users: UserAPI | undefined;
  #sessions: SessionAPI | undefined;

  constructor(transport: BackendApiTransport) {
    this.#transport = transport;
  }

  /** The people who can sign in. */
  get users(): UserAPI {
    return (this.#users ??= new UserAPI(this.#transport));
  }

  /** Their sessions, and tokens for them. */
  get sessions(): SessionAPI {
    return (this.#sessions ??= new SessionAPI(this.#transport));
  }
}
