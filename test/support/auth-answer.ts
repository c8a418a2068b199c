import { redirectTarget } from './browser.js';
import type { Answer } from './running-app.js';

/** The auth headers of a response. */
export function verdictOf({ headers }: Pick<Answer, 'headers'>) {
  return {
    status: headers['x-clerk-auth-status'],
    reason: headers['x-clerk-auth-reason'],
    message: headers['x-clerk-auth-message'],
  };
}

/** The redirect of a response to the Frontend API. */
export function handshakeOf(answer: Pick<Answer, 'status' | 'headers'>) {
  const { status, headers } = answer;
  return {
    status,
    ...redirectTarget(headers.location),
    cacheControl: headers['cache-control'],
    setCookie: headers['set-cookie'],
    verdict: verdictOf(answer),
  };
}

/** A `Cookie` header of these cookies. */
export function cookieHeader(cookies: Readonly<Record<string, string | number | undefined>>): {
  cookie: string;
} {
  return {
    cookie: Object.entries(cookies)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}=${value}`)
      .join('; '),
  };
}
