import type { ComparedExchange, ProxyDifference } from './compare.js';
import type { DrawnExchange } from './drawn-exchange.js';

/** The deliberate differences of our proxy to that of `@clerk/express`. */
export interface ProxyDeviation {
  name: string;
  /** The reason why our result is right. */
  reason: string;
  /** Matches the differences of this cause only. */
  explains(difference: ProxyDifference, compared: ComparedExchange): boolean;
}

/** Headers that `fetch` adds if the client does not send them; `sec-fetch-mode` for every client. */
const ADDED_BY_FETCH: Record<string, string> = {
  'upstream accept': '*/*',
  'upstream accept-language': '*',
  'upstream sec-fetch-mode': 'cors',
  'upstream user-agent': 'node',
};

const PUBLIC_URL_FACTS = [
  'upstream clerk-proxy-url',
  'upstream x-forwarded-host',
  'upstream x-forwarded-proto',
  'answer location',
];

export const PROXY_DEVIATIONS: ProxyDeviation[] = [
  {
    name: 'headers that fetch adds or replaces',
    reason:
      'Clerk would take `user-agent: node` for the browser of the user, and a navigation for a call of a script.',
    explains: ({ what, reference, ours }, { exchange }) => {
      const name = what.slice('upstream '.length);
      const sent = isNominated(exchange, name) ? undefined : header(exchange, name);
      const isReplaced = what === 'upstream sec-fetch-mode' || sent === undefined;
      return ADDED_BY_FETCH[what] === reference && reference !== undefined && isReplaced && ours === sent;
    },
  },
  {
    name: 'header without a value',
    reason: 'Clerk asks proxies to leave all headers intact. @clerk/express drops these.',
    explains: ({ what, reference, ours }) =>
      what.startsWith('upstream ') && reference === undefined && ours === '',
  },
  {
    name: 'every cookie of the answer',
    reason:
      '@clerk/express keeps the last Set-Cookie only: a browser would get the session without its client.',
    explains: ({ what, reference, ours }) =>
      what === 'answer set-cookie' && ours !== undefined && ours.endsWith(`\n${reference}`),
  },
  {
    name: 'length and encoding of the answer',
    reason:
      '@clerk/express decodes the body and drops its length. Ours passes both on, so that a client can tell a complete answer.',
    explains: ({ what, reference, ours }, { exchange, ours: { answer } }) => {
      if (what === 'answer content-encoding')
        return reference === undefined && ours === scripted(exchange, what);
      const isBodyLength = ours === undefined || ours === String(answer.body.length);
      return what === 'answer content-length' && (isBodyLength || ours === scripted(exchange, what));
    },
  },
  {
    name: 'body with a method other than POST, PUT and PATCH',
    reason: '@clerk/express drops it.',
    explains: ({ what, reference, ours }, { exchange }) =>
      what === 'upstream body' &&
      !['POST', 'PUT', 'PATCH'].includes(exchange.method) &&
      reference === '' &&
      ours === exchange.body.toString('latin1'),
  },
  {
    name: 'Expect: 100-continue',
    reason:
      "@clerk/express answers 502. Node's server has answered the expectation before the proxy sees the request.",
    explains: (_difference, { exchange, reference, ours }) =>
      header(exchange, 'expect') !== undefined &&
      reference.answer.status === 502 &&
      isAnswered(exchange, ours.answer.status),
  },
  {
    name: 'Proxy-Connection',
    reason:
      'It concerns one connection only (RFC 9110, 7.6.1), and HTTP/2 forbids it. @clerk/express passes it on.',
    explains: ({ what, ours }) => /^(upstream|answer) proxy-connection$/.test(what) && ours === undefined,
  },
  {
    name: 'the public URL',
    reason:
      'Ours is the one that handshakes use: X-Forwarded-Proto and X-Forwarded-Host count each on its own (many load balancers set the first only), only if they are a scheme and a host of the web, and in normal form; the host of an absolute request target does not.',
    explains: ({ what }, { exchange }) => PUBLIC_URL_FACTS.includes(what) && hasUnusualOrigin(exchange),
  },
  {
    name: 'path that begins with two slashes',
    reason:
      '@clerk/express takes its first part for a host and proxies the rest. It is a path of the application.',
    explains: (_difference, { exchange, ours }) =>
      /^\/[/\\]/.test(exchange.target) && ours.answer.status < 500 && ours.requests.length === 0,
  },
  {
    name: 'encoded slash beside two dots',
    reason: 'A server that decodes it would leave the path of the Frontend API with the secret key.',
    explains: (_difference, { exchange, ours }) =>
      /\.\.%2f|%2f\.\.|\.\.%5c|%5c\.\./i.test(exchange.target) &&
      ours.answer.status === 400 &&
      ours.requests.length === 0,
  },
  {
    name: 'Host that is invalid',
    reason:
      'A path or user info in it (RFC 9112, 3.2) would be dropped or end up in the URL of redirects: ours rejects it with 400 and a code.',
    explains: (_difference, { exchange, ours }) =>
      /[@/[]/.test(header(exchange, 'host')!.replace(/^\[::1\]/, '')) &&
      ours.answer.status === 400 &&
      ours.requests.length === 0,
  },
];

function header({ headers }: DrawnExchange, name: string): string | undefined {
  return headers.find(([other]) => other.toLowerCase() === name)?.[1];
}

/** A header of the Frontend API's response, by the name of the fact. */
function scripted({ answer }: DrawnExchange, what: string): string | undefined {
  return answer.headers.find(([name]) => `answer ${name.toLowerCase()}` === what)?.[1].toString();
}

function isNominated(exchange: DrawnExchange, name: string): boolean {
  return (header(exchange, 'connection') ?? '')
    .toLowerCase()
    .split(/\s*,\s*/)
    .includes(name);
}

/** Whether a status is the one that the Frontend API was told to send. */
function isAnswered({ answer }: DrawnExchange, status: number): boolean {
  return status === (answer.status || 502);
}

/** Whether the origin of a request differs from `Host`, or both forwarded headers are in normal form. */
function hasUnusualOrigin(exchange: DrawnExchange): boolean {
  const forwarded = ['x-forwarded-proto', 'x-forwarded-host'];
  if (!exchange.target.startsWith('/') || forwarded.some(name => isNominated(exchange, name))) return true;
  const scheme = header(exchange, 'x-forwarded-proto')?.split(',')[0]?.trim();
  const host = header(exchange, 'x-forwarded-host')?.split(',')[0]?.trim();
  if (scheme === undefined && host === undefined) return false;
  return !['http', 'https'].includes(scheme ?? '') || !/^[a-z.]+(:8443)?$/.test(host ?? '');
}
