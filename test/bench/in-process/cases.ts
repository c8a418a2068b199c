import type { ClerkInstance } from '../../conformance/clerk-instance.js';
import { sessionCookies, signTokens } from '../tokens.js';

/** A kind of request that is measured in process. */
export interface InProcessCase {
  readonly name: string;
  readonly isRejected: boolean;
  /** Whether every token is used once. */
  readonly isFirstUse: boolean;
  /** The headers of the requests of one round, in rotation. */
  headers(instance: ClerkInstance, count: number): Promise<object[]>;
}

const TOKENS_IN_ROTATION = 50;

const withBearer = (token: string) => ({ host: 'shop.example', authorization: `Bearer ${token}` });

export const CASES: readonly InProcessCase[] = [
  {
    name: 'warm Bearer',
    isRejected: false,
    isFirstUse: false,
    headers: async instance => (await signTokens(instance, TOKENS_IN_ROTATION)).map(withBearer),
  },
  {
    name: 'warm cookie',
    isRejected: false,
    isFirstUse: false,
    headers: async instance =>
      (await signTokens(instance, TOKENS_IN_ROTATION)).map(token => ({
        host: 'shop.example',
        'sec-fetch-dest': 'empty',
        cookie: sessionCookies(token, instance),
      })),
  },
  {
    name: 'rejection without token',
    isRejected: true,
    isFirstUse: false,
    headers: async () => [{ host: 'shop.example', 'sec-fetch-dest': 'empty' }],
  },
  {
    name: 'first use of each token',
    isRejected: false,
    isFirstUse: true,
    headers: async (instance, count) => (await signTokens(instance, count)).map(withBearer),
  },
];
