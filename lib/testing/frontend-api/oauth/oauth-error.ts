import { json } from '../../http/api-answer.js';
import type { ApiAnswer } from '../../http/api-answer.js';

/** An error of an OAuth endpoint. @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
export class OAuthEndpointError extends Error {
  constructor(
    readonly status: 400 | 401,
    readonly code: string,
    description: string,
  ) {
    super(description);
    this.name = 'OAuthEndpointError';
  }
}

/** The answer to a rejected call of an OAuth endpoint. Any other error is thrown again. */
export function oauthErrorAnswer(error: unknown): ApiAnswer {
  if (!(error instanceof OAuthEndpointError)) throw error;
  return withoutStore(json({ error: error.code, error_description: error.message }, error.status));
}

/** Tokens and codes must not be stored by caches (RFC 6749, section 5.1). */
export function withoutStore(answer: ApiAnswer): ApiAnswer {
  return { ...answer, headers: [...answer.headers, ['cache-control', 'no-store']] };
}

export function invalidRequest(description: string): OAuthEndpointError {
  return new OAuthEndpointError(400, 'invalid_request', description);
}

export function invalidGrant(description: string): OAuthEndpointError {
  return new OAuthEndpointError(400, 'invalid_grant', description);
}

export function invalidClient(): OAuthEndpointError {
  return new OAuthEndpointError(401, 'invalid_client', 'The client is unknown, or its secret is wrong.');
}
