import type { Operation } from '../../../lib/backend-api/transport/operation.js';
import { apiPath } from '../../../lib/backend-api/transport/path.js';
import {
  type BackendApiOptions,
  BackendApiTransport,
} from '../../../lib/backend-api/transport/backend-api-transport.js';

export const SECRET_KEY = 'sk_test_canaryCanaryCanary';

/** A transport that records its waits instead of waiting. */
export function transportTo(apiUrl: string, options: BackendApiOptions = {}) {
  const waits: number[] = [];
  const wait = (ms: number) => {
    waits.push(ms);
    return Promise.resolve();
  };
  return { waits, transport: new BackendApiTransport({ secretKey: SECRET_KEY, apiUrl, wait, ...options }) };
}

/** Any operation, for behaviour that all share. */
export function operation(overrides: Partial<Operation<unknown>> = {}): Operation<unknown> {
  return { operation: 'GetUser', method: 'GET', path: apiPath`/users/${'user_1'}`, ...overrides };
}

/** The error with which a promise rejects. */
export async function rejection(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error('The promise was not rejected.');
}
