import { hostInvalid, originInvalid } from '../api-errors.js';
import { isLoopback } from '../pages/same-origin.js';
import { errorAnswer } from './api-answer.js';
import type { ApiAnswer } from './api-answer.js';
import type { ApiCall } from './api-call.js';

/** Which requests a server on the loopback interface answers, besides those of the machine itself. */
export interface LoopbackGuardOptions {
  /** Host names, such as `clerk.example.test`, without a port. */
  readonly allowedHosts?: readonly string[];
  /** Origins of pages, such as `https://app.example.test`. */
  readonly allowedOrigins?: readonly string[];
}

/**
 * Rejects requests that a page of the internet makes a browser send: a name of its own that resolves to 127.0.0.1 (DNS
 * rebinding) shows in `Host`, and a page of another site shows in `Origin`.
 *
 * @param answer - handles all other requests
 * @param ownHost - the host of the Frontend API, which clients with a name server of their own may send
 */
export function loopbackOnly(
  answer: (call: ApiCall) => Promise<ApiAnswer>,
  ownHost: string,
  { allowedHosts = [], allowedOrigins = [] }: LoopbackGuardOptions,
): (call: ApiCall) => Promise<ApiAnswer> {
  const knownHosts = new Set([ownHost, ...allowedHosts].map(host => host.toLowerCase()));
  const knownOrigins = new Set(allowedOrigins.map(normalizedOrigin));

  const isKnownHost = (host: string): boolean => {
    const hostname = hostnameOf(host);
    return hostname !== undefined && (isLoopback(hostname) || knownHosts.has(hostname));
  };
  const isKnownOrigin = (origin: string): boolean =>
    knownOrigins.has(origin) || (URL.canParse(origin) && isLoopback(new URL(origin).hostname));

  return async call => {
    if (!isKnownHost(call.header('host') ?? '')) return errorAnswer(hostInvalid());
    const origin = call.header('origin');
    if (origin !== undefined && !isKnownOrigin(origin)) return errorAnswer(originInvalid());
    return answer(call);
  };
}

/** The name in a `Host` header, in lower case; `undefined` for anything but a name or an address with its port. */
function hostnameOf(host: string): string | undefined {
  if (/[/?#@\\\s]/.test(host) || !URL.canParse(`http://${host}`)) return undefined;
  return new URL(`http://${host}`).hostname;
}

/** As browsers write it: in lower case, without the default port and a slash. */
function normalizedOrigin(origin: string): string {
  return URL.canParse(origin) && new URL(origin).origin !== 'null' ? new URL(origin).origin : origin;
}
