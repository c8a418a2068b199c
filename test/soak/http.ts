import { request as httpRequest } from 'node:http';

/** The longest that an application may take: more than it waits for Clerk's API, with a second key fetch. */
export const ANSWER_TIMEOUT_MS = 15_000;

/** A response of the application. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Sends one request to the application. Rejects if the response does not end within {@link ANSWER_TIMEOUT_MS}. */
export function send(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
    signal.addEventListener('abort', () => reject(new Error(`${method} ${path} was not answered`)));
    httpRequest({ port, host: '127.0.0.1', method, path, headers, signal }, response => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.once('error', reject);
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
    })
      .once('error', reject)
      .end(body);
  });
}
