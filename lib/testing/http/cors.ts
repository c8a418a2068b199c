import type { ApiAnswer } from './api-answer.js';
import type { ApiCall } from './api-call.js';

/** How long a browser may cache the response to a preflight. */
const PREFLIGHT_LIFETIME_SECONDS = 600;

/** Whether a request is a preflight. @see https://fetch.spec.whatwg.org/#cors-preflight-fetch */
export function isPreflight({ method, header }: ApiCall): boolean {
  return (
    method === 'OPTIONS' &&
    header('origin') !== undefined &&
    header('access-control-request-method') !== undefined
  );
}

/** Allows the requested method and headers, except credentials of the Backend API. */
export function preflightAnswer({ header }: ApiCall): ApiAnswer {
  return {
    status: 204,
    headers: [
      ['access-control-allow-methods', header('access-control-request-method') ?? ''],
      ['access-control-allow-headers', allowedHeaders(header('access-control-request-headers') ?? '')],
      ['access-control-max-age', String(PREFLIGHT_LIFETIME_SECONDS)],
    ],
    body: null,
  };
}

/** No page may call the Backend API, which has no CORS at Clerk either. */
function allowedHeaders(requested: string): string {
  return requested
    .split(',')
    .map(name => name.trim())
    .filter(name => name.toLowerCase() !== 'authorization')
    .join(', ');
}

/**
 * Lets the page that sent a request read the response. ClerkJS sends credentials, for which browsers do not accept a
 * wildcard origin.
 */
export function withCors(answer: ApiAnswer, { header }: ApiCall): ApiAnswer {
  const origin = header('origin');
  if (origin === undefined || answer.status === 0) return answer;
  return {
    ...answer,
    headers: [
      ...answer.headers,
      ['access-control-allow-origin', origin],
      ['access-control-allow-credentials', 'true'],
      ['access-control-expose-headers', 'Authorization, Clerk-Db-Jwt, Retry-After, X-Country'],
      ['vary', 'Origin'],
    ],
  };
}
