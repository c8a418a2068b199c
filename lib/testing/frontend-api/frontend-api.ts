import type { ApiDefinition } from '../http/local-api.js';
import { OperationRouter } from '../http/operation-router.js';
import { handshake } from './handshake.js';

const OPERATIONS = [['GET', '/client/handshake', 'handshakeClient']] as const;

/** As much of Clerk's Frontend API as servers send browsers to. Anybody may ask; what a browser is, its cookies say. */
export const FRONTEND_API: ApiDefinition<(typeof OPERATIONS)[number][2]> = {
  router: new OperationRouter('/v1', OPERATIONS),
  authenticate: () => undefined,
  handlers: { handshakeClient: handshake },
};
