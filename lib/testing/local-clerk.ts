import type { BackendApiCall, BackendApiOperation } from './backend-api/handlers.js';
import type { LocalClock } from './clock.js';
import { createLocalInstance } from './create-local-instance.js';
import type { CreatedInstance } from './create-local-instance.js';
import type { LocalFault, LocalFaultTarget } from './http/faults.js';
import type { LocalClerkServer } from './http/http-server.js';
import type { LocalAnswer, LocalApi, LocalClerkOutage, LocalClerkRequest } from './http/local-api.js';
import type { LocalClerkKeys, LocalClerkListenOptions, LocalClerkOptions } from './local-clerk-options.js';
import { BACKEND_API_ORIGIN, localFetch } from './local-fetch.js';
import { answerRequest, createLocalApi, listen, overrideOperation } from './local-http.js';
import type { LocalInstance } from './local-instance.js';
import { signIn } from './sign-in.js';
import type { LocalCredentials, LocalSignInParams } from './sign-in.js';
import type { LocalApiKeys } from './store/api-keys.js';
import type { LocalBilling } from './store/billing.js';
import type { LocalBrowsers } from './store/browsers.js';
import type { LocalInbox } from './store/inbox.js';
import type { LocalJwtTemplates } from './store/jwt-templates.js';
import type { StoreSnapshot } from './store/local-store.js';
import type { LocalM2MTokens } from './store/m2m-tokens.js';
import type { LocalMemberships } from './store/memberships.js';
import type { LocalOAuthTokens } from './store/oauth-tokens.js';
import type { LocalOrganizations } from './store/organizations.js';
import type { LocalSessions } from './store/sessions.js';
import type { LocalUsers } from './store/users.js';
import { issueSessionToken } from './tokens/session-token.js';
import type { SessionTokenOptions } from './tokens/session-token-options.js';
import { LocalWebhooks } from './webhooks/local-webhooks.js';

/**
 * A Clerk instance inside the process, for tests and for development without an account or a network.
 *
 * It has its own RSA key, issues real session tokens and answers the Backend API, so the verifier and the client run
 * unchanged. Its records are in memory and end with the process. An operation of the Backend API that it does not
 * support is answered 501 with the operation's name; {@link answer} lets a test answer it.
 *
 * Not for production: code that holds the object can sign in as any user.
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
  readonly users: LocalUsers;
  /** The sessions in memory. */
  readonly sessions: LocalSessions;
  /** The organizations in memory. */
  readonly organizations: LocalOrganizations;
  /** The memberships of users in organizations. */
  readonly memberships: LocalMemberships;
  /** The JWT templates in memory. */
  readonly jwtTemplates: LocalJwtTemplates;
  /** The plans and subscriptions in memory. */
  readonly billing: LocalBilling;
  /** The clock that tokens, sessions and webhooks follow. */
  readonly clock: LocalClock;
  /** The browsers that have started a handshake, and their sessions. */
  readonly browsers: LocalBrowsers;
  /** The emails and text messages that Clerk would have sent. */
  readonly inbox: LocalInbox;
  /** The API keys in memory. */
  readonly apiKeys: LocalApiKeys;
  /** The machine-to-machine tokens in memory. */
  readonly m2mTokens: LocalM2MTokens;
  /** The OAuth access tokens in memory. */
  readonly oauthTokens: LocalOAuthTokens;

  /** As in `pk_test_…`; contains the host of the Frontend API. */
  readonly publishableKey: string;
  /**
   * The host of the Frontend API, such as `local-bkxqwzhtfa-01.clerk.accounts.dev`. Only {@link fetch} reaches it;
   * browsers reach its handshake at the URL of {@link listen}, if that is the option `proxyUrl`.
   */
  readonly frontendApi: string;
  /** The `iss` of every token: `https://` and {@link frontendApi}. */
  readonly issuer: string;

  /** Sends events to endpoints when the records change. */
  readonly webhooks: LocalWebhooks;

  readonly #instance: LocalInstance;
  readonly #api: LocalApi;
  /** The records that {@link reset} restores. */
  readonly #initial: StoreSnapshot;

  private constructor({ instance, clock, publishableKey }: CreatedInstance) {
    const { store } = instance;
    this.publishableKey = publishableKey;
    this.frontendApi = new URL(instance.issuer).host;
    this.issuer = instance.issuer;
    this.clock = clock;
    this.users = store.users;
    this.sessions = store.sessions;
    this.organizations = store.organizations;
    this.memberships = store.memberships;
    this.jwtTemplates = store.jwtTemplates;
    this.billing = store.billing;
    this.browsers = store.browsers;
    this.inbox = store.inbox;
    this.apiKeys = store.apiKeys;
    this.m2mTokens = store.m2mTokens;
    this.oauthTokens = store.oauthTokens;
    this.webhooks = new LocalWebhooks(instance);
    this.fetch = localFetch(this.issuer, request => this.handle(request));
    this.#instance = instance;
    this.#initial = store.snapshot();
    this.#api = createLocalApi(instance);
  }

  /**
   * Creates an instance with its own key pair. The first one of a process takes about a tenth of a second, each further
   * one a few milliseconds.
   *
   * @throws {@link ClerkConfigurationError} `option_invalid` for an unknown instance type, a Frontend API that is
   *   not a host name, or a signing key that is no RSA private key
   * @throws {@link ClerkAPIResponseError} 422 when two of the users have an id or an email address in common
   * @example
   * ```ts
   * const local = await LocalClerk.create({
   *   users: [{ id: 'user_alice', firstName: 'Alice', emailAddress: ['alice@example.com'] }],
   *   organizations: [{ id: 'org_acme', name: 'Acme', members: [{ user: 'user_alice', role: 'org:admin' }] }],
   * });
   * ```
   */
  static async create(options: LocalClerkOptions = {}): Promise<LocalClerk> {
    return new LocalClerk(await createLocalInstance(options));
  }

  /**
   * The options for `ClerkModule.forRoot()`, `clerkMiddleware()` or `createClerkClient()` that use this instance.
   *
   * @example
   * ```ts
   * ClerkModule.forRoot({ ...local.keys, authorizedParties: ['https://app.example.com'] });
   * ```
   */
  get keys(): LocalClerkKeys {
    const { secretKey, publishableKey, fetch, clock } = this;
    return { secretKey, publishableKey, apiUrl: BACKEND_API_ORIGIN, fetch, now: clock.now };
  }

  /** As in `sk_test_…`; random, and invalid at Clerk. */
  get secretKey(): string {
    return this.#instance.secretKey;
  }

  /**
   * The secret key of a machine, for the option `machineSecretKey`. It verifies the M2M tokens with that machine in
   * their scopes, such as those of `local.m2mTokens.create()` by default.
   */
  get machineSecretKey(): string {
    const { store, machineId, firstMachineSecretKey } = this.#instance;
    return store.records.machines.find(machineId)?.secretKey ?? firstMachineSecretKey;
  }

  /** The id of the machine with the {@link machineSecretKey}. */
  get machineId(): string {
    return this.#instance.machineId;
  }

  /** The public key as PEM, for the option `jwtKey`: verification without the Backend API. */
  get jwtKey(): string {
    return this.#instance.signingKey.publicPem;
  }

  /** The id of the current signing key, as in the `kid` of a token's header. */
  get kid(): string {
    return this.#instance.signingKey.kid;
  }

  /**
   * The last 1,000 requests to {@link fetch}, {@link handle} or a {@link listen} port, oldest first. Set its `length`
   * to 0 to clear it.
   *
   * @example
   * ```ts
   * expect(local.requests.filter(request => request.operation === 'GetJWKS')).toHaveLength(1);
   * ```
   */
  get requests(): LocalClerkRequest[] {
    return this.#api.requests;
  }

  /**
   * The current failure of the API: `'network'` breaks every connection, a status answers every request, `undefined`
   * means no failure. Tokens are issued during an outage.
   *
   * @example
   * ```ts
   * local.outage = 'network';
   * const response = await fetch(`${url}/me`, { headers }); // known sessions still verify
   * local.outage = undefined;
   * ```
   */
  get outage(): LocalClerkOutage | undefined {
    return this.#api.outage;
  }

  set outage(outage: LocalClerkOutage | undefined) {
    this.#api.outage = outage;
  }

  /**
   * Makes requests fail: with a status, late, with a broken connection, or without a response.
   *
   * @param target - an operation (with parameters), a path (with a method), or `*` for every request
   * @returns a function that ends the fault
   * @throws {@link ClerkConfigurationError} `option_invalid` for a fault without effect
   * @example
   * ```ts
   * local.fail('GetUser', { status: 503, times: 2 });
   * local.fail('GetUserList', { status: 429, retryAfter: 1 });
   * local.fail({ path: /^\/v1\/organizations/ }, { delay: '200ms' });
   * local.fail({ operation: 'verifyApiKey', parameters: { secret: 'ak_broken' } }, { status: 500 });
   * const stop = local.fail('*', { connection: 'reset' });
   * stop();
   * ```
   */
  fail(target: BackendApiOperation | LocalFaultTarget, fault: LocalFault): () => void {
    return this.#api.faults.add(target, fault);
  }

  /**
   * Answers an operation of the Backend API by a handler of the test, instead of LocalClerk. Key and parameters are
   * validated before.
   *
   * @param handler - returns the response, or `undefined` for LocalClerk's own
   * @returns a function that removes the handler
   * @throws {@link ClerkConfigurationError} `option_invalid` for an unknown operation
   * @example
   * ```ts
   * local.answer('GetBillingStatement', ({ path }) => ({ body: { object: 'commerce_statement', id: path.statementID } }));
   * ```
   */
  answer<Name extends BackendApiOperation>(
    operation: Name,
    handler: (call: BackendApiCall<Name>) => LocalAnswer | undefined | Promise<LocalAnswer | undefined>,
  ): () => void {
    return overrideOperation(this.#api, operation, handler);
  }

  /**
   * Signs a user in, as in a browser, and returns the credentials for requests.
   *
   * @param user - a user, or the id or an email address of one
   * @throws {@link ClerkAPIResponseError} 404 when the user or the organization does not exist
   * @throws {@link ClerkConfigurationError} `option_invalid` for a permission, feature or lifetime that no token can
   *   carry
   * @example
   * ```ts
   * const { headers, cookies } = await local.signIn('alice@example.com', {
   *   organization: 'org_acme',
   *   role: 'org:admin',
   *   permissions: ['org:invoices:create'],
   * });
   * await fetch(`${url}/me`, { headers });
   * await fetch(`${url}/me`, { headers: { cookie: cookies } });
   * ```
   */
  async signIn(
    user: string | { readonly id: string },
    params: LocalSignInParams = {},
  ): Promise<LocalCredentials> {
    return signIn(this.#instance, user, params);
  }

  /**
   * Returns every record of the instance, as JSON, for {@link restore}.
   *
   * @example
   * ```ts
   * const before = local.snapshot();
   * local.users.delete('user_alice');
   * local.restore(before);
   * ```
   */
  snapshot(): StoreSnapshot {
    return this.#instance.store.snapshot();
  }

  /**
   * Replaces all records by those of a {@link snapshot}. No webhook event is sent.
   *
   * @example
   * ```ts
   * local.restore(JSON.parse(await readFile('state.json', 'utf8')));
   * ```
   */
  restore(snapshot: StoreSnapshot): void {
    this.#instance.store.restore(snapshot);
  }

  /**
   * Returns to the state after {@link create}: the records it started with, no recorded requests, no webhook
   * deliveries, no faults, no handlers of {@link answer}, and the clock of the process. The keys and the webhook endpoints
   * stay.
   *
   * @example
   * ```ts
   * afterEach(() => local.reset());
   * ```
   */
  reset(): void {
    this.restore(this.#initial);
    this.#api.requests.length = 0;
    this.#api.faults.clear();
    this.#api.overrides.clear();
    this.#api.outage = undefined;
    this.webhooks.forgetDeliveries();
    this.clock.reset();
  }

  /**
   * Issues a session token as Clerk does: RS256, valid for a minute, with claims of version 2 by default.
   *
   * An organization that does not exist is taken from the options.
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
  async issueSessionToken(options: SessionTokenOptions): Promise<string> {
    return issueSessionToken(this.#instance, options);
  }

  /**
   * Signs any payload with any header by the instance's key, for tokens that Clerk would never issue.
   *
   * The signature is always RSA with SHA-256, for any `alg` in the header.
   *
   * @param payload - any JSON value
   * @param header - overrides `alg`, `kid` and `typ`; `undefined` removes one
   * @example
   * ```ts
   * const unsignedByName = await local.signJwt({ sub: 'user_alice' }, { alg: 'none' });
   * ```
   */
  async signJwt(payload: unknown, header: Readonly<Record<string, unknown>> = {}): Promise<string> {
    return this.#instance.signingKey.sign({ alg: 'RS256', kid: this.kid, typ: 'JWT', ...header }, payload);
  }

  /**
   * Replaces the key: {@link kid}, {@link jwtKey} and the key set change immediately, and earlier tokens are no longer
   * valid.
   *
   * @example
   * ```ts
   * const before = await local.issueSessionToken({ userId: 'user_alice' });
   * await local.rotateKey();
   * const after = await local.issueSessionToken({ userId: 'user_alice' });
   * ```
   */
  async rotateKey(): Promise<void> {
    await this.#instance.signingKey.rotate();
  }

  /**
   * Answers a request to the Backend API, or to the handshake or the OAuth metadata of the Frontend API, by its path
   * only; the host is ignored. Never rejects.
   *
   * @returns the response, or a network error (`Response.error()`) while {@link outage} is `'network'`
   * @example
   * ```ts
   * const response = await local.handle(
   *   new Request('https://api.clerk.com/v1/users/user_alice', {
   *     headers: { authorization: `Bearer ${local.secretKey}` },
   *   }),
   * );
   * ```
   */
  async handle(request: Request): Promise<Response> {
    return answerRequest(this.#api, request);
  }

  /**
   * A `fetch` that answers for the Backend API at `https://api.clerk.com` and the Frontend API at {@link frontendApi}
   * in the process, without a network.
   *
   * Rejects with a `TypeError` for any other host, and while {@link outage} is `'network'`.
   *
   * @example
   * ```ts
   * const clerk = createClerkClient({ secretKey: local.secretKey, fetch: local.fetch });
   * ```
   */
  readonly fetch: typeof globalThis.fetch;

  /**
   * Answers over HTTP on 127.0.0.1 too, for code with an `apiUrl` but no `fetch`, and for browsers: as `proxyUrl` it is
   * the target of handshakes.
   *
   * It rejects requests whose `Host` or `Origin` is neither of this machine nor in the options, since a page of the internet
   * could make a browser send them (DNS rebinding). With `webPage`, `/` has a page that shows and changes what the instance
   * has.
   *
   * @param port - `0` for a free one
   * @throws {@link ClerkError} `listen_failed` when the port is taken or cannot be listened on, `production_environment`
   *   where `NODE_ENV` is `production`, without `force`
   * @example
   * ```ts
   * const server = await local.listen();
   * const clerk = createClerkClient({ secretKey: local.secretKey, apiUrl: server.url });
   * await server.close();
   * ```
   */
  async listen(port = 0, options: LocalClerkListenOptions = {}): Promise<LocalClerkServer> {
    return listen(this.#api, { instance: this.#instance, webhooks: this.webhooks }, port, options);
  }
}
