import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

import type { DrawnExchange } from './drawn-exchange.js';
import type { ReceivedAnswer } from './exchange-client.js';
import { EXCHANGE_HEADER } from './recording-upstream.js';
import type { RecordedRequest } from './recording-upstream.js';

/** What came of one drawn request at one server. */
export interface Outcome {
  answer: ReceivedAnswer;
  /** What the Frontend API got. */
  requests: RecordedRequest[];
}

/** One thing that came out differently. `what` is such as `upstream x-forwarded-for` or `answer location`. */
export interface ProxyDifference {
  what: string;
  reference: string | undefined;
  ours: string | undefined;
}

/** A drawn request and what came of it at both. */
export interface ComparedExchange {
  exchange: DrawnExchange;
  reference: Outcome;
  ours: Outcome;
}

/** Headers of one connection: each hop has its own. That the body has arrived shows that its framing was right. */
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

/** Everything that has to be the same, as text. */
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
    // An answer of the proxy itself: its words and headers are its own.
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
