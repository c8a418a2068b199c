import type { InstanceType } from './instance-keys.js';
import type { CreateLocalPlanParams } from './store/billing.js';
import type { CreateLocalJwtTemplateParams } from './store/jwt-templates.js';
import type { CreateLocalOrganizationParams } from './store/organizations.js';
import type { CreateLocalUserParams } from './store/user-record.js';

/** A member of an organization to start with. */
export interface LocalMemberSeed {
  /** The id, or an email address, of one of the users. */
  user: string;
  /** Default: `org:member`. */
  role?: string;
  /** Such as `org:invoices:create`. Default: what the role allows. */
  permissions?: readonly string[];
}

/** An organization to start with. */
export interface LocalOrganizationSeed extends CreateLocalOrganizationParams {
  members?: readonly LocalMemberSeed[];
}

/** What a {@link LocalClerk} starts with. */
export interface LocalClerkSeed {
  /** Users to start with. */
  users?: readonly CreateLocalUserParams[];
  /** Organizations to start with, and their members. */
  organizations?: readonly LocalOrganizationSeed[];
  /** Billing plans to start with. */
  plans?: readonly CreateLocalPlanParams[];
  /** JWT templates to start with. */
  jwtTemplates?: readonly CreateLocalJwtTemplateParams[];
}

/** What `LocalClerk.create()` takes. */
export interface LocalClerkOptions extends LocalClerkSeed {
  /** The prefix of the keys, and with it what the middleware allows. Default: `development`. */
  instanceType?: InstanceType;
  /** The host of the Frontend API. Default: one that no other instance has. */
  frontendApi?: string;
  /**
   * Whether a browser has one signed-in user at most, as in a new Clerk application. Without it, further users can sign in
   * beside the first, and ClerkJS switches between them. Default: `true`.
   */
  singleSessionMode?: boolean;
  /** As in `sk_test_…`, for a key that stays the same. Default: a random one. */
  secretKey?: string;
  /** The signing secret of webhook endpoints, `whsec_…`, for one that stays the same. Default: a random one. */
  webhookSigningSecret?: string;
  /** The clock that the instance's own clock runs with: Unix time in milliseconds. Default: `Date.now`. */
  now?: () => number;
}

/** What `LocalClerk.listen()` takes besides the port. */
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
