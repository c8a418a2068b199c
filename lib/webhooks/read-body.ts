import type { Readable } from 'node:stream';

import { WebhookVerificationError } from '../errors/webhook-verification-error.js';

/** The default body limit, in bytes. Clerk's events are a few kilobytes. */
export const DEFAULT_BODY_LIMIT = 1024 * 1024;

/**
 * Reads the bytes of a body.
 *
 * The rest of a body above the limit is read and dropped, so that the client receives the response instead of a reset
 * connection.
 *
 * @param limit - in bytes
 * @throws {@link WebhookVerificationError} `webhook-body-too-large`, as soon as that is known, and
 *   `webhook-body-unavailable` when the client goes away
 */
export function readBody(stream: Readable, limit = DEFAULT_BODY_LIMIT): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const stop = (error: Error) => {
      stream.off('data', onData);
      reject(error);
      stream.resume();
    };
    const onData = (chunk: Buffer | string) => {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      size += bytes.length;
      if (size > limit) stop(tooLarge(limit));
      else chunks.push(bytes);
    };
    stream.on('data', onData);
    stream.once('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    // Stays subscribed: an error without a listener would end the process.
    stream.on('error', () => reject(interrupted()));
    stream.once('close', () => reject(interrupted()));
  });
}

function tooLarge(limit: number): WebhookVerificationError {
  return new WebhookVerificationError(
    'webhook-body-too-large',
    `The body of the webhook is larger than ${limit} bytes.`,
  );
}

function interrupted(): WebhookVerificationError {
  return new WebhookVerificationError(
    'webhook-body-unavailable',
    'The connection ended before the whole body of the webhook had arrived.',
  );
}
