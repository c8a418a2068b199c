/** What a `WWW-Authenticate` header tells a client, besides that a Bearer token opens the route. */
export interface BearerChallenge {
  /** What is wrong with the token that was presented; nothing is said to who presented none (RFC 6750, section 3). */
  readonly error?: 'invalid_token' | 'insufficient_scope';
  /** For the author of the client. */
  readonly errorDescription?: string;
  /** The scopes that a token needs here. */
  readonly scopes?: readonly string[];
  /** The URL of the metadata that says where to get a token (RFC 9728, section 5.1). */
  readonly resourceMetadata?: string | undefined;
}

/**
 * The value of `WWW-Authenticate`. Whatever a client had put into a value cannot end it, or the header.
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

/** RFC 6750 allows neither quotes nor backslashes in its values, so that there is nothing to escape. */
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]|["\\]/g, '');
}
