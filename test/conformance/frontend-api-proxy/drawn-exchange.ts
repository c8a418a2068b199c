import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

import { Random } from '../random.js';
import type { ProxyPath } from './subjects.js';

/** A request to the proxy, and the response of the Frontend API. */
export interface DrawnExchange {
  number: number;
  /** The version of HTTP for our servers; the reference supports 1.1 only. */
  version: 1 | 2;
  proxyPath: ProxyPath;
  method: string;
  target: string;
  headers: [name: string, value: string][];
  body: Buffer;
  framing: 'content-length' | 'chunked' | 'none';
  answer: DrawnAnswer;
}

export interface DrawnAnswer {
  /** 0 resets the connection. */
  status: number;
  headers: [name: string, value: string | string[]][];
  body: Buffer;
}

const METHODS = [
  [30, 'GET'],
  [30, 'POST'],
  [6, 'PATCH'],
  [6, 'PUT'],
  [8, 'DELETE'],
  [6, 'HEAD'],
  [5, 'OPTIONS'],
  [2, 'PROPFIND'],
] as const;

const PATHS = [
  '/v1/client',
  '/v1/client/handshake',
  '/v1/environment',
  '/v1/client/sessions/sess_1/tokens',
  '/v1/oauth_callback',
  '/npm/@clerk/clerk-js@5/dist/clerk.browser.js',
  '/',
  '',
  '//evil.example/x',
  '/\\evil.example\\x',
  '/@evil.example/',
  '/a/../b/./c',
  '/..%2fout',
  '/a%2f..%5Cout',
  '/%41%2Fb%20c',
  '/caf%C3%A9',
  '/a;b=c,d:e@f!$&()*+',
  "/q'uote",
  '/{a}|^`',
  '/[x]',
] as const;

const QUERIES = [
  '',
  '',
  '',
  '?',
  '?a=1&b=%20c',
  '?_clerk_js_version=5.0.0',
  '?redirect_url=https://a/b?c',
  "?a='b'&{c}",
  '?a=1#hash',
] as const;

/** Targets outside of the proxy's path. `PROXY` stands for its path. */
const ODD_TARGETS = [
  '//evil.examplePROXY/v1',
  '/\\evil.examplePROXY/v1',
  'http://evil.examplePROXY/v1/x',
  'http://app.examplePROXY//evil.example/x',
  'PROXYish/v1',
  'PROXY@evil.example/',
  'PROXY/../admin',
  'PROXY/%2e%2e/out',
  '/x/..PROXY/v1',
  '/apiPROXY/v1',
  '/',
] as const;

export function drawExchange(seed: number, number: number): DrawnExchange {
  const random = Random.from('frontend-api-proxy', seed, number);
  const version = random.pick([1, 2]);
  const proxyPath = random.pick<ProxyPath>(['/__clerk', '/auth/clerk']);
  const method = random.weighted(METHODS);
  const target = drawTarget(random, version, proxyPath);
  // The application responds itself to a body that it cannot parse.
  const mayHaveBody = target.startsWith(`${proxyPath}/`) && !/^\/[\w/]+\/(\.|%2e)/.test(target);
  const isUsual = ['POST', 'PUT', 'PATCH'].includes(method);
  const hasBody = mayHaveBody && random.chance(isUsual ? 0.85 : 0.15);
  return {
    number,
    version,
    proxyPath,
    method,
    target,
    headers: drawHeaders(random, version).filter(([name]) => mayHaveBody || name !== 'Content-Type'),
    body: hasBody ? drawBody(random) : Buffer.alloc(0),
    framing: hasBody
      ? random.pick(['content-length', 'chunked'])
      : random.pick(['none', 'none', mayHaveBody ? 'content-length' : 'none']),
    answer: drawAnswer(random),
  };
}

function drawTarget(random: Random, version: 1 | 2, proxyPath: ProxyPath): string {
  if (random.chance(0.06)) {
    const target = random.pick(ODD_TARGETS).replace('PROXY', proxyPath);
    // HTTP/2 has paths only.
    if (version === 1 || target.startsWith('/')) return target;
  }
  return `${proxyPath}${random.pick(PATHS)}${random.pick(QUERIES)}`;
}

function drawHeaders(random: Random, version: 1 | 2): [string, string][] {
  const headers: [string, string][] = [['Host', drawHost(random, version)]];
  const maybe = (probability: number, name: string, ...values: string[]) => {
    if (random.chance(probability)) headers.push([name, random.pick(values)]);
  };
  maybe(0.5, 'User-Agent', 'Mozilla/5.0', 'curl/8');
  maybe(0.5, 'Accept', 'application/json', '*/*', 'text/html,*/*;q=0.8');
  maybe(0.3, 'Accept-Language', 'de', 'en-GB,en;q=0.5');
  maybe(0.4, 'Accept-Encoding', 'gzip, deflate, br', 'identity', '*');
  maybe(0.3, 'Sec-Fetch-Mode', 'cors', 'navigate');
  maybe(0.5, 'Cookie', '__client=a; __session=b.c.d', '__client_uat=1');
  maybe(0.3, 'Authorization', 'Bearer a.b.c', 'Basic YTpi');
  maybe(0.4, 'Origin', 'https://app.example', 'null');
  maybe(
    0.3,
    'Content-Type',
    'application/x-www-form-urlencoded',
    'application/json',
    'multipart/form-data; boundary=x',
  );
  maybe(0.1, 'X-Latin', 'caf\u00e9', '\u00ff');
  maybe(0.1, 'X-Empty', '');
  maybe(0.1, 'Clerk-Secret-Key', 'sk_live_theirs');
  maybe(0.1, 'Clerk-Proxy-Url', 'https://evil.example/__clerk');
  maybe(0.3, 'X-Forwarded-For', '192.0.2.1', '192.0.2.1, 10.0.0.1', ', 10.0.0.1', '2001:db8::1');
  maybe(0.1, 'X-Real-IP', '192.0.2.2');
  maybe(0.1, 'CF-Connecting-IP', '192.0.2.3');
  if (random.chance(0.4)) {
    const odd = random.chance(0.2);
    const hosts = odd
      ? ['WWW.example:443', 'user@evil.example', 'evil.example/p?', '', 'a b']
      : ['www.example', 'www.example:8443, inner.example'];
    const schemes = odd ? ['HTTPS', 'javascript', 'ftp', ''] : ['https', 'https, http'];
    const both = random.chance(0.7);
    if (both || random.chance(0.5)) headers.push(['X-Forwarded-Host', random.pick(hosts)]);
    if (both || headers.at(-1)![0] !== 'X-Forwarded-Host')
      headers.push(['X-Forwarded-Proto', random.pick(schemes)]);
  }
  if (version === 2) return headers;
  maybe(
    0.2,
    'Connection',
    'keep-alive',
    'close',
    'close, X-Hop, Cookie',
    'Content-Length, Clerk-Secret-Key',
    'x-forwarded-host,X-Empty',
    'upgrade',
  );
  maybe(0.15, 'X-Hop', '1');
  maybe(0.1, 'Keep-Alive', 'timeout=5');
  maybe(0.1, 'TE', 'trailers');
  maybe(0.1, 'Proxy-Authorization', 'Basic YTpi');
  maybe(0.05, 'Proxy-Connection', 'keep-alive');
  maybe(0.03, 'Expect', '100-continue');
  return headers;
}

/** Node's HTTP/2 itself rejects an invalid authority. */
function drawHost(random: Random, version: 1 | 2): string {
  return version === 2 || random.chance(0.95)
    ? random.pick(['app.example', 'app.example:3000', 'APP.example', '127.0.0.1:80', '[::1]:3000'])
    : random.pick(['user@app.example', 'app.example/x', 'a[b']);
}

function drawBody(random: Random): Buffer {
  return random.pick([
    () => Buffer.from('identifier=a%40example.com&strategy=password'),
    () => Buffer.from('{"broken":'),
    () => Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
    () => Buffer.alloc(random.integer(200_000), 'x'),
    () => Buffer.from('0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n'),
  ])();
}

function drawAnswer(random: Random): DrawnAnswer {
  if (random.chance(0.03)) return { status: 0, headers: [], body: Buffer.alloc(0) };
  const status = random.weighted([
    [60, 200],
    [6, 201],
    [5, 204],
    [4, 304],
    [5, 302],
    [5, 307],
    [5, 401],
    [4, 404],
    [4, 422],
    [2, 429],
    [2, 500],
    [2, 503],
  ]);
  const headers: DrawnAnswer['headers'] = [['Date', 'Thu, 26 Nov 2026 12:00:00 GMT']];
  const maybe = (probability: number, name: string, ...values: (string | string[])[]) => {
    if (random.chance(probability)) headers.push([name, random.pick(values)]);
  };
  maybe(0.7, 'Content-Type', 'application/json', 'application/javascript; charset=utf-8');
  maybe(0.4, 'Set-Cookie', '__client=1; Path=/; HttpOnly', [
    '__client=1',
    '__client_uat=2; Expires=Thu, 26 Nov 2026 12:00:00 GMT',
    '__session=',
  ]);
  maybe(0.3, 'Cache-Control', 'no-store', 'public, max-age=60');
  maybe(0.2, 'Vary', 'Origin', ['Origin', 'Cookie']);
  maybe(0.2, 'Clerk-Trace-Id', 'trace');
  maybe(0.2, 'Access-Control-Allow-Origin', 'https://app.example');
  maybe(0.1, 'ETag', 'W/"1"');
  maybe(0.1, 'Retry-After', '10');
  maybe(0.1, 'X-Latin', 'caf\u00e9');
  maybe(0.15, 'Connection', 'close', 'close, X-Up');
  maybe(0.1, 'X-Up', '1');
  maybe(0.05, 'Proxy-Authenticate', 'Basic');
  maybe(0.05, 'Proxy-Connection', 'close');
  if (status >= 300 && status < 400 && status !== 304) {
    headers.push([
      'Location',
      random.pick([
        '/v1/x?a=1#b',
        'v1/y',
        'UPSTREAM/v1/z',
        'https://accounts.example/x',
        '//evil.example/x',
        'http://[',
        '?a',
        'mailto:a@b',
      ]),
    ]);
  }
  const plain = status === 204 || status === 304 ? Buffer.alloc(0) : drawAnswerBody(random);
  const [encoding, body] = encode(random, plain);
  if (encoding) headers.push(['Content-Encoding', encoding]);
  if (random.chance(0.6) && status !== 204 && status !== 304)
    headers.push(['Content-Length', String(body.length)]);
  return { status, headers, body };
}

function drawAnswerBody(random: Random): Buffer {
  return random.pick([
    () => Buffer.from('{"response":null,"client":{"object":"client"}}'),
    () => Buffer.alloc(0),
    () => Buffer.alloc(random.integer(300_000), 'y'),
    () => Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
  ])();
}

/** A server may compress against the request. */
function encode(random: Random, body: Buffer): [encoding: string | undefined, body: Buffer] {
  if (body.length === 0 || !random.chance(0.05)) return [undefined, body];
  return random.pick([
    () => ['gzip', gzipSync(body)] as [string, Buffer],
    () => ['deflate', deflateSync(body)] as [string, Buffer],
    () => ['br', brotliCompressSync(body)] as [string, Buffer],
  ])();
}
