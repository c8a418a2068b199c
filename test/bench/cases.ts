import type { ClerkInstance } from '../conformance/clerk-instance.js';
import { sessionCookies, signTokens } from './tokens.js';

/** A kind of request that is measured. */
export interface BenchCase {
  name: string;
  /** The status of a server that authenticates; the others respond 200. */
  status: 200 | 401;
  /** The requests of one round. `count` of them are sent, in rotation. */
  requests(instance: ClerkInstance, count: number): Promise<Buffer[]>;
}

const TOKENS_IN_ROTATION = 50;

export const CASES: BenchCase[] = [
  {
    name: 'warm Bearer',
    status: 200,
    requests: async instance => (await signTokens(instance, TOKENS_IN_ROTATION)).map(withBearer),
  },
  {
    name: 'warm cookie',
    status: 200,
    requests: async instance => {
      const tokens = await signTokens(instance, TOKENS_IN_ROTATION);
      return tokens.map(token => withCookies(token, instance));
    },
  },
  {
    name: 'first use of each token',
    status: 200,
    requests: async (instance, count) => (await signTokens(instance, count)).map(withBearer),
  },
  { name: 'signed out', status: 401, requests: async () => [request([])] },
];

function withBearer(token: string): Buffer {
  return request([`Authorization: Bearer ${token}`]);
}

function withCookies(token: string, instance: ClerkInstance): Buffer {
  return request([`Cookie: ${sessionCookies(token, instance)}`]);
}

function request(headers: string[]): Buffer {
  const head = [
    'GET /me HTTP/1.1',
    'Host: shop.example',
    'Accept: application/json',
    'Sec-Fetch-Dest: empty',
    ...headers,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n`);
}
