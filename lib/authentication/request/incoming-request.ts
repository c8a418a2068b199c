/**
 * The part of an HTTP request that authentication needs.
 *
 * Not a web `Request`: creating one, with its `Headers`, costs more than verifying a token.
 */
export interface IncomingRequest {
  /** The method in upper case. */
  readonly method: string;
  /** The request target as received: a path with its query or, from a proxy, an absolute URL. */
  readonly target: string;
  /** Whether the request reached this process over TLS. */
  readonly isEncrypted: boolean;
  /** One header by its lower-case name, with several values joined as on the wire. */
  header(name: string): string | undefined;
  /** Every header, which the refresh of a session sends to Clerk. */
  allHeaders(): Iterable<[name: string, value: string]>;
}
