import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

import type { DrawnExchange } from './drawn-exchange.js';
import type { ReceivedAnswer } from './exchange-client.js';
import { EXCHANGE_HEADER } from './recording-upstream.js';
import type { RecordedRequest } from './recording-upstream.js';

/** The result of one drawn request at one server. */
export interface Outcome {
  answer: ReceivedAnswer;
  /** The request that the Frontend API received. */
  requests: RecordedRequest[];
}

/** One difference. `what` is a name such as `upstream x-forwarded-for` or `answer location`. */
export interface ProxyDifference {
  what: string;
  reference: string | undefined;
  ours: string | undefined;
}

/** A drawn request and its result at both servers. */
export interface ComparedExchange {
  exchange: DrawnExchange;
  reference: Outcome;
  ours: Outcome;
}

/** Hop-by-hop headers. A body that arrives shows that its framing was right. */
const OF_THE_CONNECTION = ['connection', 'keep-alive', 'transfer-encoding'];
const NOT_SENT_ON = [...OF_THE_CONNECTION, 'content-length', EXCHANGE_HEADER];
const NOT_OF_THE_PROXY = [...OF_THE_CONNECTION, 'x-powered-by'];

export function proxyDifferences({ exchange, reference, ours }: ComparedExchange): ProxyDifference[] {
  const left = factsOf(reference, exchange);
  const right = factsOf(ours, exchange);
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter(what => left.get(what) !== right.get(what))
    .map(what => ({ what, reference: left.get(what), ours: right.get(what) }));
}

/** Everything that must be equal, as a string. */
function factsOf(
  { answer, requests }: Outcome,
  { method, answer: upstreamAnswer }: DrawnExchange,
): Map<string, string> {
  const facts = new Map([
    ['requests', String(requests.length)],
    ['status', String(answer.status)],
  ]);
  const [request] = requests;
  if (request) {
    facts.set('upstream request', `${request.method} ${request.url}`);
    facts.set('upstream body', request.body.toString('latin1'));
    for (const [name, values] of request.headers)
      if (!NOT_SENT_ON.includes(name)) facts.set(`upstream ${name}`, values.join(', '));
  }
  const code = errorCode(answer);
  if (code !== undefined || !request || upstreamAnswer.status === 0) {
    // A response of the proxy itself has its own message and headers.
    facts.set('code', code ?? '');
    return facts;
  }
  if (method !== 'HEAD') facts.set('answer body', decodedBody(answer).toString('latin1'));
  for (const [name, values] of answer.headers) {
    if (NOT_OF_THE_PROXY.includes(name)) continue;
    facts.set(`answer ${name}`, values.join(name === 'set-cookie' ? '\n' : ', '));
  }
  return facts;
}

function errorCode({ body }: ReceivedAnswer): string | undefined {
  const text = body.length < 1000 ? body.toString() : '';
  return /^\{"errors":\[\{"code":"(proxy_\w+)"/.exec(text)?.[1];
}

function decodedBody({ headers, body }: ReceivedAnswer): Buffer {
  if (body.length === 0) return body;
  switch (headers.get('content-encoding')?.[0]) {
    case 'gzip':
      return gunzipSync(body);
    case 'deflate':
      return inflateSync(body);
    case 'br':
      return brotliDecompressSync(body);
    default:
      return body;
  }
}
