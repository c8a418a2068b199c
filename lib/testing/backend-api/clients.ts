import { json } from '../http/api-answer.js';
import type { OperationHandler } from '../http/local-api.js';
import { handshakePayloadNotFound } from '../api-errors.js';

export const getHandshakePayload: OperationHandler = ({ query }, { store }) => {
  const directives = store.handshakePayloads.take(query.get('nonce') ?? '');
  if (!directives) throw handshakePayloadNotFound();
  return json({ directives });
};
