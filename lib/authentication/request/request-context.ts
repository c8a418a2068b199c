import type { TokenRejection } from '../../errors/token-verification-error.js';
import { isRejection } from '../../tokens/jwt.js';
import type { UnverifiedClaims } from '../../tokens/jwt.js';
import type { TokenCandidate } from '../../tokens/token-verifier.js';
import { parseAuthorization } from './authorization-header.js';
import { CookiePosition } from './cookie-names.js';
import { readCookies } from './cookies.js';
import type { IncomingRequest } from './incoming-request.js';
import type { Instance, Site } from '../instance.js';
import { publicUrl } from './public-url.js';
import { trustsSuffixedCookies } from './suffixed-cookies.js';

/** Marks a value that is not computed yet, because `undefined` is a valid value. */
const UNKNOWN = Symbol('unknown');

/**
 * One request with its instance. Every value is computed on first use and stored: a Bearer token needs no URL, and no
 * cookie is parsed twice.
 */
export class RequestContext {
  #tokenInHeader: string | undefined | typeof UNKNOWN = UNKNOWN;
  #cookies: readonly (string | undefined)[] | undefined;
  #clientUat: number | undefined;
  #sessionTokenInCookie: string | undefined | typeof UNKNOWN = UNKNOWN;
  #trustsSuffixed: boolean | undefined;
  #hasQuery: boolean | undefined;
  #url: URL | undefined;
  #site: Site | undefined;
  #decodedToken: string | undefined;
  #decoded: TokenCandidate | TokenRejection | undefined;

  constructor(
    readonly request: IncomingRequest,
    readonly instance: Instance,
  ) {}

  /** The token of the `Authorization` header: after the scheme `Bearer`, or the whole of a header without scheme. */
  get tokenInHeader(): string | undefined {
    if (this.#tokenInHeader === UNKNOWN)
      this.#tokenInHeader = parseAuthorization(this.request.header('authorization'));
    return this.#tokenInHeader;
  }

  /** The URL that the client used. It is shared and must not be changed. */
  get url(): URL {
    return (this.#url ??= publicUrl(this.request));
  }

  get hasQuery(): boolean {
    return (this.#hasQuery ??= this.request.target.includes('?'));
  }

  /** A parameter of the query string. */
  queryParameter(name: string): string | undefined {
    // Most requests have no query, and then need no URL.
    if (!this.hasQuery) return undefined;
    return this.url.searchParams.get(name) || undefined;
  }

  get site(): Site {
    const { site } = this.instance;
    return (this.#site ??= typeof site === 'function' ? site(this.url) : site);
  }

  /** The absolute URL of the Frontend API proxy; empty without a proxy. */
  get proxyUrl(): string {
    const { proxyUrl } = this.site;
    return proxyUrl.startsWith('/') ? `${this.url.origin}${proxyUrl}` : proxyUrl;
  }

  /** The host of the Frontend API that issues this site's tokens. */
  get issuingFrontendApi(): string {
    const { instance, site } = this;
    return instance.instanceType === 'production' && site.isSatellite && site.domain
      ? `clerk.${site.domain}`
      : instance.frontendApi;
  }

  /** Where browsers reach the Frontend API: the proxy's URL or a bare host. */
  get frontendApi(): string {
    return this.proxyUrl || this.issuingFrontendApi;
  }

  /** {@link frontendApi} as a URL without a trailing slash. The host of the request can make it invalid. */
  get frontendApiUrl(): string {
    const { frontendApi } = this;
    const url = frontendApi.startsWith('http') ? frontendApi : `https://${frontendApi}`;
    return url.replace(/\/+$/, '');
  }

  /** A cookie by its {@link CookiePosition}; an empty one counts as missing. */
  cookie(position: number): string | undefined {
    this.#cookies ??= readCookies(this.request.header('cookie'), this.instance.cookieNames.all);
    return this.#cookies[position] || undefined;
  }

  /** Whether the cookies with this instance's suffix are used instead of the plain ones. */
  get trustsSuffixedCookies(): boolean {
    return (this.#trustsSuffixed ??= trustsSuffixedCookies(this));
  }

  get sessionTokenInCookie(): string | undefined {
    if (this.#sessionTokenInCookie === UNKNOWN) {
      const { session, suffixedSession } = CookiePosition;
      this.#sessionTokenInCookie = this.cookie(this.trustsSuffixedCookies ? suffixedSession : session);
    }
    return this.#sessionTokenInCookie;
  }

  /** When the browser's sign-in state last changed, in seconds since 1970; 0 if it is signed out. */
  get clientUat(): number {
    const { clientUat, suffixedClientUat } = CookiePosition;
    return (this.#clientUat ??=
      Number.parseInt(this.cookie(this.trustsSuffixedCookies ? suffixedClientUat : clientUat) ?? '') || 0);
  }

  get refreshToken(): string | undefined {
    return this.cookie(CookiePosition.suffixedRefresh);
  }

  /**
   * The dev browser token, which identifies a browser to a development instance without cookies of the Frontend API.
   */
  get devBrowserToken(): string | undefined {
    const { devBrowser, suffixedDevBrowser } = CookiePosition;
    return (
      this.queryParameter(this.instance.cookieNames.devBrowser) ??
      this.cookie(this.trustsSuffixedCookies ? suffixedDevBrowser : devBrowser)
    );
  }

  get handshakeToken(): string | undefined {
    return this.queryParameter(this.instance.cookieNames.handshake) ?? this.cookie(CookiePosition.handshake);
  }

  get handshakeNonce(): string | undefined {
    return (
      this.queryParameter(this.instance.cookieNames.handshakeNonce) ??
      this.cookie(CookiePosition.handshakeNonce)
    );
  }

  /** The number of redirects of this browser within the last seconds. */
  get redirectCount(): number {
    return Number(this.cookie(CookiePosition.redirectCount)) || 0;
  }

  /** Decodes a token. The plain and the suffixed cookie often hold the same one, so the last result is stored. */
  decode(token: string): TokenCandidate | TokenRejection {
    const isKnown = this.#decoded !== undefined && this.#decodedToken === token;
    // Also if it is known: the next comparison with this string ends at its identity, and does not read all characters again.
    this.#decodedToken = token;
    return isKnown ? this.#decoded! : (this.#decoded = this.instance.verifier.decode(token));
  }

  /** The claims of an unverified token; `undefined` if it is not a JWT. */
  unverifiedClaims(token: string | undefined): UnverifiedClaims | undefined {
    if (!token) return undefined;
    const decoded = this.decode(token);
    return isRejection(decoded) ? undefined : decoded.jwt.claims;
  }
}
