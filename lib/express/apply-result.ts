import type { ServerResponse } from 'node:http';

import type { AuthenticationResult } from '../authentication/authentication-result.js';

/** What an earlier middleware said of a request that is authenticated again. */
export function removeStatusHeaders(response: ServerResponse): void {
  for (const name of ['message', 'reason', 'status']) response.removeHeader(`x-clerk-auth-${name}`);
}

/**
 * Puts the headers of a result on the response.
 *
 * @returns whether that was the whole answer, as it is for a redirect
 */
export function applyResult(result: AuthenticationResult, response: ServerResponse): boolean {
  let isRedirect = false;
  for (const [name, value] of result.headers) {
    appendHeader(response, name, value);
    isRedirect ||= name === 'location';
  }
  if (isRedirect) {
    response.statusCode = 307;
    response.end();
  }
  return isRedirect;
}

/** Skips a value that a header cannot hold, such as one with a line break: it must not become a 500. */
function appendHeader(response: ServerResponse, name: string, value: string): void {
  try {
    response.appendHeader(name, value);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_INVALID_CHAR') throw error;
  }
}
