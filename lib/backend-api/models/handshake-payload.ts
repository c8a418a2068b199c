import { decodeObject, type FieldMap, listOf, requiredText } from '../transport/decode.js';

/** What a handshake nonce stands for. */
export interface HandshakePayload {
  /** Whole `Set-Cookie` values. */
  readonly directives: string[];
}

/** Reads the API's JSON. */
export function decodeHandshakePayload(json: unknown): HandshakePayload {
  return decodeObject<HandshakePayload>(json, HANDSHAKE_PAYLOAD_FIELDS);
}

const HANDSHAKE_PAYLOAD_FIELDS: FieldMap<HandshakePayload> = {
  directives: ['directives', listOf(requiredText)],
};
