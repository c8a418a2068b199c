import { subscribe, unsubscribe } from 'node:diagnostics_channel';

import type { ClerkAuthenticationEvent } from '../authentication/authentication-event.js';
import type { ClerkBackendApiEvent } from '../backend-api/transport/observation.js';
import type { ClerkCacheEvent } from '../cache/cached-kind.js';
import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';
import { once } from '../helpers/once.js';
import { PACKAGE_VERSION } from '../backend-api/version.js';

/** What is sent to OpenTelemetry. */
export interface OpenTelemetryOptions {
  /** Whether authentications and calls of the Backend API are spans. @defaultValue true */
  spans?: boolean;
  /** Whether they are counted, and their durations recorded. @defaultValue true */
  metrics?: boolean;
}

const SCOPE = 'nest-clerk';
/** Those of the semantic conventions for HTTP, in seconds. */
const HTTP_BOUNDARIES = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
/** A token that is known is verified in microseconds, one that is not by a call. */
const AUTHENTICATION_BOUNDARIES = [0.00001, 0.0001, 0.001, ...HTTP_BOUNDARIES];

/**
 * Sends authentications and calls of the Backend API to OpenTelemetry: spans below those of the request, and metrics. No ID,
 * token or key is an attribute.
 *
 * It applies to the whole process, once for all callers, and until each of them has ended it. In a Nest application the option
 * `openTelemetry` of {@link ClerkModule} calls it. The SDK of OpenTelemetry is the application's, and is started before the
 * first request.
 *
 * @returns a function that ends it
 * @throws {@link ClerkConfigurationError} `option_invalid` (as a rejection), if `@opentelemetry/api` is not installed
 * @example
 * ```ts
 * const disable = await enableOpenTelemetry({ spans: false });
 * ```
 * @see https://opentelemetry.io/docs/specs/semconv/http/
 */
export async function enableOpenTelemetry(options: OpenTelemetryOptions = {}): Promise<() => void> {
  assertOpenTelemetry(options);
  const api = await loadApi();
  const { spans = true, metrics = true } = options;
  const ends = [
    spans && shared('spans', () => subscribeSpans(api)),
    metrics && shared('metrics', () => subscribeMetrics(api)),
  ];
  return once(() => {
    for (const end of ends) if (end) end();
  });
}

/** @throws {@link ClerkConfigurationError} `option_invalid` */
export function assertOpenTelemetry(options: unknown): void {
  if (options === undefined || typeof options === 'boolean') return;
  const isObject = typeof options === 'object' && options !== null && !Array.isArray(options);
  const values = isObject ? Object.entries(options) : undefined;
  const isValid = values?.every(
    ([name, value]) => ['spans', 'metrics'].includes(name) && ['boolean', 'undefined'].includes(typeof value),
  );
  if (isValid) return;
  throw new ClerkConfigurationError(
    'option_invalid',
    '`openTelemetry` is true, false or an object such as { spans: true, metrics: false }.',
  );
}

async function loadApi() {
  try {
    return await import('@opentelemetry/api');
  } catch (cause) {
    throw new ClerkConfigurationError(
      'option_invalid',
      'OpenTelemetry is enabled, and the package @opentelemetry/api is not installed: npm install @opentelemetry/api',
      { cause },
    );
  }
}

type Api = Awaited<ReturnType<typeof loadApi>>;
type Attributes = Record<string, string | number>;

/** Two applications in a process must not count everything twice. */
const subscriptions = new Map<string, { users: number; end: () => void }>();

function shared(name: string, start: () => () => void): () => void {
  const known = subscriptions.get(name) ?? { users: 0, end: start() };
  known.users++;
  subscriptions.set(name, known);
  return () => {
    if (--known.users > 0) return;
    known.end();
    subscriptions.delete(name);
  };
}

/** Subscribes to the channels. @returns a function that ends it */
function listen(listeners: Readonly<Record<string, (event: unknown) => void>>): () => void {
  const entries = Object.entries(listeners).map(([channel, listener]): [string, (event: unknown) => void] => [
    channel,
    event => {
      try {
        listener(event);
      } catch {
        // Node would end the process, because of an SDK that cannot record.
      }
    },
  ]);
  for (const [channel, listener] of entries) subscribe(channel, listener);
  return () => {
    for (const [channel, listener] of entries) unsubscribe(channel, listener);
  };
}

/** Spans are made when they have ended, in the asynchronous context of what they belong to. */
function subscribeSpans(api: Api): () => void {
  const tracer = api.trace.getTracer(SCOPE, PACKAGE_VERSION);
  const record = (
    name: string,
    kind: number,
    durationMs: number,
    attributes: Attributes,
    isError: boolean,
  ) => {
    const endTime = Date.now();
    const span = tracer.startSpan(name, { kind, attributes, startTime: endTime - durationMs });
    if (isError) span.setStatus({ code: api.SpanStatusCode.ERROR });
    span.end(endTime);
  };
  return listen({
    'nest-clerk:authentication': event => {
      const { durationMs, ...rest } = event as ClerkAuthenticationEvent;
      record('clerk.authenticate', api.SpanKind.INTERNAL, durationMs, authenticationAttributes(rest), false);
    },
    'nest-clerk:backend-api': event => {
      const call = event as ClerkBackendApiEvent;
      const attributes = callAttributes(call);
      if (call.attempt > 1) attributes['http.request.resend_count'] = call.attempt - 1;
      const isError = 'error.type' in attributes;
      record(`${call.method} ${call.route}`, api.SpanKind.CLIENT, call.durationMs, attributes, isError);
    },
  });
}

/** The instruments are made at the first event: the API has no meter before the SDK is started. */
function subscribeMetrics(api: Api): () => void {
  const instruments = once(() => {
    const meter = api.metrics.getMeter(SCOPE, PACKAGE_VERSION);
    const seconds = (name: string, description: string, explicitBucketBoundaries: number[]) =>
      meter.createHistogram(name, { description, unit: 's', advice: { explicitBucketBoundaries } });
    return {
      authentications: meter.createCounter('clerk.authentications', {
        description: 'Authenticated requests, connections and messages',
        unit: '{authentication}',
      }),
      authenticationDuration: seconds(
        'clerk.authentication.duration',
        'Duration of authentications, calls of Clerk included',
        AUTHENTICATION_BOUNDARIES,
      ),
      callDuration: seconds(
        'clerk.backend_api.request.duration',
        'Duration of attempts to call the Backend API',
        HTTP_BOUNDARIES,
      ),
      cacheUses: meter.createCounter('clerk.cache.uses', { description: 'Uses of the cache', unit: '{use}' }),
    };
  });
  return listen({
    'nest-clerk:authentication': event => {
      const { durationMs, ...rest } = event as ClerkAuthenticationEvent;
      const attributes = authenticationAttributes(rest);
      instruments().authentications.add(1, attributes);
      instruments().authenticationDuration.record(durationMs / 1000, attributes);
    },
    'nest-clerk:backend-api': event => {
      const call = event as ClerkBackendApiEvent;
      instruments().callDuration.record(call.durationMs / 1000, callAttributes(call));
    },
    'nest-clerk:cache': event => {
      const { kind, outcome } = event as ClerkCacheEvent;
      instruments().cacheUses.add(1, { 'clerk.cache.kind': kind, 'clerk.cache.outcome': outcome });
    },
  });
}

function authenticationAttributes({
  status,
  reason,
  tokenType,
}: Omit<ClerkAuthenticationEvent, 'durationMs'>): Attributes {
  return {
    'clerk.auth.status': status,
    ...(reason === null ? undefined : { 'clerk.auth.reason': reason }),
    ...(tokenType === null ? undefined : { 'clerk.token.type': tokenType }),
  };
}

/**
 * As the semantic conventions for HTTP clients, without `url.full`, which has IDs.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-spans/#http-client
 */
function callAttributes(call: ClerkBackendApiEvent): Attributes {
  const { operation, method, route, status, serverAddress, serverPort } = call;
  return {
    'http.request.method': method,
    'url.template': route,
    'server.address': serverAddress,
    'server.port': serverPort,
    'clerk.operation': operation,
    ...(status > 0 ? { 'http.response.status_code': status } : undefined),
    ...(status === 0 || status >= 400 ? { 'error.type': status > 0 ? String(status) : '_OTHER' } : undefined),
  };
}
