import type { IncomingRequest } from '../authentication/request/incoming-request.js';
import type { Instance } from '../authentication/instance.js';
import { publicUrl } from '../authentication/request/public-url.js';
import { RequestContext } from '../authentication/request/request-context.js';
import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';
import { canParseUrl } from '../helpers/can-parse-url.js';

/**
 * The protected-resource metadata of the application, in the terms of RFC 9728.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9728#section-2
 */
export interface ProtectedResourceOptions {
  /**
   * The identifier of the whole application as one resource, as clients and Clerk use it: an `http(s)` URL without
   * query and fragment, such as `https://mcp.example.com/mcp`. It is then the same for every host and path.
   * @defaultValue each path is a resource of its own, on the host of the request
   */
  resource?: string;
  /**
   * Whether OAuth access tokens must be issued for {@link resource}: their `aud` must contain it, which it does if the client
   * requested the token with that `resource` (RFC 8707). A token for another resource, or for none, is rejected with 401. JWTs
   * and opaque tokens are both checked. It needs `resource`, since the host of a request can be forged.
   *
   * @defaultValue `false`
   * @see https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization#access-token-privilege-restriction
   */
  requireAudience?: boolean;
  /** The scopes of the resource, such as `['profile', 'email']`. @defaultValue omitted */
  scopesSupported?: readonly string[];
  /** The display name. @defaultValue omitted */
  resourceName?: string;
  /** The URL of a page for developers. @defaultValue omitted */
  resourceDocumentation?: string;
}

/** The path prefix of a resource's metadata, on its host (RFC 9728, section 3.1). */
export const PROTECTED_RESOURCE_METADATA_PATH = '/.well-known/oauth-protected-resource';

/** Many proxies reject a response whose headers exceed 4 KiB, and this is part of one header. */
const MAX_PATH_LENGTH_IN_HEADER = 1024;

/** The application as an OAuth protected resource. */
export class ProtectedResource {
  readonly #options: ProtectedResourceOptions;
  readonly #pinned: IncomingRequest | undefined;

  /** @throws {@link ClerkConfigurationError} `option_invalid` */
  constructor(options: ProtectedResourceOptions) {
    assertOptions(options);
    this.#options = { ...options };
    this.#pinned = options.resource === undefined ? undefined : requestFor(new URL(options.resource));
  }

  /** Whether the resource is configured, so that it does not depend on the request. */
  get isPinned(): boolean {
    return this.#pinned !== undefined;
  }

  /** The resource that access tokens must be for; `undefined` if their audience is not checked. */
  get requiredAudience(): string | undefined {
    return this.#options.requireAudience ? this.#options.resource : undefined;
  }

  /** The request for determining the instance's site: the current one, or one for the configured resource. */
  contextOf(request: IncomingRequest, instance: Instance): RequestContext {
    return new RequestContext(this.#pinned ?? request, instance);
  }

  /** The URL of the metadata for the resource of a request, for the challenge of a rejection. */
  metadataUrl(request: IncomingRequest): string {
    const url = publicUrl(this.#pinned ?? request);
    const hasOwnMetadata = url.pathname !== '/' && url.pathname.length <= MAX_PATH_LENGTH_IN_HEADER;
    return `${originOf(url)}${PROTECTED_RESOURCE_METADATA_PATH}${hasOwnMetadata ? url.pathname : ''}`;
  }

  /**
   * The metadata document.
   *
   * @param path - of the resource; empty for the whole origin
   * @see https://www.rfc-editor.org/rfc/rfc9728#section-3.2
   */
  metadata(path: string, context: RequestContext): Record<string, unknown> {
    const { resource, scopesSupported, resourceName, resourceDocumentation } = this.#options;
    return {
      resource: resource ?? `${originOf(context.url)}${path}`,
      authorization_servers: [context.frontendApiUrl],
      bearer_methods_supported: ['header'],
      scopes_supported: scopesSupported,
      resource_name: resourceName,
      resource_documentation: resourceDocumentation,
    };
  }
}

/** Not `url.origin`, which is `null` for an unknown scheme that a client may send. */
function originOf(url: URL): string {
  return `${url.protocol}//${url.host}`;
}

function requestFor(url: URL): IncomingRequest {
  return {
    method: 'GET',
    target: url.href,
    isEncrypted: url.protocol === 'https:',
    header: () => undefined,
    allHeaders: () => [],
  };
}

function assertOptions(options: ProtectedResourceOptions): void {
  const { resource, requireAudience, scopesSupported, resourceName, resourceDocumentation } = options;
  if (resource !== undefined && !isResourceIdentifier(resource)) {
    throw invalid(
      'resource',
      'is an http(s) URL without query and fragment, such as https://example.com/mcp',
    );
  }
  if (requireAudience !== undefined && typeof requireAudience !== 'boolean') {
    throw invalid('requireAudience', 'is true or false');
  }
  if (requireAudience && resource === undefined) {
    throw invalid('requireAudience', 'needs `resource`: the URL that clients request tokens for');
  }
  if (scopesSupported !== undefined && !isScopeList(scopesSupported)) {
    throw invalid('scopesSupported', "is a list of scopes, such as ['profile', 'email']");
  }
  if (resourceName !== undefined && typeof resourceName !== 'string') {
    throw invalid('resourceName', 'is a text');
  }
  if (resourceDocumentation !== undefined && !isHttpUrl(resourceDocumentation)) {
    throw invalid('resourceDocumentation', 'is the http(s) URL of a page');
  }
}

function isResourceIdentifier(value: unknown): boolean {
  if (!isHttpUrl(value) || /[?#]/.test(value)) return false;
  const { username, password } = new URL(value);
  return !username && !password;
}

function isHttpUrl(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\//.test(value) && canParseUrl(value);
}

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-3.3 */
function isScopeList(value: unknown): boolean {
  const isScope = (scope: unknown) => typeof scope === 'string' && /^[!#-[\]-~]+$/.test(scope);
  return Array.isArray(value) && value.every(isScope);
}

function invalid(option: string, what: string): ClerkConfigurationError {
  return new ClerkConfigurationError('option_invalid', `\`oauthProtectedResource.${option}\` ${what}.`);
}
