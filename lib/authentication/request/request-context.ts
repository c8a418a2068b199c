import type { TokenRejection } from '../../errors/token-verification-error.js';
import { isRejection } from '../../tokens/jwt.js';
import type { UnverifiedClaims } from '../../tokens/jwt.js';
import type { TokenCandidate } from '../../tokens/token-verifier.js';
import { parseAuthorization } from './authorization-header.js';
import { readCookies } from './cookies.js';
import type { IncomingRequest } from './incoming-request.js';
import type { Instance, Site } from '../instance.js';
import { publicUrl } from './public-url.js';
import { trustsSuffixedCookies } from './suffixed-cookies.js';

/** A marker for what has not been worked out yet, since `undefined` is an answer. */
const UNKNOWN = Symbol('unknown');

/**
 * One request, as one instance sees it. Every value is computed on first use and kept: a Bearer token needs no URL, and
 * no cookie is parsed twice.
 */
export class RequestContext {
  #tokenInHeader: string | undefined | typeof UNKNOWN = UNKNOWN;
  #cookies: Map<string, string> | undefined;
  #trustsSuffixed: boolean | undefined;
  #url: URL | undefined;
  #site: Site | undefined;
  #decoded: { token: string; result: TokenCandidate | TokenRejection } | undefined;

  constructor(
    readonly request: IncomingRequest,
    readonly instance: Instance,
  ) {}

  /** The token of the `Authorization` header: of the `Bearer` scheme, or the whole of a header without scheme. */
  get tokenInHeader(): string | undefined {
    if (this.#tokenInHeader === UNKNOWN)
      this.#tokenInHeader = parseAuthorization(this.request.header('authorization'));
    return this.#tokenInHeader;
  }

  /** The URL that the client sees. Not to be changed: it is shared. */
  get url(): URL {
    return (this.#url ??= publicUrl(this.request));
  }

  /** A parameter of the query string. */
  queryParameter(name: string): string | undefined {
    // Most requests have no query, and need no URL.
    if (!this.request.target.includes('?')) return undefined;
    return this.url.searchParams.get(name) || undefined;
  }

  get site(): Site {
    const { site } = this.instance;
    return (this.#site ??= typeof site === 'function' ? site(this.url) : site);
  }

  /** The absolute URL that the Frontend API is proxied at; empty if it is not. */
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

  /** {@link frontendApi} as a URL without a slash at its end. What a request says of its host can make it unusable. */
  get frontendApiUrl(): string {
    const { frontendApi } = this;
    const url = frontendApi.startsWith('http') ? frontendApi : `https://${frontendApi}`;
    return url.replace(/\/+$/, '');
  }

  /** A cookie by one of the instance's {@link Instance.cookieNames}; an empty one counts as none. */
  cookie(name: string): string | undefined {
    this.#cookies ??= readCookies(this.request.header('cookie'), this.instance.cookieNames.all);
    return this.#cookies.get(name) || undefined;
  }

  /** Whether the cookies with this instance's ending are the ones to go by, rather than the plain ones. */
  get trustsSuffixedCookies(): boolean {
    return (this.#trustsSuffixed ??= trustsSuffixedCookies(this));
  }

  get sessionTokenInCookie(): string | undefined {
    const { session, suffixedSession } = this.instance.cookieNames;
    return this.cookie(this.trustsSuffixedCookies ? suffixedSession : session);
  }

  /** When the browser's sign-in state last changed, in seconds since 1970; 0 when it is signed out. */
  get clientUat(): number {
    const { clientUat, suffixedClientUat } = this.instance.cookieNames;
    return (
      Number.parseInt(this.cookie(this.trustsSuffixedCookies ? suffixedClientUat : clientUat) ?? '') || 0
    );
  }

  get refreshToken(): string | undefined {
    return this.cookie(this.instance.cookieNames.suffixedRefresh);
  }

  /** What stands for a browser towards a development instance, which cannot set cookies of the Frontend API there. */
  get devBrowserToken(): string | undefined {
    const { devBrowser, suffixedDevBrowser } = this.instance.cookieNames;
    return (
      this.queryParameter(devBrowser) ??
      this.cookie(this.trustsSuffixedCookies ? suffixedDevBrowser : devBrowser)
    );
  }

  get handshakeToken(): string | undefined {
    const { handshake } = this.instance.cookieNames;
    return this.queryParameter(handshake) ?? this.cookie(handshake);
  }

  get handshakeNonce(): string | undefined {
    const { handshakeNonce } = this.instance.cookieNames;
    return this.queryParameter(handshakeNonce) ?? this.cookie(handshakeNonce);
  }

  /** How often this browser was redirected within the last seconds. */
  get redirectCount(): number {
    return Number(this.cookie(this.instance.cookieNames.redirectCount)) || 0;
  }

  /** Takes a token apart. The plain and the suffixed cookie mostly hold the same one, so the last is kept. */
  decode(token: string): TokenCandidate | TokenRejection {
    if (this.#decoded?.token !== token)
      this.#decoded = { token, result: this.instance.verifier.decode(token) };
    return this.#decoded.result;
  }

  /** The claims of an unverified token; `undefined` if it is not a JWT. */
  unverifiedClaims(token: string | undefined): UnverifiedClaims | undefined {
    if (!token) return undefined;
    const decoded = this.decode(token);
    return isRejection(decoded) ? undefined : decoded.jwt.claims;
  }
}
