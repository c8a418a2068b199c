import type { ServerResponse } from 'node:http';

import type { AuthenticationResult } from '../authentication/authentication-result.js';

/** Removes the headers of an earlier middleware from a request that is authenticated again. */
export function removeStatusHeaders(response: ServerResponse): void {
  for (const name of ['message', 'reason', 'status']) response.removeHeader(`x-clerk-auth-${name}`);
}

/**
 * Sets the headers of a result on the response.
 *
 * @returns whether the response is complete, as it is for a redirect
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

/** Skips a value that is not valid in a header, such as one with a line break, which would cause a 500. */
function appendHeader(response: ServerResponse, name: string, value: string): void {
  try {
    response.appendHeader(name, value);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_INVALID_CHAR') throw error;
  }
}
