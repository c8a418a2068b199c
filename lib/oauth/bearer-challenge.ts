/** The parameters of a `WWW-Authenticate` header besides the scheme. */
export interface BearerChallenge {
  /** The error of the presented token; missing without a token (RFC 6750, section 3). */
  readonly error?: 'invalid_token' | 'insufficient_scope';
  /** A description for the developer of the client. */
  readonly errorDescription?: string;
  /** The scopes that the route requires. */
  readonly scopes?: readonly string[];
  /** The URL of the metadata, which says where to get a token (RFC 9728, section 5.1). */
  readonly resourceMetadata?: string | undefined;
}

/**
 * The value of `WWW-Authenticate`. No value from a client can end its quotes, or the header.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-3
 */
export function bearerChallenge({
  error,
  errorDescription,
  scopes,
  resourceMetadata,
}: BearerChallenge): string {
  // Every request without a token gets this one.
  if (!error && !errorDescription && !scopes && !resourceMetadata) return 'Bearer realm="Clerk"';
  const parameters = [
    ['resource_metadata', resourceMetadata],
    ['realm', 'Clerk'],
    ['error', error],
    ['error_description', errorDescription],
    ['scope', scopes?.join(' ')],
  ] as const;
  const given = parameters.flatMap(([name, value]) => (value ? [`${name}="${printable(value)}"`] : []));
  return `Bearer ${given.join(', ')}`;
}

/** RFC 6750 allows neither quotes nor backslashes in its values, so there is nothing to escape. */
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]|["\\]/g, '');
}
