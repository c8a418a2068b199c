import type { Readable } from 'node:stream';

import type { HeaderFields } from './proxy-headers.js';

/** A request to the Frontend API. */
export interface UpstreamRequest {
  readonly url: URL;
  readonly method: string;
  readonly headers: ReadonlyMap<string, string>;
  /** The body as the client sends it; `undefined` without one. It is read no faster than it can be sent. */
  readonly body: Readable | undefined;
  /** Ends the exchange, whatever it has come to. */
  readonly signal: AbortSignal;
}

/** The answer of the Frontend API. Its body fails with an error if it breaks off. */
export interface UpstreamResponse {
  readonly status: number;
  readonly headers: HeaderFields;
  readonly body: Readable;
}

/**
 * Sends one request to the Frontend API. It follows no redirects and repeats nothing.
 *
 * @throws {@link UpstreamTimeoutError} (as a rejection) when the Frontend API is silent for too long, before or during
 *   its answer; any other error when it cannot be reached or the connection breaks
 */
export type SendUpstream = (request: UpstreamRequest) => Promise<UpstreamResponse>;

/** The Frontend API was silent for too long. */
export class UpstreamTimeoutError extends Error {}
