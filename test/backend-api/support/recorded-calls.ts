import type { RecordedRequest } from './recording-server.js';

/** The parts of a request that matter to a server. The media type of a GET, which has no body, does not. */
export function essentials({ method, path, query, body, headers }: RecordedRequest) {
  const contentType = headers['content-type'] ?? '';
  const boundary = /boundary=(.+)$/.exec(contentType)?.[1];
  return {
    method,
    path,
    query,
    body: boundary ? body.split(`--${boundary}`).sort() : parsed(body),
    authorization: headers.authorization,
    version: headers['clerk-api-version'],
    idempotencyKey: headers['idempotency-key'],
    forwardedHost: headers['x-forwarded-host'],
    contentType: method === 'GET' ? undefined : contentType.replace(boundary ?? '', 'BOUNDARY'),
  };
}

function parsed(body: string): unknown {
  return body === '' ? undefined : (JSON.parse(body) as unknown);
}

/** Makes a call and records its requests, in an order that does not depend on which came first. */
export async function record(server: { requests: RecordedRequest[] }, call: () => Promise<unknown>) {
  const before = server.requests.length;
  let result: unknown;
  let failure: unknown;
  try {
    result = await call();
  } catch (error) {
    failure = error;
  }
  const requests = server.requests.slice(before).map(essentials);
  requests.sort((a, b) => (a.method + a.path).localeCompare(b.method + b.path));
  return { result, failure, requests };
}

/**
 * The fields of an object with a value, computed ones included, at every level. `_raw` is internal to the reference,
 * and `message` of an error is compared elsewhere.
 */
export function fieldsOf(value: unknown): unknown {
  if (value instanceof URL) return { href: value.href };
  if (Array.isArray(value)) return value.map(fieldsOf);
  if (typeof value !== 'object' || value === null) return value;
  const prototype = Object.getPrototypeOf(value) as object;
  const getters = Object.entries(Object.getOwnPropertyDescriptors(prototype)).filter(([, { get }]) => get);
  const own = Object.getOwnPropertyNames(value);
  const names = new Set([...own, ...getters.map(([name]) => name)]);
  return Object.fromEntries(
    [...names]
      .filter(name => name !== '_raw' && name !== '__proto__')
      .map(name => [name, fieldsOf((value as Record<string, unknown>)[name])])
      .filter(([, field]) => field !== undefined),
  );
}
