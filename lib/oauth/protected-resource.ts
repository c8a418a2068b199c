import type { IncomingRequest } from '../authentication/request/incoming-request.js';
import type { Instance } from '../authentication/instance.js';
import { publicUrl } from '../authentication/request/public-url.js';
import { RequestContext } from '../authentication/request/request-context.js';
import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';

/**
 * What the application says of itself to OAuth clients, in the terms of RFC 9728.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9728#section-2
 */
export interface ProtectedResourceOptions {
  /**
   * The one resource that the whole application is, as clients and Clerk name it: an `http(s)` URL without query and
   * fragment, such as `https://mcp.example.com/mcp`. It is then told to everybody, whatever host or path was asked for.
   * @defaultValue each path is a resource of its own, on the host that the request was sent to
   */
  resource?: string;
  /** The scopes that are asked for here, such as `['profile', 'email']`. @defaultValue not said */
  scopesSupported?: readonly string[];
  /** The name that people are shown. @defaultValue not said */
  resourceName?: string;
  /** The URL of a page for developers. @defaultValue not said */
  resourceDocumentation?: string;
}

/** Where the metadata of a resource is: before its path, on its host (RFC 9728, section 3.1). */
export const PROTECTED_RESOURCE_METADATA_PATH = '/.well-known/oauth-protected-resource';

/** Many proxies reject an answer whose headers are longer than 4 KiB, and this is for one of them. */
const MAX_PATH_LENGTH_IN_HEADER = 1024;

/** The application as OAuth clients see it. */
export class ProtectedResource {
  readonly #options: ProtectedResourceOptions;
  readonly #pinned: IncomingRequest | undefined;

  /** @throws {@link ClerkConfigurationError} `option_invalid` */
  constructor(options: ProtectedResourceOptions) {
    assertOptions(options);
    this.#options = { ...options };
    this.#pinned = options.resource === undefined ? undefined : requestFor(new URL(options.resource));
  }

  /** Whether the application says by itself who it is, instead of taking the client's word. */
  get isPinned(): boolean {
    return this.#pinned !== undefined;
  }

  /** What the instance's sites are told by: a request, or what the application itself says. */
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

/** Not `url.origin`, which is `null` for whatever scheme a client may have made up. */
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
  const { resource, scopesSupported, resourceName, resourceDocumentation } = options;
  if (resource !== undefined && !isResourceIdentifier(resource)) {
    throw invalid(
      'resource',
      'is an http(s) URL without query and fragment, such as https://example.com/mcp',
    );
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
  return typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value);
}

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-3.3 */
function isScopeList(value: unknown): boolean {
  const isScope = (scope: unknown) => typeof scope === 'string' && /^[!#-[\]-~]+$/.test(scope);
  return Array.isArray(value) && value.every(isScope);
}

function invalid(option: string, what: string): ClerkConfigurationError {
  return new ClerkConfigurationError('option_invalid', `\`oauthProtectedResource.${option}\` ${what}.`);
}
