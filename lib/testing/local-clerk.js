import { BACKEND_API } from './backend-api/backend-api.js';
import { callOfRequest } from './http/api-call.js';
import { serve } from './http/http-server.js';
import { LocalApi } from './http/local-api.js';
import { createInstanceKeys } from './instance-keys.js';
import { SigningKeyPair } from './signing-key-pair.js';
import { LocalStore } from './store/local-store.js';
import { issueSessionToken } from './tokens/session-token.js';
/** Where the Backend API is when nothing else is configured, and so what {@link LocalClerk.fetch} answers for. */
const BACKEND_API_ORIGIN = 'https://api.clerk.com';
/**
 * A Clerk instance inside the process, for tests and for development without an account or a network.
 *
 * It has an RSA key of its own, issues real session tokens and answers the Backend API, so the verifier and the client
 * run unchanged against it. Users, sessions, organizations and memberships are in memory and end with the process.
 * An operation of the Backend API that it has no code for answers 501 with the operation's name.
 *
 * Not for production: whoever holds the object can sign in as anybody.
 *
 * @example
 * ```ts
 * const local = await LocalClerk.create();
 * const alice = local.users.create({ firstName: 'Alice', emailAddress: ['alice@example.com'] });
 *
 * const module = await Test.createTestingModule({
 *   imports: [ClerkModule.forRoot({ ...local.keys })],
 * }).compile();
 *
 * const token = await local.issueSessionToken({ userId: alice.id });
 * await fetch(`${url}/me`, { headers: { authorization: `Bearer ${token}` } });
 * ```
 */
export class LocalClerk {
  /** The users in memory. */
  users;
  /** The sessions in memory. */
  sessions;
  /** The organizations in memory. */
  organizations;
  /** Who is what in which organization. */
  memberships;
  /** The JWT templates in memory. */
  jwtTemplates;
  /** As in `sk_test_…`; random, and worth nothing with Clerk. */
  secretKey;
  /** As in `pk_test_…`; says where the Frontend API would be. */
  publishableKey;
  /** The host of the Frontend API, such as `local-bkxqwzhtfa-01.clerk.accounts.dev`; there is nothing behind it. */
  frontendApi;
  /** The `iss` of every token: `https://` and {@link frontendApi}. */
  issuer;
  #instance;
  #api;
  constructor({ secretKey, publishableKey, frontendApi }, signingKey, store) {
    this.secretKey = secretKey;
    this.publishableKey = publishableKey;
    this.frontendApi = frontendApi;
    this.issuer = `https://${frontendApi}`;
    this.users = store.users;
    this.sessions = store.sessions;
    this.organizations = store.organizations;
    this.memberships = store.memberships;
    this.jwtTemplates = store.jwtTemplates;
    this.#instance = { store, secretKey, issuer: this.issuer, signingKey };
    this.#api = new LocalApi(this.#instance, [BACKEND_API]);
  }
  /**
   * Makes an instance with its own key pair, which takes about a tenth of a second.
   *
   * @throws {@link ClerkConfigurationError} `option_invalid` for an unknown instance type or a Frontend API that is
   *   not a host name
   * @throws {@link ClerkAPIResponseError} 422 when two of the users have an id or an email address in common
   * @example
   * ```ts
   * const local = await LocalClerk.create({
   *   users: [{ id: 'user_alice', firstName: 'Alice', emailAddress: ['alice@example.com'] }],
   *   jwtTemplates: [{ name: 'hasura', claims: { role: 'user' } }],
   * });
   * ```
   */
  static async create(options = {}) {
    const { instanceType = 'development', frontendApi, users = [], jwtTemplates = [] } = options;
    const keys = createInstanceKeys(instanceType, frontendApi);
    // Looked up at each call, so that a test may replace Date.now.
    const store = new LocalStore(options.now ?? (() => Date.now()));
    for (const user of users) store.users.create(user);
    for (const template of jwtTemplates) store.jwtTemplates.create(template);
    return new LocalClerk(keys, await SigningKeyPair.generate(), store);
  }
  /**
   * What to spread into the options of `ClerkModule.forRoot()`, `clerkMiddleware()` or `createClerkClient()`.
   *
   * @example
   * ```ts
   * ClerkModule.forRoot({ ...local.keys, authorizedParties: ['https://app.example.com'] });
   * ```
   */
  get keys() {
    return { secretKey: this.secretKey, publishableKey: this.publishableKey, fetch: this.fetch };
  }
  /** The public key as PEM, for the option `jwtKey`: verification without the Backend API. */
  get jwtKey() {
    return this.#instance.signingKey.publicPem;
  }
  /** The id of the key that signs now, as in the `kid` of a token's header. */
  get kid() {
    return this.#instance.signingKey.kid;
  }
  /**
   * The last 1,000 requests that came in by {@link fetch}, {@link handle} or a {@link listen} port, oldest first.
   * Set its `length` to 0 to start anew.
   *
   * @example
   * ```ts
   * expect(local.requests.filter(request => request.operation === 'GetJWKS')).toHaveLength(1);
   * ```
   */
  get requests() {
    return this.#api.requests;
  }
  /**
   * How the API is out of order at the moment: `'network'` breaks every connection, a status is what every request
   * is answered with, `undefined` means it works. Tokens are issued all the same.
   *
   * @example
   * ```ts
   * local.outage = 'network';
   * const response = await fetch(`${url}/me`, { headers }); // known sessions still verify
   * local.outage = undefined;
   * ```
   */
  get outage() {
    return this.#api.outage;
  }
  set outage(outage) {
    this.#api.outage = outage;
  }
  /**
   * Issues a session token as Clerk does: RS256, version 2 of the claims unless asked for version 1, valid for a
   * minute.
   *
   * An organization that was not made with `local.organizations.create()` is taken as the options describe it.
   *
   * @throws {@link ClerkAPIResponseError} 404 when the user does not exist, or when the given session does not exist,
   *   is another user's, or is revoked or expired
   * @throws {@link ClerkConfigurationError} `option_invalid` for a permission, feature or lifetime that no token can
   *   carry
   * @example
   * ```ts
   * const token = await local.issueSessionToken({
   *   userId: 'user_alice',
   *   orgId: 'org_acme',
   *   orgRole: 'org:admin',
   *   orgPermissions: ['org:invoices:create'],
   *   claims: { locale: 'de' },
   * });
   * const expired = await local.issueSessionToken({ userId: 'user_alice', expiresIn: -60 });
   * ```
   * @see https://clerk.com/docs/guides/sessions/session-tokens
   */
  async issueSessionToken(options) {
    return issueSessionToken(this.#instance, options);
  }
  /**
   * Signs any payload under any header with the instance's key, for tokens that Clerk would never issue.
   *
   * The signature is always RSA with SHA-256, whatever the header says.
   *
   * @param payload - any JSON value
   * @param header - put over `alg`, `kid` and `typ`; `undefined` removes one
   * @example
   * ```ts
   * const unsignedByName = await local.signJwt({ sub: 'user_alice' }, { alg: 'none' });
   * ```
   */
  async signJwt(payload, header = {}) {
    return this.#instance.signingKey.sign({ alg: 'RS256', kid: this.kid, typ: 'JWT', ...header }, payload);
  }
  /**
   * Replaces the key: {@link kid}, {@link jwtKey} and the key set change at once, and tokens signed before are no
   * longer good.
   *
   * @example
   * ```ts
   * const before = await local.issueSessionToken({ userId: 'user_alice' });
   * await local.rotateKey();
   * const after = await local.issueSessionToken({ userId: 'user_alice' });
   * ```
   */
  async rotateKey() {
    this.#instance.signingKey = await SigningKeyPair.generate();
  }
  /**
   * Answers a request to the Backend API; only the path counts, not the host. Never rejects.
   *
   * @returns the answer, or a network error response (`Response.error()`) while {@link outage} is `'network'`
   * @example
   * ```ts
   * const response = await local.handle(
   *   new Request('https://api.clerk.com/v1/users/user_alice', {
   *     headers: { authorization: `Bearer ${local.secretKey}` },
   *   }),
   * );
   * ```
   */
  async handle(request) {
    return toResponse(await this.#api.answer(callOfRequest(request)));
  }
  /**
   * `fetch` for the Backend API at `https://api.clerk.com`, answered in the process; it never touches the network.
   *
   * Rejects with a `TypeError` for any other host, and while {@link outage} is `'network'`.
   *
   * @example
   * ```ts
   * const clerk = createClerkClient({ secretKey: local.secretKey, fetch: local.fetch });
   * ```
   */
  fetch = async (input, init) => {
    // Before a Request is made of it: for a URL with a password in it that fails, with the password in the message.
    const { origin, host } = new URL(typeof input === 'object' && 'url' in input ? input.url : input);
    if (origin !== BACKEND_API_ORIGIN) {
      throw new TypeError(
        `LocalClerk.fetch answers for ${BACKEND_API_ORIGIN} and never goes to the network; this was for ${host}.`,
      );
    }
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const response = await this.handle(request);
    request.signal.throwIfAborted();
    if (response.type === 'error')
      throw new TypeError('fetch failed: LocalClerk simulates a network outage.');
    return response;
  };
  /**
   * Answers the same over HTTP on 127.0.0.1, for what takes an `apiUrl` but no `fetch`.
   *
   * @param port - `0` for a free one
   * @throws {@link ClerkError} `listen_failed` when the port is taken or cannot be listened on
   * @example
   * ```ts
   * const server = await local.listen();
   * const clerk = createClerkClient({ secretKey: local.secretKey, apiUrl: server.url });
   * await server.close();
   * ```
   */
  async listen(port = 0) {
    return serve(call => this.#api.answer(call), port);
  }
}
function toResponse({ status, headers, body }) {
  if (status === 0) return Response.error();
  return new Response(body, { status, headers: headers.map(([name, value]) => [name, value]) });
}
