import type { Redact } from './redact.js';

/** The content of an answer. */
export type AnswerBody =
  | { kind: 'json'; json: unknown }
  | { kind: 'empty' }
  | { kind: 'invalid-json' | 'not-json' | 'redirect' | 'too-large'; problem: string };

/** An answer of the API, read to its end. */
export interface Answer {
  ok: boolean;
  status: number;
  statusText: string;
  body: AnswerBody;
  /** The body as text, redacted if {@link body} is; empty if the answer is too large. */
  text: string;
  /** Seconds, from `Retry-After`. */
  retryAfter: number | undefined;
  /** The edge's ID of the request, which identifies it to Clerk if the body has no trace ID. */
  cfRay: string | undefined;
}

/**
 * Reads a response.
 *
 * The text of a failed one is redacted first, because a proxy may echo the request.
 *
 * @param maxBytes - the limit for the decompressed body; reading stops there and the connection is closed
 */
export async function readAnswer(response: Response, redact: Redact, maxBytes: number): Promise<Answer> {
  const { ok, status, headers } = response;
  const content = await readText(response, maxBytes);
  const text = ok ? (content ?? '') : redact(content ?? '');
  return {
    ok,
    status,
    statusText: redact(response.statusText),
    body:
      content === undefined
        ? {
            kind: 'too-large',
            problem: `the answer is larger than ${maxBytes} bytes (option \`maxResponseBytes\`)`,
          }
        : readBody(status, redact(headers.get('content-type') ?? ''), text),
    text,
    retryAfter: retryAfterSeconds(headers.get('retry-after')),
    cfRay: headers.get('cf-ray') ?? undefined,
  };
}

/**
 * The text of a body; `undefined` if it is larger than the limit.
 *
 * `fetch` decompresses while it reads, so `Content-Length` says nothing about the size in memory: a few kilobytes of gzip
 * can become gigabytes. The decompressed bytes are counted instead.
 */
async function readText(response: Response, maxBytes: number): Promise<string | undefined> {
  // A `fetch` that an application supplies may return an object without a stream.
  if (typeof response.body?.getReader !== 'function') return withinLimit(await response.text(), maxBytes);

  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new TextDecoder().decode(Buffer.concat(chunks, bytes));
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      // Not awaited: the stream of a stalled peer may never confirm.
      reader.cancel().catch(() => undefined);
      return undefined;
    }
    chunks.push(value);
  }
}

function withinLimit(text: string, maxBytes: number): string | undefined {
  return Buffer.byteLength(text) > maxBytes ? undefined : text;
}

function readBody(status: number, contentType: string, text: string): AnswerBody {
  if (status >= 300 && status < 400) {
    return {
      kind: 'redirect',
      problem: 'redirects are not followed, because they would send the key elsewhere',
    };
  }
  if (text === '') return { kind: 'empty' };

  const mediaType = contentType.split(';', 1)[0]!.trim();
  if (!/^[^/]+\/(.+\+)?json$/i.test(mediaType)) {
    return { kind: 'not-json', problem: `the answer is ${mediaType || 'of no media type'}, not JSON` };
  }
  try {
    return { kind: 'json', json: JSON.parse(text) as unknown };
  } catch {
    // Without the message of the parser, which quotes the body.
    return { kind: 'invalid-json', problem: 'the answer is not valid JSON' };
  }
}

/** Seconds from now, from either form of `Retry-After` (RFC 9110 §10.2.3). */
function retryAfterSeconds(header: string | null): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header)) return Number(header);
  // All date forms begin with the name of the day; Date.parse alone would read "-5" as a year.
  const date = /^[A-Z][a-z]{2}/.test(header) ? Date.parse(header) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - Date.now()) / 1000));
}
