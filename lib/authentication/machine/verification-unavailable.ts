import { isClerkAPIResponseError } from '../../errors/clerk-api-response-error.js';

/** Too many verifications wait for the Backend API, so that another one would only wait longer. */
export class VerificationUnavailableError extends Error {
  constructor() {
    super('Too many machine tokens are being verified at the moment.');
    this.name = 'VerificationUnavailableError';
  }
}

/** Whether a call failed because of the Backend API or the configuration, and not because of the token. */
export function isOutage(error: unknown): boolean {
  if (error instanceof VerificationUnavailableError) return true;
  if (!isClerkAPIResponseError(error)) return false;
  return error.status === 0 || error.status === 429 || (error.status >= 500 && error.status !== 501);
}
