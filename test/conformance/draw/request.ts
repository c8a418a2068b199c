import type { RawRequest } from '../http-client.js';
import type { Random } from '../random.js';
import { drawAuthorization } from './authorization.js';
import type { DrawContext } from './context.js';
import { drawCookieLines } from './cookies.js';
import { drawTarget } from './target.js';

type HeaderLine = [name: string, value: string];

/** One request, headers in the order and multiplicity in which they go over the wire. */
export async function drawRequest(context: DrawContext): Promise<RawRequest> {
  const { random, space } = context;
  const navigates = space.handshakes && random.chance(0.4);
  const method = navigates ? 'GET' : drawMethod(random);
  const credentials = await drawCredentials(context);
  const headers: HeaderLine[] = [
    ['Host', random.weighted(HOSTS)],
    ...(navigates ? NAVIGATION : drawFetchMetadata(random)),
    ...drawForwardedHeaders(random),
    ...credentials,
    ...drawOtherHeaders(random),
  ];
  const request = { method, target: await drawTarget(context, method), headers };
  return space.handshakes ? request : withoutHandshakeParameters(request);
}

function drawMethod(random: Random): string {
  return random.weighted([
    [60, 'GET'],
    [12, 'POST'],
    [7, 'HEAD'],
    [5, 'OPTIONS'],
    [4, 'PUT'],
    [4, 'PATCH'],
    [4, 'DELETE'],
    [1, 'PROPFIND'],
    [1, 'TRACE'],
  ]);
}

async function drawCredentials(context: DrawContext): Promise<HeaderLine[]> {
  const carriers = context.random.weighted([
    [45, ['Authorization']],
    [42, ['Cookie']],
    [10, ['Authorization', 'Cookie']],
    [3, []],
  ]);
  const lines: HeaderLine[] = [];
  for (const carrier of carriers) {
    const values = carrier === 'Cookie' ? await drawCookieLines(context) : await drawAuthorization(context);
    lines.push(...values.map<HeaderLine>(value => [carrier, value]));
  }
  return lines;
}

const HOSTS = [
  [20, 'shop.example'],
  [4, 'localhost:3000'],
  [2, 'clerk.shop.example'],
  [1, '[::1]:3000'],
  [1, 'SHOP.example:443'],
  [1, 'shop.example:abc'],
  [1, 'user@shop.example'],
  [1, '127.1'],
  [1, ''],
] as const;

/** The headers of a browser that loads a page. */
const NAVIGATION: HeaderLine[] = [
  ['Sec-Fetch-Dest', 'document'],
  ['Accept', 'text/html,application/xhtml+xml,*/*;q=0.8'],
];

function drawFetchMetadata(random: Random): HeaderLine[] {
  const headers: HeaderLine[] = [];
  const destination = random.weighted([
    [5, undefined],
    [6, 'document'],
    [1, 'iframe'],
    [3, 'empty'],
    [1, 'image'],
    [1, 'Document'],
    [1, ''],
  ]);
  if (destination !== undefined) headers.push(['Sec-Fetch-Dest', destination]);
  const accept = random.weighted([
    [3, undefined],
    [4, 'text/html,application/xhtml+xml,*/*;q=0.8'],
    [3, 'application/json'],
    [2, '*/*'],
    [1, 'application/json, text/html'],
    [1, 'TEXT/HTML'],
    [1, 'text/htmlx'],
  ]);
  if (accept !== undefined) headers.push(['Accept', accept]);
  return headers;
}

function drawForwardedHeaders(random: Random): HeaderLine[] {
  if (random.chance(0.6)) return [];
  const headers: HeaderLine[] = [];
  if (random.chance(0.7)) {
    const hosts = random.pick([
      'app.shop.example',
      'app.shop.example, inner',
      ',app',
      '',
      ' ',
      'a b',
      'app:99999',
      'http://evil',
      'evil/path',
      'clerk.shop.example',
      '\u00e9.example',
    ]);
    headers.push(['X-Forwarded-Host', hosts]);
    if (random.chance(0.1)) headers.push(['X-Forwarded-Host', 'second.example']);
  }
  if (random.chance(0.7))
    headers.push([
      'X-Forwarded-Proto',
      random.pick([
        'https',
        'https',
        'http',
        'https,http',
        ',https',
        '',
        'HTTPS',
        'ftp',
        'javascript',
        'ht tp',
      ]),
    ]);
  if (random.chance(0.1)) headers.push(['CloudFront-Forwarded-Proto', random.pick(['https', 'http', ''])]);
  if (random.chance(0.1)) headers.push(['X-Forwarded-Port', '8443']);
  return headers;
}

function drawOtherHeaders(random: Random): HeaderLine[] {
  const headers: HeaderLine[] = [];
  if (random.chance(0.25))
    headers.push(['Origin', random.pick(['https://shop.example', 'https://other.example', 'null', ''])]);
  if (random.chance(0.3)) {
    headers.push([
      'Referer',
      random.pick([
        'https://shop.example/page',
        'http://shop.example/page',
        'https://satellite.example/',
        'https://happy-koala-42.clerk.accounts.dev/v1',
        'https://happy-koala-42.accounts.dev/sign-in',
        'https://accounts.foo.bar-13.lcl.dev/',
        'https://accounts.shop.example/sign-in',
        'https://accounts.evil.example/',
        'https://clerk.shop.example/v1/client',
        'not a url',
        '',
      ]),
    ]);
  }
  if (random.chance(0.2)) headers.push(['User-Agent', 'Mozilla/5.0']);
  if (random.chance(0.08)) {
    const name = random.pick([
      'x-clerk-auth-status',
      'x-clerk-auth-reason',
      'x-clerk-auth-token',
      'x-clerk-auth-message',
      'x-clerk-clerk-url',
      'x-clerk-redirect-to',
    ]);
    headers.push([name, random.pick(['signed-in', 'https://evil.example', ''])]);
  }
  return headers;
}

/** Whether the reference may answer this request with a redirect: only a GET that looks like a page load. */
export function isNavigation({ method, headers }: RawRequest): boolean {
  const header = (name: string) => headers.find(([other]) => other === name)?.[1];
  const destination = header('Sec-Fetch-Dest');
  if (method !== 'GET') return false;
  if (destination === 'document' || destination === 'iframe') return true;
  return !destination && !!header('Accept')?.startsWith('text/html');
}

/** The same request from a script instead of a page load, so that no handshake starts. */
function withoutHandshakeParameters(request: RawRequest): RawRequest {
  if (!isNavigation(request)) return request;
  const headers = request.headers.filter(([name]) => name !== 'Sec-Fetch-Dest' && name !== 'Accept');
  return { ...request, headers: [...headers, ['Sec-Fetch-Dest', 'empty']] };
}
