import { redirectTarget } from './browser.js';
import type { Answer } from './running-app.js';

/** What an answer says of who was asking. */
export function verdictOf({ headers }: Pick<Answer, 'headers'>) {
  return {
    status: headers['x-clerk-auth-status'],
    reason: headers['x-clerk-auth-reason'],
    message: headers['x-clerk-auth-message'],
  };
}

/** What an answer says that sends a browser to the Frontend API. */
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
