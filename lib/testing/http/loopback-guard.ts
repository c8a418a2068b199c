import { originInvalid } from '../frontend-api/errors.js';
import { isLoopback } from '../pages/same-origin.js';
import { errorAnswer } from './api-answer.js';
import type { ApiAnswer } from './api-answer.js';
import type { ApiCall } from './api-call.js';

/** Which requests a guarded server answers, besides those of the machine itself. */
export interface LoopbackGuardOptions {
  /** Origins of pages, such as `https://app.example.test`. */
  readonly allowedOrigins?: readonly string[];
}

/**
 * Rejects requests that a page of the internet has a browser send: a name of its own that resolves to 127.0.0.1 (DNS
 * rebinding) shows in `Host`, and a page of another site shows in `Origin`.
 *
 * @param answer - answers the other requests
 * @param ownHost - the host of the Frontend API, which clients with a name server of their own may send
 */
export function loopbackOnly(
  answer: (call: ApiCall) => Promise<ApiAnswer>,
  ownHost: string,
  { allowedOrigins = [] }: LoopbackGuardOptions,
): (call: ApiCall) => Promise<ApiAnswer> {
  const isKnownHost = (host: string): boolean =>
    URL.canParse(`http://${host}`) &&
    (isLoopback(new URL(`http://${host}`).hostname) || new URL(`http://${host}`).hostname === ownHost);
  const isKnownOrigin = (origin: string): boolean =>
    allowedOrigins.includes(origin) || (URL.canParse(origin) && isLoopback(new URL(origin).hostname));

  return async call => {
    const origin = call.header('origin');
    const isAllowed =
      isKnownHost(call.header('host') ?? '') && (origin === undefined || isKnownOrigin(origin));
    return isAllowed ? answer(call) : errorAnswer(originInvalid());
  };
}
