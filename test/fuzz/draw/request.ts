import { Random } from '../../conformance/random.js';
import { GLOBEX_ORIGIN, HOSTS, PROXY_PATH, WEBHOOK_PATH } from '../settings.js';
import { drawBody, drawGraphql, drawProxied, drawWebhook } from './bodies.js';
import type { DrawContext } from './context.js';
import { cookieSuffix, drawAuthorization, drawCookies, handshakePayload } from './credentials.js';
import type { DrawnRequest, HeaderField } from './drawn-request.js';
import { FORBIDDEN_CHARACTERS, mutatedText, oddText } from './noise.js';
import type { TenantName, TokenPool } from './token-pool.js';

/** Draws the requests of a run. The same seed, number and pool give the same request. */
export class RequestSource {
  private readonly suffixes: Record<TenantName, string>;

  constructor(
    private readonly seed: number,
    private readonly pool: TokenPool,
    private readonly signingSecret: string,
    publishableKeys: Record<TenantName, string>,
  ) {
    this.suffixes = {
      acme: cookieSuffix(publishableKeys.acme),
      globex: cookieSuffix(publishableKeys.globex),
    };
  }

  draw(number: number): DrawnRequest {
    const random = Random.from(this.seed, 'request', number);
    const request = newRequest(number);
    if (random.chance(0.06)) return this.plain(request, random);
    const site = random.weighted([
      [44, 'acme'],
      [40, 'globex'],
      [8, 'satellite'],
      [8, undefined],
    ]);
    const tenant = site === 'satellite' ? 'globex' : site;
    request.tenant = tenant;
    request.headers.push(['Host', site ? hostOf(HOSTS[site], random) : unknownHost(random)]);
    const context: DrawContext = {
      random,
      pool: this.pool,
      labels: request.labels,
      tenant,
      suffix: this.suffixes[tenant ?? 'acme'],
      isMachine: random.chance(0.1),
    };
    this.drawKind(request, context);
    if (random.chance(0.3)) drawForwarding(request, random);
    if (random.chance(0.25)) drawNoise(request, random);
    if (random.chance(0.12)) mutate(request, random);
    if (random.chance(0.15)) request.headers = random.shuffled(request.headers);
    // The parser of Node rejects other bytes in a target.
    if (/[^\0-\u007f]/.test(request.target)) request.endsConnection = true;
    return request;
  }

  private drawKind(request: DrawnRequest, context: DrawContext): void {
    const { random } = context;
    random.weighted([
      [46, () => drawApiCall(request, context)],
      [22, () => drawPageLoad(request, context)],
      [6, () => drawHandshakeReturn(request, context)],
      [7, () => drawWebhook(request, random, this.signingSecret)],
      [5, () => withCredentials(request, context, drawProxied)],
      [4, () => withCredentials(request, context, drawGraphql)],
      [3, () => drawMetadata(request, random)],
      [3, () => drawPreflight(request, random)],
    ])();
  }

  /** A request as any client sends it, with a valid token: it must be signed in. */
  private plain(request: DrawnRequest, random: Random): DrawnRequest {
    const token = random.pick(this.pool.valid);
    request.labels.add('plain');
    request.tenant = token.tenant;
    request.mustBe = token.identity;
    request.target = random.pick(['/open', '/guarded', '/guarded/any', '/anything/else?a=b']);
    request.headers.push(['Host', HOSTS[token.tenant]], ['Authorization', `Bearer ${token.text}`]);
    return request;
  }
}

function newRequest(number: number): DrawnRequest {
  return {
    number,
    method: 'GET',
    target: '/open',
    version: 'HTTP/1.1',
    headers: [],
    body: undefined,
    framing: 'length',
    labels: new Set(),
    tenant: undefined,
    mustBe: undefined,
    stubFault: undefined,
    endsConnection: false,
  };
}

function hostOf(host: string, random: Random): string {
  return random.weighted([
    [12, host],
    [1, `${host}:443`],
    [1, `${host}:8080`],
    [1, host.toUpperCase()],
  ]);
}

function unknownHost(random: Random): string {
  return random.weighted([
    [3, '127.0.0.1'],
    [2, 'evil.example'],
    [1, ''],
    [1, `${HOSTS.acme}.`],
    [1, `${HOSTS.acme}@evil.example`],
    [1, '[::1]:80'],
    [1, 'a b'],
    [1, 'x'.repeat(3000)],
    [1, '%00'],
    [1, 'h\u00f6st.example'],
  ]);
}

const METHODS = [
  'GET',
  'GET',
  'GET',
  'GET',
  'POST',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'HEAD',
  'OPTIONS',
] as const;
const ROUTES = [
  '/open',
  '/guarded',
  '/guarded/any',
  '/guarded/api-key',
  '/guarded/admin',
  '/guarded/invoices',
  '/guarded/recent',
  '/guarded/public',
  '/',
  '/anything',
  '/health',
  '/assets/a.js',
] as const;
const PAGES = ['/open', '/guarded', '/orgs/acme', '/orgs/globex', '/me/x', '/', '/guarded/admin'] as const;

function drawTarget(routes: readonly string[], random: Random): string {
  const path = random.pick(routes);
  const query = random.weighted([
    [8, ''],
    [3, '?a=b&c=%20d'],
    [1, `?q=${encodeURIComponent(oddText(random).slice(0, 500))}`],
    [1, `?${'a=b&'.repeat(200)}`],
  ]);
  return random.weighted([
    [30, () => path + query],
    [1, () => `/${path}${query}`],
    [1, () => `${path}/${query}`],
    [1, () => `http://${HOSTS.globex}${path}${query}`],
    [1, () => `https://evil.example${path}${query}`],
    [1, () => path.replace(/[a-z]/, letter => `%${letter.charCodeAt(0).toString(16)}`) + query],
    [1, () => `${path}/${asTarget(oddText(random))}`],
    [1, () => asTarget(mutatedText(path + query, random))],
    [1, () => `/x/${'a/'.repeat(1500)}`],
    [1, () => `/orgs/${'a/x/'.repeat(700)}`],
  ])();
}

/** Without what ends the target for a parser. */
function asTarget(text: string): string {
  const target = text.replace(/[\s\0-\u0020\u007f]/g, '');
  return target.startsWith('/') || /^https?:\/\//.test(target) ? target : `/${target}`;
}

function drawApiCall(request: DrawnRequest, context: DrawContext): void {
  const { random } = context;
  request.labels.add('api');
  request.method = random.pick(METHODS);
  request.target = random.chance(0.02) ? '/profile' : drawTarget(ROUTES, random);
  if (random.chance(0.8)) request.headers.push(...drawAuthorization(context));
  if (random.chance(0.3)) request.headers.push(...drawCookies(context));
  if (random.chance(0.3))
    request.headers.push(['Accept', random.pick(['application/json', '*/*', oddText(random)])]);
  if (random.chance(0.2))
    request.headers.push([
      'Origin',
      random.pick([GLOBEX_ORIGIN, 'null', 'https://evil.example', oddText(random)]),
    ]);
  const takesBody = ['POST', 'PUT', 'PATCH'].includes(request.method);
  if (takesBody && random.chance(0.5)) {
    if (random.chance(0.3)) request.target = '/echo';
    drawBody(request, random);
  } else if (random.chance(0.02)) drawBody(request, random);
}

function drawPageLoad(request: DrawnRequest, context: DrawContext): void {
  const { random } = context;
  request.labels.add('page');
  request.method = random.weighted([
    [10, 'GET'],
    [1, 'POST'],
    [1, 'HEAD'],
  ]);
  request.target = drawTarget(PAGES, random);
  const page: HeaderField[] = [
    ['Accept', 'text/html,application/xhtml+xml,*/*;q=0.8'],
    ['Sec-Fetch-Dest', random.pick(['document', 'document', 'iframe', 'empty'])],
    ['Sec-Fetch-Mode', 'navigate'],
    ['Sec-Fetch-Site', random.pick(['none', 'same-origin', 'same-site', 'cross-site', oddText(random)])],
    [
      'User-Agent',
      random.chance(0.9) ? 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36' : oddText(random),
    ],
  ];
  request.headers.push(...page.filter(() => random.chance(0.9)));
  if (random.chance(0.3))
    request.headers.push([
      'Referer',
      random.pick([`${GLOBEX_ORIGIN}/a`, 'https://accounts.globex.example/', 'about:blank', oddText(random)]),
    ]);
  if (random.chance(0.85)) request.headers.push(...drawCookies(context));
  if (random.chance(0.05)) request.headers.push(...drawAuthorization(context));
}

function drawHandshakeReturn(request: DrawnRequest, context: DrawContext): void {
  const { random } = context;
  drawPageLoad(request, context);
  request.labels.add('handshake');
  const name = random.pick([
    '__clerk_handshake',
    '__clerk_handshake',
    '__clerk_handshake_nonce',
    '__clerk_synced',
    '__clerk_db_jwt',
    '__clerk_help',
    '__clerk_hs_reason',
    '__clerk_created',
  ]);
  const value = name === '__clerk_handshake' ? handshakePayload(context) : oddText(random).slice(0, 300);
  const separator = request.target.includes('?') ? '&' : '?';
  request.target += `${separator}${name}=${random.chance(0.8) ? encodeURIComponent(value) : asTarget(value)}`;
  if (random.chance(0.1)) request.target += `&${name}=2`;
}

function withCredentials(
  request: DrawnRequest,
  context: DrawContext,
  draw: (request: DrawnRequest, random: Random) => void,
): void {
  draw(request, context.random);
  if (context.random.chance(0.6)) request.headers.push(...drawAuthorization(context));
  if (context.random.chance(0.3)) request.headers.push(...drawCookies(context));
}

function drawMetadata(request: DrawnRequest, random: Random): void {
  request.labels.add('metadata');
  const path = random.pick([
    '/.well-known/oauth-protected-resource',
    '/.well-known/oauth-authorization-server',
  ]);
  request.target = random.pick([
    path,
    `${path}/guarded/any`,
    `${path}/${asTarget(oddText(random))}`,
    `${path}?a=b`,
  ]);
  request.method = random.pick(['GET', 'GET', 'OPTIONS', 'POST', 'HEAD']);
}

function drawPreflight(request: DrawnRequest, random: Random): void {
  request.labels.add('preflight');
  request.method = 'OPTIONS';
  request.target = random.pick([...ROUTES, WEBHOOK_PATH, `${PROXY_PATH}/v1/client`]);
  request.headers.push(
    ['Origin', random.pick([GLOBEX_ORIGIN, 'https://evil.example', oddText(random)])],
    ['Access-Control-Request-Method', random.pick(['POST', oddText(random)])],
    ['Access-Control-Request-Headers', random.pick(['authorization', oddText(random)])],
  );
}

const FORWARDING = [
  'X-Forwarded-Proto',
  'X-Forwarded-Host',
  'X-Forwarded-Port',
  'X-Forwarded-For',
  'Forwarded',
  'CloudFront-Forwarded-Proto',
  'X-Real-IP',
  'CF-Connecting-IP',
  'X-Original-URL',
  'X-Rewrite-URL',
  'X-HTTP-Method-Override',
  'Via',
] as const;
const FORWARDED = [
  'https',
  'http',
  'https, http',
  'https,,',
  'ftp',
  'acme.example',
  'globex.example, evil.example',
  'evil.example/path',
  'user@evil.example',
  '443',
  '99999',
  '203.0.113.7, 10.0.0.1',
  'for=203.0.113.7;host=evil.example;proto=https',
  '[::1]:443',
] as const;

function drawForwarding(request: DrawnRequest, random: Random): void {
  request.labels.add('forwarded');
  for (const name of random.subset(FORWARDING, 0.25)) {
    request.headers.push([name, random.chance(0.8) ? random.pick(FORWARDED) : oddText(random)]);
  }
}

function drawNoise(request: DrawnRequest, random: Random): void {
  const fields = random.weighted<readonly (readonly [number, () => HeaderField[]])[]>([
    [4, () => [[`X-${random.identifier(8)}`, oddText(random)]]],
    [
      2,
      () => [
        ['Accept-Encoding', 'gzip'],
        ['If-None-Match', oddText(random)],
      ],
    ],
    [2, () => [['Access-Control-Request-Method', 'POST']]],
    [
      2,
      () => [
        ['Upgrade', 'websocket'],
        ['Sec-WebSocket-Key', 'x'],
      ],
    ],
    [
      1,
      () => [
        ['x-clerk-auth-status', 'signed-in'],
        ['x-clerk-auth-token', 'x'],
      ],
    ],
    [
      1,
      () => [
        ['__proto__', 'x'],
        ['constructor', 'x'],
        ['x-clerk-user-id', 'user_acme0'],
      ],
    ],
    [1, () => Array.from({ length: 150 }, (_, index) => [`X-N${index}`, 'v'])],
    [1, () => [['X-Long', 'l'.repeat(30_000)]]],
    [
      1,
      () => [
        ['Range', 'bytes=0-1'],
        ['TE', 'trailers'],
      ],
    ],
  ])();
  request.headers.push(...fields);
}

/** Changes that no client library would send; those that parsers reject end the connection. */
function mutate(request: DrawnRequest, random: Random): void {
  request.labels.add('mutated');
  const field = random.pick(request.headers);
  random.weighted([
    [6, () => void (field[1] = headerValue(mutatedText(field[1], random)))],
    [4, () => void (field[1] = oddText(random))],
    [3, () => request.headers.push([field[0], headerValue(mutatedText(field[1], random))])],
    [2, () => request.headers.push([...field])],
    [2, () => void (request.target = asTarget(mutatedText(request.target, random)))],
    [2, () => void (request.headers = request.headers.filter(other => other !== field))],
    [2, () => breaks(request, () => (field[1] += random.pick(FORBIDDEN_CHARACTERS)))],
    [1, () => breaks(request, () => (field[0] += random.pick([' ', '\t', ':', '(', ''])))],
    [
      1,
      () =>
        breaks(
          request,
          () => (request.version = random.pick(['HTTP/1.0', 'HTTP/1.2', 'HTTP/2.0', 'HTTP/0.9', 'http/1.1'])),
        ),
    ],
    [
      1,
      () =>
        breaks(
          request,
          () =>
            (request.method = random.pick([
              'get',
              'GETT',
              'TRACE',
              'CONNECT',
              'PRI',
              'PROPFIND',
              'QUERY',
              'X',
            ])),
        ),
    ],
    [
      1,
      () =>
        breaks(
          request,
          () => (request.target = random.pick(['*', '', 'open', '\u00e9', '/a b', '?', '#', '/\u0000'])),
        ),
    ],
    [
      1,
      () =>
        breaks(request, () =>
          request.headers.push(['Content-Length', random.pick(['5', '-1', 'x', '1e3', '0'])]),
        ),
    ],
    [
      1,
      () =>
        breaks(request, () =>
          request.headers.push([
            'Transfer-Encoding',
            random.pick(['chunked', 'gzip', 'identity', 'chunked, x']),
          ]),
        ),
    ],
    [1, () => breaks(request, () => request.headers.push(['Expect', random.pick(['100-continue', 'x'])]))],
    [
      1,
      () =>
        breaks(request, () =>
          request.headers.push(['Connection', random.pick(['close', 'upgrade', 'host', 'authorization'])]),
        ),
    ],
  ])();
  // What a repeated or changed Host, or one that is gone, means is the parser's to say.
  if (/^(host|connection|content-length|transfer-encoding|expect|upgrade|x-stub)/i.test(field[0])) {
    request.endsConnection = true;
    request.tenant = undefined;
  }
}

function breaks(request: DrawnRequest, change: () => unknown): void {
  change();
  request.endsConnection = true;
  request.tenant = undefined;
}

function headerValue(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are what a parser ends a header at
  return text.replace(/[\0-\u0008\u000a-\u001f\u007f]/g, '').replace(/[^\0-\u00ff]/g, '?');
}
