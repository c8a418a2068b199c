import { createHmac, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import { WebhookVerificationError } from '../errors/webhook-verification-error.js';

/** Reads one header of a request by its name in lower case. */
export type ReadHeader = (name: string) => string | null | undefined;

/** A delivery whose signature, timestamp and JSON are verified. */
export interface VerifiedDelivery {
  /** Clerk's id of the message: the same for every attempt to deliver it. */
  readonly id: string;
  /** When this attempt was signed: Unix time in seconds. */
  readonly timestamp: number;
  /** The body, parsed. */
  readonly payload: Readonly<Record<string, unknown>>;
}

const TOLERANCE_SECONDS = 5 * 60;
const SIGNATURE_VERSION = 'v1';

/**
 * Verifies a delivery by the Standard Webhooks specification, as Svix sends it for Clerk: HMAC-SHA256 over
 * `id.timestamp.body`, not older and not newer than five minutes.
 *
 * @param readHeader - the headers of the request; each is `svix-…`, or `webhook-…` where that is absent
 * @param body - the exact bytes of the body; a string stands for its UTF-8 bytes
 * @param keys - one of them has to match
 * @param now - Unix time in milliseconds
 * @throws {@link WebhookVerificationError}
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 * @see https://docs.svix.com/receiving/verifying-payloads/how-manual
 */
export function verifyDelivery(
  readHeader: ReadHeader,
  body: Uint8Array | string,
  keys: readonly KeyObject[],
  now: number,
): VerifiedDelivery {
  const { id, timestamp, signatures } = requiredHeaders(readHeader);
  const signedAt = verifyTimestamp(timestamp, now);
  const candidates = signaturesOfVersion(signatures);
  if (!keys.some(key => matchesAny(candidates, sign(key, id, timestamp, body)))) {
    throw new WebhookVerificationError(
      'webhook-signature-mismatch',
      'No signature of the webhook matches. Either the signing secret is that of another endpoint, or the body is not ' +
        'the exact bytes that were sent.',
    );
  }
  return { id, timestamp: signedAt, payload: parsePayload(body) };
}

/** The signature of a delivery: base64 of HMAC-SHA256, without its version. */
export function sign(key: KeyObject, id: string, timestamp: string, body: Uint8Array | string): string {
  return createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
}

function requiredHeaders(readHeader: ReadHeader): { id: string; timestamp: string; signatures: string } {
  const read = (name: string) => (readHeader(`svix-${name}`) ?? readHeader(`webhook-${name}`) ?? '').trim();
  const headers = { id: read('id'), timestamp: read('timestamp'), signatures: read('signature') };
  if (headers.id && headers.timestamp && headers.signatures) return headers;
  const missing = [
    ...(headers.id ? [] : ['svix-id']),
    ...(headers.timestamp ? [] : ['svix-timestamp']),
    ...(headers.signatures ? [] : ['svix-signature']),
  ];
  throw new WebhookVerificationError(
    'webhook-headers-missing',
    `The request lacks headers of a webhook: ${missing.join(', ')}.`,
  );
}

function verifyTimestamp(timestamp: string, now: number): number {
  if (!/^\d+$/.test(timestamp)) {
    throw new WebhookVerificationError(
      'webhook-timestamp-invalid',
      'The timestamp of the webhook is not a number of seconds.',
    );
  }
  const seconds = Number(timestamp);
  const age = Math.floor(now / 1000) - seconds;
  if (age > TOLERANCE_SECONDS) {
    throw new WebhookVerificationError(
      'webhook-timestamp-too-old',
      `The webhook was signed ${age} seconds ago; ${TOLERANCE_SECONDS} are accepted. A replayed request, or the clock ` +
        'of this machine is fast.',
    );
  }
  if (-age > TOLERANCE_SECONDS) {
    throw new WebhookVerificationError(
      'webhook-timestamp-too-new',
      `The webhook was signed ${-age} seconds in the future; ${TOLERANCE_SECONDS} are accepted. The clock of this ` +
        'machine is slow.',
    );
  }
  return seconds;
}

/** `v1,<base64>`, several separated by spaces; other versions, such as the asymmetric `v1a`, are ignored. */
function signaturesOfVersion(header: string): Buffer[] {
  return header
    .split(' ')
    .map(entry => entry.split(','))
    .flatMap(([version, signature]) =>
      version === SIGNATURE_VERSION && signature !== undefined ? [Buffer.from(signature)] : [],
    );
}

function matchesAny(candidates: readonly Buffer[], expected: string): boolean {
  const bytes = Buffer.from(expected);
  return candidates.some(each => each.length === bytes.length && timingSafeEqual(each, bytes));
}

function parsePayload(body: Uint8Array | string): Readonly<Record<string, unknown>> {
  try {
    const text =
      typeof body === 'string' ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString();
    const payload: unknown = JSON.parse(text);
    if (typeof payload === 'object' && payload !== null && !Array.isArray(payload)) {
      return payload as Record<string, unknown>;
    }
  } catch {
    // The error of JSON.parse quotes the body, which has personal data.
  }
  throw new WebhookVerificationError(
    'webhook-payload-invalid',
    'The body of the webhook is not a JSON object.',
  );
}
