import { signWebhook } from '../../../lib/testing/index.js';
import type { Random } from '../../conformance/random.js';
import type { DrawnRequest, HeaderField } from './drawn-request.js';
import { oddText } from './noise.js';
import { PROXY_PATH, STUB_HEADER, WEBHOOK_PATH } from '../settings.js';

/** Faults of the Frontend API that the stub has on demand, and the answers that they may lead to. */
export const STUB_FAULTS = {
  reset: [502],
  silent: [504],
  short: [502],
  garbage: [502],
  unavailable: [503],
  'broken-off': [200, 502],
  slow: [200],
  redirect: [302],
  cookies: [200],
  compressed: [200],
} as const;

export function drawBody(request: DrawnRequest, random: Random): void {
  const [type, body] = random.weighted([
    [6, () => ['application/json', JSON.stringify({ name: 'x', list: [1, 2, 3], text: oddText(random) })]],
    [2, () => ['application/json', '{"a":']],
    [1, () => ['application/json', '['.repeat(5000)]],
    [1, () => ['application/json', '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":1}}}']],
    [1, () => ['application/json; charset=utf-16', '{"a":1}']],
    [1, () => ['application/json;charset="', '{}']],
    [2, () => ['application/x-www-form-urlencoded', `a=1&b[c]=2&${'d[]=3&'.repeat(random.integer(300))}`]],
    [1, () => ['application/x-www-form-urlencoded', `a${'[b]'.repeat(400)}=1`]],
    [
      1,
      () => [
        'multipart/form-data; boundary=x',
        '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--',
      ],
    ],
    [1, () => ['text/plain', oddText(random)]],
    [1, () => ['application/json', `"${'x'.repeat(90_000)}"`]],
    [1, () => [oddText(random), 'x']],
  ])() as [string, string];
  request.labels.add('body');
  request.headers.push(['Content-Type', type]);
  if (random.chance(0.03))
    request.headers.push(['Content-Encoding', random.pick(['gzip', 'br', 'identity', 'x'])]);
  request.body = Buffer.from(body, 'latin1');
  request.framing = random.chance(0.25) ? 'chunked' : 'length';
  // Node rejects a chunked body of some kinds, and body parsers close connections on what they do not read.
  if (request.body.length > 60_000 || request.framing === 'chunked') request.endsConnection = true;
}

const QUERIES = [
  '{ who { id type } }',
  '{ guardedWho { id type } }',
  '{ who { id',
  '{ a: who { id } b: guardedWho { type } }',
  '{__schema{types{name}}}',
];

export function drawGraphql(request: DrawnRequest, random: Random): void {
  request.labels.add('graphql');
  request.method = 'POST';
  request.target = '/graphql';
  const payload = random.weighted([
    [8, () => ({ query: random.pick(QUERIES) })],
    [1, () => ({ query: oddText(random), variables: { a: oddText(random) } })],
    [1, () => ({ query: `{ ${'who { id } '.repeat(50)} }` })],
    [1, () => [{ query: '{ who { id } }' }]],
    [1, () => ({ query: null, operationName: 7 })],
  ])();
  request.headers.push(['Content-Type', 'application/json']);
  request.body = Buffer.from(JSON.stringify(payload));
}

const EVENT_TYPES = [
  'user.created',
  'user.updated',
  'session.created',
  'organization.deleted',
  'fuzz.unknown',
];

/** A delivery of a webhook: one in two as Clerk sends it, else changed in one place. */
export function drawWebhook(request: DrawnRequest, random: Random, signingSecret: string): void {
  request.labels.add('webhook');
  request.method = random.chance(0.95) ? 'POST' : 'PUT';
  request.target = random.weighted([
    [10, WEBHOOK_PATH],
    [1, `${WEBHOOK_PATH}/`],
    [1, `${WEBHOOK_PATH}?a=b`],
    [1, `/${WEBHOOK_PATH}`],
  ]);
  const event = { type: random.pick(EVENT_TYPES), data: { id: 'user_x', text: oddText(random) } };
  const id = random.chance(0.1) ? 'msg_same' : `msg_${random.identifier(20)}`;
  const signedAt = random.chance(0.9) ? Date.now() : Date.now() - random.integer(10_000_000);
  const signed = signWebhook(event, { signingSecret, id, signedAt });
  const headers = Object.entries(signed.headers) as HeaderField[];
  request.headers.push(...headers);
  request.body = Buffer.from(signed.body);
  request.framing = random.chance(0.2) ? 'chunked' : 'length';
  if (random.chance(0.5)) return;
  request.labels.add('tampered webhook');
  random.weighted([
    [3, () => void (request.body = Buffer.from(`${signed.body} `))],
    [2, () => void (request.body = Buffer.alloc(0))],
    [2, () => void (request.body = Buffer.from('\ufeff{"type":7}'))],
    [1, () => void (request.body = Buffer.alloc(70_000, 'x'))],
    [
      4,
      () => {
        const field = random.pick(request.headers.filter(([name]) => name.startsWith('svix-')));
        field[1] = oddText(random);
      },
    ],
    [2, () => request.headers.push(['svix-signature', `v1,${oddText(random)} v1a,${oddText(random)}`])],
    [2, () => void (request.headers = request.headers.filter(() => random.chance(0.8)))],
    [
      1,
      () =>
        request.headers.push(['webhook-id', id], ['webhook-timestamp', '1'], ['webhook-signature', 'v1,x']),
    ],
  ])();
  if ((request.body?.length ?? 0) > 60_000) request.endsConnection = true;
}

const PROXY_PATHS = [
  '/v1/client',
  '/v1/environment',
  '/v1/client/sessions/sess_1/tokens',
  '/npm/@clerk/clerk-js@5/dist/x.js',
  '',
  '/',
  '//evil.example/',
  '/%2e%2e/x',
  '/..%2f..%2fv1',
  '/\\evil.example',
  '/v1/x%00',
];

export function drawProxied(request: DrawnRequest, random: Random): void {
  request.labels.add('proxied');
  request.method = random.pick(['GET', 'GET', 'GET', 'POST', 'POST', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD']);
  request.target = `${PROXY_PATH}${random.pick(PROXY_PATHS)}${random.chance(0.4) ? `?_method=PATCH&x=${encodeURIComponent(oddText(random).slice(0, 200))}` : ''}`;
  if (random.chance(0.35)) {
    // Those that take time are rare, or the run would be about waiting.
    const fault = random.weighted([
      [8, 'reset'],
      [0.3, 'silent'],
      [8, 'short'],
      [3, 'garbage'],
      [4, 'unavailable'],
      [3, 'broken-off'],
      [2, 'slow'],
      [4, 'redirect'],
      [4, 'cookies'],
      [4, 'compressed'],
    ]);
    request.stubFault = fault;
    request.headers.push([STUB_HEADER, fault]);
    // Its answer breaks off, and with it the connection.
    if (fault === 'broken-off') request.endsConnection = true;
  }
  if (random.chance(0.1))
    request.headers.push(['Connection', random.pick(['x-own, keep-alive', 'content-length', 'cookie'])]);
  if (request.method === 'POST' || request.method === 'PATCH' || random.chance(0.1)) {
    request.headers.push(['Content-Type', 'application/x-www-form-urlencoded']);
    request.body = Buffer.from(
      random.chance(0.9) ? `identifier=${oddText(random)}` : 'x'.repeat(200_000),
      'latin1',
    );
    request.framing = random.chance(0.3) ? 'chunked' : 'length';
  }
}
