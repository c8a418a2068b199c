import { ClerkError } from '../../errors/clerk-error.js';
import type { ClerkAPIError } from '../../errors/clerk-api-response-error.js';
import { isRecord, listOf } from '../transport/decode.js';
import { toAPIErrors } from '../transport/failure.js';
import { decodeEmail, type Email } from '../models/email.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';
import { BackendApiResource } from '../resource.js';

/** An address with a display name. */
export interface Mailbox {
  address: string;
  /** At most 200 characters. */
  name?: string;
}

/** An email, with `html` or `text` or both. */
export type CreateEmailParams = {
  /** An address, or a user, whose primary address receives the email. */
  to: { address: string; userId?: never } | { userId: string; address?: never };
  from: Mailbox;
  replyTo?: Mailbox;
  /** At most 998 characters. */
  subject: string;
  cc?: string[];
  bcc?: string[];
  headers?: Record<string, string>;
  /** At most ten, with a total of 1 MiB. The content is in base64. */
  attachments?: { filename: string; content: string }[];
} & ({ html: string; text?: string } | { html?: string; text: string });

/** The options of one email. */
export interface CreateEmailOptions {
  /** An email with the same key is sent only once. At most 255 letters, digits, `_` and `-`. */
  idempotencyKey?: string;
}

/** One email of a batch. */
export type CreateBatchEmailParams = CreateEmailParams & CreateEmailOptions;

/** The result of one email of a batch; `index` is its position. */
export type BatchEmailResult =
  | { index: number; email: Email; errors?: never; statusCode: number; retryAfterSeconds?: never }
  | { index: number; email?: never; errors: ClerkAPIError[]; statusCode: number; retryAfterSeconds?: number };

const MAX_BATCH_SIZE = 100;
const IDEMPOTENCY_KEY = /^[\w-]{1,255}$/;

/** Emails that the application sends through Clerk. Experimental: not in Clerk's document. */
export class EmailApi extends BackendApiResource {
  /**
   * Sends an email: `POST /email`.
   *
   * @throws {@link ClerkError} `idempotency_key_invalid`, before any request
   */
  async create(
    params: CreateEmailParams,
    { idempotencyKey }: CreateEmailOptions = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Email> {
    assertIdempotencyKey(idempotencyKey);
    return this.transport.request(
      {
        operation: 'CreateEmail',
        method: 'POST',
        path: apiPath`/email`,
        body: toBody(params),
        headers: idempotencyKey === undefined ? undefined : { 'Idempotency-Key': idempotencyKey },
        decode: decodeEmail,
      },
      requestOptions,
    );
  }

  /**
   * Sends 1 to 100 emails independently of each other: `POST /email/batch`.
   *
   * @returns the result of each email
   * @throws {@link ClerkAPIResponseError} if the API rejects the whole batch or cannot be reached
   * @throws {@link ClerkError} before any request: `email_batch_size_invalid`, `idempotency_key_invalid`
   */
  async createBatch(
    messages: CreateBatchEmailParams[],
    requestOptions?: BackendApiRequestOptions,
  ): Promise<BatchEmailResult[]> {
    if (messages.length < 1 || messages.length > MAX_BATCH_SIZE) {
      throw new ClerkError('email_batch_size_invalid', `A batch must have 1 to ${MAX_BATCH_SIZE} messages.`);
    }
    messages.forEach(({ idempotencyKey }) => assertIdempotencyKey(idempotencyKey));
    return this.transport.request(
      {
        operation: 'CreateEmailBatch',
        method: 'POST',
        path: apiPath`/email/batch`,
        body: {
          messages: messages.map(({ idempotencyKey, ...params }) => ({
            ...toBody(params),
            idempotency_key: idempotencyKey,
          })),
        },
        decode: listOf(decodeBatchResult),
      },
      requestOptions,
    );
  }

  /**
   * Returns an email: `GET /email/{email_id}`.
   */
  async get(emailId: string, requestOptions?: BackendApiRequestOptions): Promise<Email> {
    return this.transport.request(
      { operation: 'GetEmail', method: 'GET', path: apiPath`/email/${emailId}`, decode: decodeEmail },
      requestOptions,
    );
  }
}

function assertIdempotencyKey(key: string | undefined): void {
  if (key === undefined || (typeof key === 'string' && IDEMPOTENCY_KEY.test(key))) return;
  throw new ClerkError(
    'idempotency_key_invalid',
    'An idempotency key must consist of 1 to 255 ASCII letters, digits, underscores and hyphens.',
  );
}

function toBody({ to, replyTo, ...rest }: CreateEmailParams): object {
  const { userId, ...address } = to;
  return {
    ...rest,
    to: { ...address, ...(userId === undefined ? undefined : { user_id: userId }) },
    ...(replyTo === undefined ? undefined : { reply_to: replyTo }),
  };
}

function decodeBatchResult(json: unknown): BatchEmailResult {
  if (!isRecord(json)) throw new TypeError('Expected an object.');
  const result = { index: json.index as number, statusCode: json.status_code as number };
  if (json.email) return { ...result, email: decodeEmail(json.email) };
  return {
    ...result,
    errors: toAPIErrors(json.errors),
    retryAfterSeconds: json.retry_after_seconds as number | undefined,
  };
}
