import type { IncomingRequest } from '../../authentication/request/incoming-request.js';
import { isRepresentable } from '../../authentication/request/public-url.js';
import { isTokenTypeAccepted } from '../../authorization/accepted-token.js';
import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import type { ChooseInstance } from '../../instance/instance-by-request.js';
import type { Middleware } from '../../express/create-middleware.js';
import { createOAuthMetadata } from '../../express/oauth-metadata.js';
import { ProtectedResource } from '../../oauth/protected-resource.js';
import type { AcceptedTokens } from '../../tokens/token-type.js';
import type { ClerkModuleOptions } from '../configuration/clerk-module-options.js';

/** The application as an OAuth resource server: it accepts tokens, and tells clients where to get them. */
export interface OAuthResourceServer {
  /** Whether the metadata is served; `undefined` if it depends on whether a route accepts OAuth tokens. */
  readonly servesMetadata: boolean | undefined;
  /** The middleware that serves it. */
  readonly metadata: Middleware;
  /** The URL of the metadata for the resource of a request, if it accepts OAuth tokens. */
  metadataUrl(request: IncomingRequest, acceptsToken: AcceptedTokens): string | undefined;
}

/** @throws {@link ClerkConfigurationError} `option_invalid` */
export function createProtectedResource(
  option: ClerkModuleOptions['oauthProtectedResource'],
): ProtectedResource {
  assertOption(option);
  return new ProtectedResource(typeof option === 'object' ? option : {});
}

/** @throws {@link ClerkConfigurationError} `option_invalid` */
export function createOAuthResourceServer(
  option: ClerkModuleOptions['oauthProtectedResource'],
  chooseInstance: ChooseInstance,
  resource: ProtectedResource = createProtectedResource(option),
): OAuthResourceServer {
  return {
    servesMetadata: option === undefined ? undefined : option !== false,
    metadata: createOAuthMetadata(chooseInstance, resource),
    metadataUrl: (request, acceptsToken) =>
      isTokenTypeAccepted('oauth_token', acceptsToken) && isRepresentable(request)
        ? resource.metadataUrl(request)
        : undefined,
  };
}

function assertOption(option: unknown): void {
  const isObject = typeof option === 'object' && option !== null;
  if (option === undefined || typeof option === 'boolean' || isObject) return;
  throw new ClerkConfigurationError(
    'option_invalid',
    '`oauthProtectedResource` is true, false or an object such as `{ scopesSupported: [] }`.',
  );
}
