import { apiError, handshakePayloadNotFound } from '../../api-errors.js';
import { localKeySource } from '../../../tokens/key-source.js';
import { isRejection } from '../../../tokens/jwt.js';
import { TokenVerifier } from '../../../tokens/token-verifier.js';
import type { BackendApiHandlers } from '../handlers.js';
import { pageOf } from '../lists.js';
import { clientView } from '../views/session.js';

export const CLIENTS: BackendApiHandlers = {
  GetClientList: ({ query }, { store }) =>
    pageOf(store.clients.list(), query, client => clientView(client, store)),

  GetClient: ({ path }, { store }) => clientView(store.clients.get(path.clientId), store),

  /** The token is a session token, or the value of the cookie `__client`. */
  VerifyClient: async ({ body }, { store, signingKey }) => {
    const byCookie = store.clients.findBy('token', body.token);
    if (byCookie) return clientView(byCookie, store);
    const verifier = new TokenVerifier(localKeySource(signingKey.publicPem));
    const candidate = verifier.decode(body.token);
    const isValid = !isRejection(candidate) && (await verifier.verifySignature(candidate)) === undefined;
    const session = isValid ? store.sessions.find(String(candidate.jwt.claims.sid)) : undefined;
    if (!session) throw apiError(400, 'cookie_invalid', 'The token is invalid.');
    return clientView(store.clients.get(session.clientId), store);
  },

  GetHandshakePayload: ({ query }, { store }) => {
    const directives = store.handshakePayloads.take(query.nonce ?? '');
    if (!directives) throw handshakePayloadNotFound();
    return { directives };
  },
};
