import type { ClerkInstance } from '../conformance/clerk-instance.js';

let tokensSigned = 0;

/** Signs the tokens of an instance. */
export interface TokenSigner {
  readonly issuer: string;
  readonly kid: string;
  signToken(header: object, claims: object): Promise<string>;
}

/**
 * Signs session tokens, each of another user.
 *
 * @param more - claims that replace the usual ones
 */
export async function signTokens(
  instance: ClerkInstance | TokenSigner,
  count: number,
  more: object = {},
): Promise<string[]> {
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
        ...more,
      };
      if ('signToken' in instance) return instance.signToken(header, claims);
      const signingInput = `${encode(header)}.${encode(claims)}`;
      return `${signingInput}.${await instance.sign(signingInput)}`;
    }),
  );
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** The cookies of a browser with a production instance: every cookie with and without the suffix. */
export function sessionCookies(token: string, { cookieSuffix }: ClerkInstance): string {
  const clientUat = Math.floor(Date.now() / 1000) - 1000;
  const cookies = [
    'theme=dark',
    `__client_uat=${clientUat}`,
    `__client_uat_${cookieSuffix}=${clientUat}`,
    `__session=${token}`,
    `__session_${cookieSuffix}=${token}`,
  ];
  return cookies.join('; ');
}
