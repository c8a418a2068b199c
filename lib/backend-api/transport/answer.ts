import type { Redact } from './redact.js';

/** What an answer carries. */
export type AnswerBody =
  | { kind: 'json'; json: unknown }
  | { kind: 'empty' }
  | { kind: 'invalid-json' | 'not-json' | 'redirect'; problem: string };

/** An answer of the API, read to its end. */
export interface Answer {
  ok: boolean;
  status: number;
  statusText: string;
  body: AnswerBody;
  /** The body as it came; redacted where {@link body} is. */
  text: string;
  /** Seconds, from `Retry-After`. */
  retryAfter: number | undefined;
  /** The edge's id of the request, for want of Clerk's own. */
  cfRay: string | undefined;
}

/** Reads a response. A failed one's text is redacted before anything else sees it: a proxy may echo the request. */
export async function readAnswer(response: Response, redact: Redact): Promise<Answer> {
  const { ok, status, headers } = response;
  const content = await response.text();
  const text = ok ? content : redact(content);
  return {
    ok,
    status,
    statusText: redact(response.statusText),
    body: readBody(status, redact(headers.get('content-type') ?? ''), text),
    text,
    retryAfter: retryAfterSeconds(headers.get('retry-after')),
    cfRay: headers.get('cf-ray') ?? undefined,
  };
}

function readBody(status: number, contentType: string, text: string): AnswerBody {
  if (status >= 300 && status < 400) {
    return { kind: 'redirect', problem: 'redirects are not followed, so that the key stays with the API' };
  }
  if (text === '') return { kind: 'empty' };

  const mediaType = contentType.split(';', 1)[0]!.trim();
  if (!/^[^/]+\/(.+\+)?json$/i.test(mediaType)) {
    return { kind: 'not-json', problem: `the answer is ${mediaType || 'of no media type'}, not JSON` };
  }
  try {
    return { kind: 'json', json: JSON.parse(text) as unknown };
  } catch {
    // The parser's own message is left out: it quotes the body.
    return { kind: 'invalid-json', problem: 'the answer is not valid JSON' };
  }
}

/** Seconds from now, out of either form of `Retry-After` (RFC 9110 §10.2.3). */
function retryAfterSeconds(header: string | null): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header)) return Number(header);
  // All date forms start with the day's name; Date.parse alone would take "-5" for a year.
  const date = /^[A-Z][a-z]{2}/.test(header) ? Date.parse(header) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - Date.now()) / 1000));
}
