import { Readable } from 'node:stream';

import { UpstreamTimeoutError } from './upstream.js';
import type { SendUpstream } from './upstream.js';

/**
 * Sends requests with a custom `fetch`, such as that of `LocalClerk`.
 *
 * A body of GET or HEAD is not sent: `fetch` rejects it.
 *
 * @param timeoutMs - the time limit for the start of the Frontend API's response after it has the whole request, in
 *   milliseconds
 */
export function sendWithFetch(fetch: typeof globalThis.fetch, timeoutMs: number): SendUpstream {
  return async ({ url, method, headers, body, signal }) => {
    const sent = method === 'GET' || method === 'HEAD' ? undefined : body;
    const controller = new AbortController();
    const abort = () => controller.abort(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    let timer: NodeJS.Timeout | undefined;
    const startTimer = () => {
      timer = setTimeout(() => controller.abort(new UpstreamTimeoutError()), timeoutMs);
    };
    if (sent) sent.once('end', startTimer);
    else startTimer();

    try {
      const response = await fetch(url, {
        method,
        headers: [...headers].filter(([name]) => name !== 'content-length'),
        redirect: 'manual',
        signal: controller.signal,
        ...(sent && { body: Readable.toWeb(sent), duplex: 'half' }),
      });
      return { status: response.status, headers: decodedHeaders(response.headers), body: bodyOf(response) };
    } finally {
      sent?.off('end', startTimer);
      clearTimeout(timer);
    }
  };
}

/** `fetch` decodes the body, so that the two headers that describe the encoded one are wrong. */
function decodedHeaders(headers: Headers): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = Object.fromEntries(headers);
  delete fields['content-encoding'];
  delete fields['content-length'];
  if (headers.has('set-cookie')) fields['set-cookie'] = headers.getSetCookie();
  return fields;
}

function bodyOf(response: Response): Readable {
  return response.body ? Readable.fromWeb(response.body) : Readable.from([]);
}
