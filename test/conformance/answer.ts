import type { Echo } from './echo.js';
import { CRASH_HEADER, DECORATOR_HEADER } from './echo.js';
import type { RawResponse } from './http-client.js';

/** The parts of a response that are compared, and those that are only checked. */
export interface Answer {
  status: number;
  /** The headers that must be equal, in their order. */
  headers: Record<string, string[]>;
  /** `x-clerk-auth-message` has a text of its own, so only its presence is compared. */
  hasMessage: boolean;
  /** The state that the app received; missing if the request did not reach it. */
  echo: Echo | undefined;
  /** The message of the error that the implementation passed to the app. */
  crash: string | undefined;
  decorator: string | undefined;
}

const COMPARED_HEADERS = [
  'location',
  'set-cookie',
  'cache-control',
  'access-control-allow-origin',
  'access-control-allow-credentials',
  'access-control-allow-headers',
  'access-control-allow-methods',
  'x-clerk-auth-status',
  'x-clerk-auth-reason',
  'x-echo',
];

export function answerOf({ status, headers, body }: RawResponse): Answer {
  const crash = headers.get(CRASH_HEADER)?.[0];
  return {
    status,
    headers: Object.fromEntries(
      COMPARED_HEADERS.flatMap(name => {
        const values = headers.get(name);
        return values ? [[name, values]] : [];
      }),
    ),
    hasMessage: headers.has('x-clerk-auth-message'),
    echo: headers.has('x-echo') && body ? (JSON.parse(body) as Echo) : undefined,
    crash: crash === undefined ? undefined : decodeURIComponent(crash),
    decorator: headers.get(DECORATOR_HEADER)?.[0],
  };
}

export function isSignedIn({ echo }: Answer): boolean {
  return echo?.['getAuth({"acceptsToken":"any"})']?.includes('"isAuthenticated":true') ?? false;
}

export function reasonOf({ headers }: Answer): string | undefined {
  return headers['x-clerk-auth-reason']?.[0];
}

export interface Difference {
  what: string;
  reference: string | undefined;
  ours: string | undefined;
}

export function differencesBetween(reference: Answer, ours: Answer): Difference[] {
  const left = flattened(reference);
  const right = flattened(ours);
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names]
    .filter(what => left[what] !== right[what])
    .map(what => ({ what, reference: left[what], ours: right[what] }));
}

function flattened({ status, headers, hasMessage, echo }: Answer): Record<string, string> {
  // The digest repeats the content of the body, if there is a body.
  const { 'x-echo': digest, ...compared } = headers;
  return {
    status: String(status),
    ...Object.fromEntries(Object.entries(compared).map(([name, values]) => [name, values.join('\n')])),
    'x-clerk-auth-message': hasMessage ? 'present' : 'absent',
    ...(echo ?? (digest ? { 'x-echo': digest.join() } : {})),
  };
}
