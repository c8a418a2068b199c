import type { Readable } from 'node:stream';

import type { HeaderFields } from './proxy-headers.js';

/** A request to the Frontend API. */
export interface UpstreamRequest {
  readonly url: URL;
  readonly method: string;
  readonly headers: ReadonlyMap<string, string>;
  /** The body of the client; `undefined` without one. It is read no faster than it can be sent. */
  readonly body: Readable | undefined;
  /** Ends the exchange in any state. */
  readonly signal: AbortSignal;
}

/** The response of the Frontend API. Its body fails with an error if it breaks off. */
export interface UpstreamResponse {
  readonly status: number;
  readonly headers: HeaderFields;
  readonly body: Readable;
}

/**
 * Sends one request to the Frontend API, without following redirects or retrying.
 *
 * @throws {@link UpstreamTimeoutError} (as a rejection) if the Frontend API exceeds the time limit, before or during
 *   its response; any other error if it cannot be reached or the connection breaks
 */
export type SendUpstream = (request: UpstreamRequest) => Promise<UpstreamResponse>;

/** The Frontend API exceeded the time limit. */
export class UpstreamTimeoutError extends Error {}
