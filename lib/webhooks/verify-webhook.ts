import { Readable } from 'node:stream';

import { WebhookVerificationError } from '../errors/webhook-verification-error.js';
import type { WebhookEvent } from './generated/events.js';
import { readBody } from './read-body.js';
import { signingKeys } from './signing-secret.js';
import type { WebhookSigningSecret } from './signing-secret.js';
import { verifyDelivery } from './verify-delivery.js';
import type { ReadHeader } from './verify-delivery.js';
import { eventOf } from './webhook-event.js';

/** The options of {@link verifyWebhook}. */
export interface VerifyWebhookOptions {
  /**
   * The signing secret of the endpoint, `whsec_…`; several while it is being rotated.
   * @defaultValue `process.env.CLERK_WEBHOOK_SIGNING_SECRET`
   */
  signingSecret?: WebhookSigningSecret;
  /** The current time in milliseconds since 1970, for tests. @defaultValue `Date.now` */
  now?: () => number;
}

/** Headers of a web `Request`, of Node, or as a plain object. */
export type WebhookHeaders =
  { get(name: string): string | null } | Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * A request of Express, Fastify or `node:http`, or its raw values: `{ headers, body }` with the unchanged body.
 */
export interface WebhookRequest {
  readonly headers: WebhookHeaders;
  /** The exact bytes, if they are stored: `rawBody: true` of Nest, Google Cloud Functions. */
  readonly rawBody?: unknown;
  /** The body, if it is bytes or a string, as after `express.raw()`. */
  readonly body?: unknown;
  /** Node's request in a Fastify request. */
  readonly raw?: unknown;
}

/**
 * Verifies that a request is a webhook of Clerk, and returns its event.
 *
 * It needs the exact bytes of the body: an unread request, `rawBody`, or a `body` of bytes or a string. A parsed body
 * is never serialized again, because that would not result in the same bytes. Bodies of up to 1 MiB are read.
 *
 * @param request - a web `Request`, a request of Express, Fastify or `node:http`, or `{ headers, body }`
 * @throws {@link WebhookVerificationError} if the request is not verified as Clerk's: answer it with 400
 * @throws {@link ClerkConfigurationError} `webhook_signing_secret_missing` or `webhook_signing_secret_invalid`
 * @example
 * ```ts
 * const app = express();
 * app.post('/webhooks/clerk', express.raw({ type: 'application/json' }), async (req, res) => {
 *   const event = await verifyWebhook(req);
 *   if (event.type === 'user.created') console.log(event.data.id);
 *   res.sendStatus(204);
 * });
 * ```
 * @see https://clerk.com/docs/reference/backend/verify-webhook
 */
export async function verifyWebhook(
  request: Request | WebhookRequest,
  options: VerifyWebhookOptions = {},
): Promise<WebhookEvent> {
  const keys = signingKeys(options.signingSecret);
  const body = await exactBody(request);
  const now = options.now?.() ?? Date.now();
  return eventOf(verifyDelivery(headerReader(request.headers), body, keys, now).payload);
}

/** Reads headers of any form; names of a plain object are matched in any case. */
function headerReader(headers: WebhookHeaders): ReadHeader {
  if (typeof headers.get === 'function') {
    const webHeaders = headers as { get(name: string): string | null };
    return name => webHeaders.get(name);
  }
  const values = headers as Readonly<Record<string, string | readonly string[] | undefined>>;
  return name => {
    const key = name in values ? name : Object.keys(values).find(each => each.toLowerCase() === name);
    const value = key === undefined ? undefined : values[key];
    return typeof value === 'object' ? value.join(',') : value;
  };
}

async function exactBody(request: Request | WebhookRequest): Promise<Uint8Array | string> {
  if (isWebRequest(request)) {
    if (request.bodyUsed) {
      throw unavailable(
        'Something has already read the body of this request. Verify request.clone() before that.',
      );
    }
    return new Uint8Array(await request.arrayBuffer());
  }
  for (const body of [request.rawBody, request.body]) {
    if (typeof body === 'string' || body instanceof Uint8Array) return body;
  }
  for (const stream of [request, request.raw]) {
    if (stream instanceof Readable && !stream.readableDidRead) return readBody(stream);
  }
  throw unavailable(
    'The body of this webhook is already parsed or read, and its signature is over the exact bytes that were sent. ' +
      "Express: put express.raw({ type: 'application/json' }) on this route, before express.json(). Nest: the option " +
      '`webhooks` of ClerkModule needs no raw body; otherwise NestFactory.create(AppModule, { rawBody: true }).',
  );
}

function isWebRequest(request: Request | WebhookRequest): request is Request {
  return 'arrayBuffer' in request && typeof request.arrayBuffer === 'function';
}

function unavailable(message: string): WebhookVerificationError {
  return new WebhookVerificationError('webhook-body-unavailable', message);
}
