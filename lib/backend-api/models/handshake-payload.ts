import { decodeObject, type FieldMap, listOf, requiredString } from '../transport/decode.js';

/** The payload of a handshake. */
export interface HandshakePayload {
  /** Complete `Set-Cookie` values. */
  readonly directives: string[];
}

/** Decodes the JSON of the Backend API. */
export function decodeHandshakePayload(json: unknown): HandshakePayload {
  return decodeObject<HandshakePayload>(json, HANDSHAKE_PAYLOAD_FIELDS);
}

const HANDSHAKE_PAYLOAD_FIELDS: FieldMap<HandshakePayload> = {
  directives: ['directives', listOf(requiredString)],
};
