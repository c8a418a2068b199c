/**
 * The part of an HTTP request that authentication needs.
 *
 * Not a web `Request`: making one, with its `Headers`, costs more than verifying a token.
 */
export interface IncomingRequest {
  /** The method in upper case. */
  readonly method: string;
  /** The request target as it was sent: a path with its query or, from a proxy, an absolute URL. */
  readonly target: string;
  /** Whether it came over TLS to this process. */
  readonly isEncrypted: boolean;
  /** One header by its lower-case name, several values joined as they are on the wire. */
  header(name: string): string | undefined;
  /** Every header; what refreshing a session passes on to Clerk. */
  allHeaders(): Iterable<[name: string, value: string]>;
}
