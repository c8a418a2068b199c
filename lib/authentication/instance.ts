import type { TokenRequirements, TokenVerifier } from '../tokens/token-verifier.js';
import type { CookieNames } from './request/cookie-names.js';
import type { OrganizationMatcher } from './handshake/organization-matcher.js';
import type { InstanceType } from './publishable-key.js';
import type { RemoteCalls } from './remote-calls.js';
import type { SetupWarnings } from './setup-warnings.js';
import type { OutageListener } from '../tokens/remote-key-source.js';

/** The position of an application in a multi-domain setup. */
export interface Site {
  readonly isSatellite: boolean;
  /** The domain of a satellite, without scheme; empty without one. */
  readonly domain: string;
  /** The absolute URL, or the path on this origin, of the Frontend API proxy; empty without a proxy. */
  readonly proxyUrl: string;
}

/**
 * One configuration of a Clerk instance, with everything that does not depend on a request.
 *
 * Created once per configuration and used for every request.
 */
export interface Instance {
  readonly publishableKey: string;
  readonly instanceType: InstanceType;
  /** The host of the Frontend API, from the publishable key. */
  readonly frontendApi: string;
  /** The usual `iss` of its tokens: the URL of the Frontend API. */
  readonly issuer: string;
  readonly cookieNames: CookieNames;
  readonly verifier: TokenVerifier;
  readonly requirements: TokenRequirements;
  readonly remote: RemoteCalls;
  /** Logs rejections that the setup causes. */
  readonly setup: SetupWarnings;
  /** Logs outages of the Backend API. */
  readonly outages: OutageListener;
  /** The `fetch` for calls to Clerk; `undefined` for the current `globalThis.fetch`. */
  readonly fetch: typeof globalThis.fetch | undefined;
  /** The site, or a function that determines it from the public URL of a request. */
  readonly site: Site | ((url: URL) => Site);
  /** Absolute for a satellite of a development instance; empty without one. */
  readonly signInUrl: string;
  readonly signUpUrl: string;
  readonly satelliteAutoSync: boolean;
  /** Whether browsers that load a page may be redirected to the Frontend API. */
  readonly handshake: boolean;
  readonly organizationMatcher: OrganizationMatcher | undefined;
  /** Logs a problem with the setup; never a secret. */
  readonly warn: (message: string, kind?: string) => void;
  /** Logs how each request was authenticated if the option `debug` is on; never a key, a token or a cookie. */
  readonly debug: ((record: string) => void) | undefined;
}
