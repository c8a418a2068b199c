import type { Readable } from 'node:stream';

/** The code of an error response of the proxy itself. */
export type ProxyErrorCode =
  'proxy_configuration_error' | 'proxy_path_mismatch' | 'proxy_request_failed' | 'proxy_request_timeout';

/** One entry of `errors` in the JSON of the proxy's own error responses. */
export interface ProxyError {
  code: ProxyErrorCode;
  /** A description of the error; never an address, a key or the message of another error. */
  message: string;
}

/** A response for the client. */
export interface ProxyResponse {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string | readonly string[]>;
  /** A stream fails with an error if the Frontend API's response breaks off. */
  readonly body: Readable | Buffer;
}

/** Returns an error response of the proxy itself, in the form of the Frontend API's errors. */
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
