import type { InstanceType } from './instance-keys.js';
import type { LocalSigningKey } from './signing-key-pair.js';
import type { CreateLocalPlanParams } from './store/billing.js';
import type { CreateLocalJwtTemplateParams } from './store/jwt-templates.js';
import type { CreateLocalOrganizationParams } from './store/organizations.js';
import type { CreateLocalUserParams } from './store/user-record.js';

/** An initial member of an organization. */
export interface LocalMemberSeed {
  /** The id, or an email address, of one of the users. */
  user: string;
  /** Default: `org:member`. */
  role?: string;
  /** Such as `org:invoices:create`. Default: the permissions of the role. */
  permissions?: readonly string[];
}

/** An initial organization. */
export interface LocalOrganizationSeed extends CreateLocalOrganizationParams {
  members?: readonly LocalMemberSeed[];
}

/** The initial records of a {@link LocalClerk}. */
export interface LocalClerkSeed {
  /** The initial users. */
  users?: readonly CreateLocalUserParams[];
  /** The initial organizations and their members. */
  organizations?: readonly LocalOrganizationSeed[];
  /** The initial billing plans. */
  plans?: readonly CreateLocalPlanParams[];
  /** The initial JWT templates. */
  jwtTemplates?: readonly CreateLocalJwtTemplateParams[];
  /**
   * Claims of every session token, as in Clerk's Dashboard: `{ email: '{{user.primary_email_address}}' }`. They override
   * no claim of Clerk.
   *
   * @see https://clerk.com/docs/guides/sessions/customize-session-tokens
   */
  sessionClaims?: Readonly<Record<string, unknown>>;
}

/** The options of `LocalClerk.create()`. */
export interface LocalClerkOptions extends LocalClerkSeed {
  /** Determines the prefix of the keys, and the features of development instances. Default: `development`. */
  instanceType?: InstanceType;
  /** The host of the Frontend API. Default: a random one. */
  frontendApi?: string;
  /**
   * Whether a browser has one signed-in user at most, as in a new Clerk application. Without it, further users can sign in
   * beside the first, and ClerkJS switches between them. Default: `true`.
   */
  singleSessionMode?: boolean;
  /**
   * The OAuth providers with which users can sign in, such as `google` and `github`. A page of Local Clerk stands in for
   * each. Default: `google`, as in a new Clerk application.
   */
  oauthProviders?: readonly string[];
  /** As in `sk_test_…`, for a key that stays the same. Default: a random one. */
  secretKey?: string;
  /**
   * An RSA private key as JWK, with its `kid`, for tokens that stay valid after a restart or that another process signs.
   * Default: a new key.
   */
  signingKey?: LocalSigningKey;
  /** The signing secret of webhook endpoints, `whsec_…`, for one that stays the same. Default: a random one. */
  webhookSigningSecret?: string;
  /** The clock behind the instance's clock: Unix time in milliseconds. Default: `Date.now`. */
  now?: () => number;
}

/** The options of `LocalClerk.listen()` besides the port. */
export interface LocalClerkListenOptions {
  /** Whether `/` has a web page. Default: no. */
  webPage?: boolean;
  /**
   * The origins of pages that may call the Frontend API, such as `https://app.example.test`, besides those of `localhost`
   * and loopback addresses. Default: no others.
   */
  allowedOrigins?: readonly string[];
  /**
   * The hosts that requests may be for, such as `clerk.example.test`, besides `localhost`, loopback addresses and the host
   * of the Frontend API; for a reverse proxy in front of it. Default: no others.
   */
  allowedHosts?: readonly string[];
  /** Whether to listen where `NODE_ENV` is `production`. Default: no. */
  force?: boolean;
}

/** The options that make a module or a middleware use a `LocalClerk` instead of Clerk. */
export interface LocalClerkKeys {
  readonly secretKey: string;
  readonly publishableKey: string;
  /** The URL that `fetch` answers for, in place of CLERK_API_URL. */
  readonly apiUrl: string;
  readonly fetch: typeof globalThis.fetch;
  /** The clock of the instance, which the application's verification then follows. */
  readonly now: () => number;
}
