import type { ClerkInstance } from '../conformance/clerk-instance.js';

/** A kind of request that is measured. */
export interface BenchCase {
  name: string;
  /** Status of a server that authenticates; the others answer 200. */
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

let tokensSigned = 0;

async function signTokens(instance: ClerkInstance, count: number): Promise<string[]> {
  const iat = Math.floor(Date.now() / 1000) - 5;
  const header = { alg: 'RS256', cat: 'cl_B7d4PD111AAA', kid: instance.kid, typ: 'JWT' };
  return Promise.all(
    Array.from({ length: count }, async () => {
      const number = tokensSigned++;
      const claims = {
        azp: 'https://shop.example',
        exp: iat + 3600,
        fva: [5, -1],
        iat,
        iss: instance.issuer,
        nbf: iat - 10,
        o: { id: 'org_acme', slg: 'acme', rol: 'admin', per: 'read,manage', fpm: '3' },
        fea: 'o:posts',
        pla: 'o:pro',
        sid: `sess_${number}`,
        sts: 'active',
        sub: `user_${number}`,
        v: 2,
      };
      const signingInput = `${encode(header)}.${encode(claims)}`;
      return `${signingInput}.${await instance.sign(signingInput)}`;
    }),
  );
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function withBearer(token: string): Buffer {
  return request([`Authorization: Bearer ${token}`]);
}

/** What a browser on a production instance sends: every cookie with and without the suffix. */
function withCookies(token: string, { cookieSuffix }: ClerkInstance): Buffer {
  const clientUat = Math.floor(Date.now() / 1000) - 1000;
  const cookies = [
    'theme=dark',
    `__client_uat=${clientUat}`,
    `__client_uat_${cookieSuffix}=${clientUat}`,
    `__session=${token}`,
    `__session_${cookieSuffix}=${token}`,
  ];
  return request([`Cookie: ${cookies.join('; ')}`]);
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
