import type { Readable } from 'node:stream';

/** The code of an error that the proxy itself answers with. */
export type ProxyErrorCode =
  'proxy_configuration_error' | 'proxy_path_mismatch' | 'proxy_request_failed' | 'proxy_request_timeout';

/** One of the `errors` in the JSON that the proxy itself answers with. */
export interface ProxyError {
  code: ProxyErrorCode;
  /** Says what is wrong; never an address, a key or the message of another error. */
  message: string;
}

/** An answer to the client. */
export interface ProxyResponse {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string | readonly string[]>;
  /** A stream fails with an error where the Frontend API's answer breaks off. */
  readonly body: Readable | Buffer;
}

/** Returns an answer of the proxy itself, in the form of the Frontend API's errors. */
export function proxyErrorResponse(status: number, code: ProxyErrorCode, message: string): ProxyResponse {
  const errors: ProxyError[] = [{ code, message }];
  return {
    status,
    headers: new Map([
      ['content-type', 'application/json'],
      ['cache-control', 'no-store'],
    ]),
    body: Buffer.from(JSON.stringify({ errors })),
  };
}
