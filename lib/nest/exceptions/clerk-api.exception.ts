import { HttpException } from '@nestjs/common';

import type { ClerkAPIError } from '../../errors/clerk-api-response-error.js';

/** Of each status, the name that the transports other than HTTP send. */
const CODES = {
  400: 'BAD_REQUEST',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  410: 'GONE',
  422: 'UNPROCESSABLE_ENTITY',
  500: 'INTERNAL_SERVER_ERROR',
} as const;

/** A status that {@link ClerkApiException} can have. */
export type ClerkApiExceptionStatus = keyof typeof CODES;

/** The name of the status, as GraphQL servers, gateways and microservices send it. */
export type ClerkApiExceptionCode = (typeof CODES)[ClerkApiExceptionStatus];

/** Words for people, as Nest's own exceptions have them. */
const WORDS: { [Status in ClerkApiExceptionStatus]: string } = {
  400: 'Bad Request',
  404: 'Not Found',
  409: 'Conflict',
  410: 'Gone',
  422: 'Unprocessable Entity',
  500: 'Internal server error',
};

/** Whether an answer of the Backend API can be passed on to the client of the application. */
export function isPassedOn(status: number): status is ClerkApiExceptionStatus {
  return status !== 500 && Object.hasOwn(CODES, status);
}

/**
 * Thrown on to the client by {@link ClerkExceptionFilter} in place of an error of {@link ClerkClient}: the status of Clerk's
 * answer with Clerk's codes, or 500 if the application is to blame.
 *
 * @example
 * ```json
 * {
 *   "statusCode": 422,
 *   "message": "Unprocessable Entity",
 *   "error": "Unprocessable Entity",
 *   "errors": [
 *     {
 *       "code": "form_password_pwned",
 *       "message": "Password has been found in an online data breach.",
 *       "longMessage": "Password has been found in an online data breach. Please use a different password.",
 *       "meta": { "paramName": "password" }
 *     }
 *   ]
 * }
 * ```
 */
export class ClerkApiException extends HttpException {
  /**
   * What Clerk found wrong, most important first, without anything that looks like a secret; empty for 500. Not called
   * `errors`: GraphQL servers take an error with such a property for several errors.
   */
  readonly clerkErrors: readonly ClerkAPIError[];
  /** What GraphQL servers send beside the message. */
  readonly extensions: {
    code: ClerkApiExceptionCode;
    /** Clerk's first code, such as `resource_not_found`, if there is one. */
    reason: string;
    errors?: readonly ClerkAPIError[];
  };

  /**
   * @param status - the HTTP status of the answer
   * @param errors - what Clerk found wrong; not sent with 500
   * @param cause - the error that it stands for
   */
  constructor(status: ClerkApiExceptionStatus, errors: readonly ClerkAPIError[], cause?: Error) {
    const message = WORDS[status];
    const sent = isPassedOn(status) ? errors.map(withoutSecrets) : undefined;
    // The body of Nest's own 500, which tells nothing.
    const body = sent
      ? { statusCode: status, message, error: message, errors: sent }
      : { statusCode: status, message };
    super(body, status, { cause });
    this.message = message;
    this.clerkErrors = sent ?? [];
    const reason = sent?.[0]?.code ?? (sent ? 'backend-api-rejection' : 'internal-error');
    this.extensions = { code: CODES[status], reason, ...(sent && { errors: sent }) };
  }
}

/** Keys, machine tokens and JWTs, which Clerk's messages could repeat from the call. */
const SECRETS = /\b(?:sk_(?:test|live)|whsec|ak|mt|oat)_[\w-]{8,}|\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;

function withoutSecrets({ code, message, longMessage, meta }: ClerkAPIError): ClerkAPIError {
  const redact = (text: string) => text.replace(SECRETS, '[redacted]');
  const redactValue = (_name: string, value: unknown): unknown =>
    typeof value === 'string' ? redact(value) : value;
  return {
    code: redact(code),
    message: redact(message),
    longMessage: longMessage && redact(longMessage),
    meta: JSON.parse(JSON.stringify(meta, redactValue)) as Record<string, unknown>,
  };
}
