import { canParseUrl } from '../helpers/can-parse-url.js';

/** Headers of a message by their names in lower case. Only `set-cookie` has several values. */
export type HeaderFields = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Hop-by-hop headers (RFC 9110, 7.6.1), and `expect`, which Node's server has answered before the request arrives.
 */
const CONNECTION_HEADERS = new Set([
  'connection',
  'expect',
  'http2-settings',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** The input for the headers of a request to the Frontend API. */
export interface ForwardedRequest {
  /** The headers of the client's request. */
  readonly headers: HeaderFields;
  /** The scheme and the host that the client used, such as `https://example.com`. */
  readonly publicOrigin: string;
  readonly proxyUrl: string;
  readonly secretKey: string;
}

/** Returns the headers of the request to the Frontend API. `host` follows from its URL. */
export function requestHeaders(request: ForwardedRequest): Map<string, string> {
  const { headers, publicOrigin, proxyUrl, secretKey } = request;
  const forwarded = new Map<string, string>();
  for (const [name, value] of endToEndHeaders(headers)) {
    // The request line of HTTP/2 is in fields that begin with a colon.
    if (name !== 'host' && !name.startsWith(':')) forwarded.set(name, asString(value));
  }

  // The client's headers with these names are always replaced.
  forwarded.set('clerk-proxy-url', proxyUrl);
  forwarded.set('clerk-secret-key', secretKey);
  // The application may compress its responses: without this those of the Frontend API would be compressed twice.
  forwarded.set('accept-encoding', 'identity');
  const { host, protocol } = new URL(publicOrigin);
  if (!forwarded.has('x-forwarded-host')) forwarded.set('x-forwarded-host', host);
  if (!forwarded.has('x-forwarded-proto')) forwarded.set('x-forwarded-proto', protocol.slice(0, -1));
  const address = clientAddress(headers);
  if (address) forwarded.set('x-forwarded-for', address);
  return forwarded;
}

/** Returns the headers of the response to the client. Redirects to the Frontend API become redirects to the proxy. */
export function responseHeaders(
  headers: HeaderFields,
  frontendApiUrl: URL,
  proxyUrl: string,
): Map<string, string | readonly string[]> {
  const answered = new Map(endToEndHeaders(headers));
  const location = answered.get('location');
  if (location !== undefined)
    answered.set('location', proxiedLocation(asString(location), frontendApiUrl, proxyUrl));
  return answered;
}

function* endToEndHeaders(
  headers: HeaderFields,
): Iterable<[name: string, value: string | readonly string[]]> {
  const connectionOptions = new Set(
    asString(headers['connection'] ?? '')
      .split(',')
      .map(name => name.trim().toLowerCase()),
  );
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !CONNECTION_HEADERS.has(name) && !connectionOptions.has(name))
      yield [name, value];
  }
}

/**
 * The address of the client from the first of these headers that is present. A CDN or a reverse proxy sets them;
 * without one, a client can send any.
 */
function clientAddress(headers: HeaderFields): string | undefined {
  const single = headers['cf-connecting-ip'] || headers['x-real-ip'];
  if (single) return asString(single);
  return asString(headers['x-forwarded-for'] ?? '')
    .split(',')[0]
    ?.trim();
}

function proxiedLocation(location: string, frontendApiUrl: URL, proxyUrl: string): string {
  if (!canParseUrl(location, frontendApiUrl.href)) return location;
  const { host, pathname, search, hash } = new URL(location, frontendApiUrl);
  return host === frontendApiUrl.host ? `${proxyUrl}${pathname}${search}${hash}` : location;
}

function asString(value: string | readonly string[]): string {
  return typeof value === 'string' ? value : value.join(', ');
}
