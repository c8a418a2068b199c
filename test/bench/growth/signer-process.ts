/**
 * Signs session tokens and writes one a line to stdout, until its parent stops reading:
 * `signer-process.ts <count> <prefix of the ids>`, with the private key, the key id and the issuer as JSON on stdin.
 */
import { createPrivateKey, sign } from 'node:crypto';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { text } from 'node:stream/consumers';

/** What a signer receives. */
export interface SignerInput {
  readonly privateKey: string;
  readonly kid: string;
  readonly issuer: string;
}

const TOKENS_PER_WRITE = 100;

// Other programs on the machine come first.
setPriority(15);
const [count, prefix] = process.argv.slice(2);
const { privateKey, kid, issuer } = JSON.parse(await text(process.stdin)) as SignerInput;
const key = createPrivateKey(privateKey);
const header = encode({ alg: 'RS256', cat: 'cl_B7d4PD111AAA', kid, typ: 'JWT' });

let lines = '';
for (let number = 1; number <= Number(count); number++) {
  lines += `${signToken(`${prefix}${number}`)}\n`;
  if (number % TOKENS_PER_WRITE !== 0 && number !== Number(count)) continue;
  if (!process.stdout.write(lines)) await once(process.stdout, 'drain');
  lines = '';
}

function signToken(id: string): string {
  const iat = Math.floor(Date.now() / 1000) - 5;
  const claims = {
    azp: 'https://shop.example',
    exp: iat + 3600,
    fva: [5, -1],
    iat,
    iss: issuer,
    nbf: iat - 10,
    o: { id: `org_${id}`, slg: `acme-${id}`, rol: 'admin', per: 'read,manage', fpm: '3' },
    fea: 'o:posts',
    pla: 'o:pro',
    sid: `sess_${id}`,
    sts: 'active',
    sub: `user_${id}`,
    v: 2,
  };
  const signedPart = `${header}.${encode(claims)}`;
  return `${signedPart}.${sign('sha256', Buffer.from(signedPart), key).toString('base64url')}`;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
