import type { ApiDefinition } from '../http/local-api.js';
import { OperationRouter } from '../http/operation-router.js';
import { authorizationServerMetadata } from './authorization-server-metadata.js';
import { handshake } from './handshake.js';

const OPERATIONS = [['GET', '/client/handshake', 'handshakeClient']] as const;

/** As much of Clerk's Frontend API as servers send browsers to. Anybody may ask; what a browser is, its cookies say. */
export const FRONTEND_API: ApiDefinition<(typeof OPERATIONS)[number][2]> = {
  router: new OperationRouter('/v1', OPERATIONS),
  authenticate: () => undefined,
  handlers: { handshakeClient: handshake },
};

const WELL_KNOWN_OPERATIONS = [
  ['GET', '/.well-known/oauth-authorization-server', 'getOAuth2AuthorizationServerMetadata'],
] as const;

/** What clients find out about the Frontend API by, which has no version in its path. */
export const UNVERSIONED_FRONTEND_API: ApiDefinition<(typeof WELL_KNOWN_OPERATIONS)[number][2]> = {
  router: new OperationRouter('', WELL_KNOWN_OPERATIONS),
  authenticate: () => undefined,
  handlers: { getOAuth2AuthorizationServerMetadata: authorizationServerMetadata },
};
