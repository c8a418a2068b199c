import { cookieNames } from '../authentication/request/cookie-names.js';
import { BACKEND_API, UNVERSIONED_BACKEND_API } from './backend-api/backend-api.js';
import { FRONTEND_API, FRONTEND_API_OF_PAGES } from './frontend-api/frontend-api.js';
import type { ApiAnswer } from './http/api-answer.js';
import { callOfRequest } from './http/api-call.js';
import { serve } from './http/http-server.js';
import type { LocalClerkServer } from './http/http-server.js';
import { LocalApi } from './http/local-api.js';
import type { LocalClerkOutage, LocalClerkRequest } from './http/local-api.js';
import { createInstanceKeys } from './instance-keys.js';
import type { LocalClerkKeys, LocalClerkOptions } from './local-clerk-options.js';
import type { LocalInstance } from './local-instance.js';
import { newId } from './random.js';
import { SigningKeyPair } from './signing-key-pair.js';
import type { LocalApiKeys } from './store/api-keys.js';
import type { LocalBrowsers } from './store/browsers.js';
import type { LocalInbox } from './store/inbox.js';
import type { LocalJwtTemplates } from './store/jwt-templates.js';
import { LocalStore } from './store/local-store.js';
import type { LocalM2MTokens } from './store/m2m-tokens.js';
import type { LocalMemberships } from './store/memberships.js';
import type { LocalOAuthTokens } from './store/oauth-tokens.js';
import type { LocalOrganizations } from './store/organizations.js';
import type { LocalSessions } from './store/sessions.js';
import type { LocalUsers } from './store/users.js';
import { issueSessionToken } from './tokens/session-token.js';
import type { SessionTokenOptions } from './tokens/session-token-options.js';

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
  readonly users: LocalUsers;
  /** The sessions in memory. */
  readonly sessions: LocalSessions;
  /** The organizations in memory. */
  readonly organizations: LocalOrganizations;
  /** Who is what in which organization. */
  readonly memberships: LocalMemberships;
  /** The JWT templates in memory. */
  readonly jwtTemplates: LocalJwtTemplates;
  /** The browsers that have come to a handshake, and who is signed in there. */
  readonly browsers: LocalBrowsers;
  /** The emails and text messages that would have been sent. */
  readonly inbox: LocalInbox;
  /** The API keys in memory. */
  readonly apiKeys: LocalApiKeys;
  /** The machine-to-machine tokens in memory. */
  readonly m2mTokens: LocalM2MTokens;
  /** The OAuth access tokens in memory. */
  readonly oauthTokens: LocalOAuthTokens;

  /** As in `pk_test_…`; says where the Frontend API would be. */
  readonly publishableKey: string;
  /**
   * The host of the Frontend API, such as `local-bkxqwzhtfa-01.clerk.accounts.dev`. Only {@link fetch} finds it: with
   * the URL of {@link listen} as the option `proxyUrl` browsers reach its handshake.
   */
  readonly frontendApi: string;
  /** The `iss` of every token: `https://` and {@link frontendApi}. */
  readonly issuer: string;

  readonly #instance: LocalInstance;
  readonly #api: LocalApi;

  private constructor(instance: LocalInstance, publishableKey: string, frontendApi: string) {
    const { store } = instance;
    this.publishableKey = publishableKey;
    this.frontendApi = frontendApi;
    this.issuer = instance.issuer;
    this.users = store.users;
    this.sessions = store.sessions;
    this.organizations = store.organizations;
    this.memberships = store.memberships;
    this.jwtTemplates = store.jwtTemplates;
    this.browsers = store.browsers;
    this.inbox = store.inbox;
    this.apiKeys = store.apiKeys;
    this.m2mTokens = store.m2mTokens;
    this.oauthTokens = store.oauthTokens;
    this.#instance = instance;
    this.#api = new LocalApi(instance, [
      FRONTEND_API_OF_PAGES,
      BACKEND_API,
      UNVERSIONED_BACKEND_API,
      FRONTEND_API,
    ]);
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
  static async create(options: LocalClerkOptions = {}): Promise<LocalClerk> {
    const { instanceType = 'development', frontendApi, users = [], jwtTemplates = [] } = options;
    const keys = createInstanceKeys(instanceType, frontendApi);
    const signer = { issuer: `https://${keys.frontendApi}`, signingKey: await SigningKeyPair.generate() };
    const machineId = newId('mch');
    // Looked up at each call, so that a test may replace Date.now.
    const store = new LocalStore(options.now ?? (() => Date.now()), signer, machineId);
    for (const user of users) store.users.create(user);
    for (const template of jwtTemplates) store.jwtTemplates.create(template);
    const instance: LocalInstance = {
      ...signer,
      store,
      instanceType,
      secretKey: keys.secretKey,
      machineId,
      machineSecretKey: newId('ak'),
      cookieNames: cookieNames(keys.publishableKey),
    };
    return new LocalClerk(instance, keys.publishableKey, keys.frontendApi);
  }

  /**
   * What to spread into the options of `ClerkModule.forRoot()`, `clerkMiddleware()` or `createClerkClient()`.
   *
   * @example
   * ```ts
   * ClerkModule.forRoot({ ...local.keys, authorizedParties: ['https://app.example.com'] });
   * ```
   */
  get keys(): LocalClerkKeys {
    return { secretKey: this.secretKey, publishableKey: this.publishableKey, fetch: this.fetch };
  }

  /** As in `sk_test_…`; random, and worth nothing with Clerk. */
  get secretKey(): string {
    return this.#instance.secretKey;
  }

  /**
   * The secret of a machine, for the option `machineSecretKey`. It verifies the M2M tokens that are meant for that
   * machine, as those of `local.m2mTokens.create()` are unless it is told otherwise.
   */
  get machineSecretKey(): string {
    return this.#instance.machineSecretKey;
  }

  /** The id of the machine that {@link machineSecretKey} belongs to. */
  get machineId(): string {
    return this.#instance.machineId;
  }

  /** The public key as PEM, for the option `jwtKey`: verification without the Backend API. */
  get jwtKey(): string {
    return this.#instance.signingKey.publicPem;
  }

  /** The id of the key that signs now, as in the `kid` of a token's header. */
  get kid(): string {
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
  get requests(): LocalClerkRequest[] {
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
  get outage(): LocalClerkOutage | undefined {
    return this.#api.outage;
  }

  set outage(outage: LocalClerkOutage | undefined) {
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
  async issueSessionToken(options: SessionTokenOptions): Promise<string> {
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
  async signJwt(payload: unknown, header: Readonly<Record<string, unknown>> = {}): Promise<string> {
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
  async rotateKey(): Promise<void> {
    await this.#instance.signingKey.rotate();
  }

  /**
   * Answers a request to the Backend API, or to the handshake or the OAuth metadata of the Frontend API; only the path
   * counts, not the host. Never rejects.
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
  async handle(request: Request): Promise<Response> {
    return toResponse(await this.#api.answer(callOfRequest(request)));
  }

  /**
   * `fetch` for the Backend API at `https://api.clerk.com` and the Frontend API at {@link frontendApi}, answered in the
   * process; it never touches the network.
   *
   * Rejects with a `TypeError` for any other host, and while {@link outage} is `'network'`.
   *
   * @example
   * ```ts
   * const clerk = createClerkClient({ secretKey: local.secretKey, fetch: local.fetch });
   * ```
   */
  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    // Before a Request is made of it: for a URL with a password in it that fails, with the password in the message.
    const { origin, host } = new URL(typeof input === 'object' && 'url' in input ? input.url : input);
    if (origin !== BACKEND_API_ORIGIN && origin !== new URL(this.issuer).origin) {
      throw new TypeError(
        `LocalClerk.fetch answers for ${BACKEND_API_ORIGIN} and ${this.issuer} and never goes to the network; ` +
          `this was for ${host}.`,
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
   * Answers the same over HTTP on 127.0.0.1, for what takes an `apiUrl` but no `fetch`, and for browsers: as `proxyUrl`
   * it is where they are sent to for a handshake.
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
  async listen(port = 0): Promise<LocalClerkServer> {
    return serve(call => this.#api.answer(call), port);
  }
}

function toResponse({ status, headers, body }: ApiAnswer): Response {
  if (status === 0) return Response.error();
  return new Response(body, { status, headers: headers.map(([name, value]) => [name, value]) });
}
