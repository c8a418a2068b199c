import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { canonical } from './canonical.js';
import { answersOf, hasQuestions } from './has-questions.js';
import { Random } from './random.js';

/** The data that an app receives about the request, as strings to compare: one entry per question. */
export type Echo = Record<string, string>;

type GetAuth = (request: never, options?: never) => unknown;

interface AnyAuth {
  has(parameters: never): unknown;
  getToken(): Promise<unknown>;
}

const AUTH_OPTIONS = [
  undefined,
  { acceptsToken: 'any' },
  { treatPendingAsSignedOut: false },
  { acceptsToken: 'any', treatPendingAsSignedOut: false },
  { acceptsToken: 'api_key' },
  { acceptsToken: 'm2m_token' },
  { acceptsToken: 'oauth_token' },
  { acceptsToken: ['session_token', 'api_key'] },
  { acceptsToken: ['m2m_token'] },
  { acceptsToken: [] },
] as const;

/** The response header with the message of an error that reached the app, from the middleware or `getAuth()`. */
export const CRASH_HEADER = 'x-crash';

/** The response header that says whether each form of `@Auth()` returned the same as `getAuth()`. */
export const DECORATOR_HEADER = 'x-decorator';

/** The header with the seed of the drawn `has()` questions. */
export const QUESTIONS_HEADER = 'x-conformance-questions';

/** Calls `getAuth(req)` with every option, and every method of the auth objects. */
export async function echoOf(getAuth: GetAuth, request: IncomingMessage): Promise<Echo> {
  const questions = hasQuestions(new Random(Number(request.headers[QUESTIONS_HEADER])));
  const echo: Echo = {};
  for (const options of AUTH_OPTIONS) {
    const name = `getAuth(${options ? JSON.stringify(options) : ''})`;
    try {
      const auth = getAuth(request as never, options as never) as AnyAuth;
      echo[name] = canonical(auth);
      echo[`${name}.has`] = answersOf(parameters => auth.has(parameters), questions);
      echo[`${name}.getToken`] = canonical(await auth.getToken());
    } catch (error) {
      echo[name] = `${THREW}${(error as Error).message}`;
    }
  }
  return echo;
}

const THREW = 'threw ';

/** Responds with the echo as JSON; a HEAD response has its digest in a header. */
export function sendEcho(echo: Echo, request: IncomingMessage, response: ServerResponse): void {
  const body = JSON.stringify(echo);
  const crash = Object.values(echo).find(text => text.startsWith(THREW));
  if (crash) response.setHeader(CRASH_HEADER, encodeURIComponent(crash.slice(THREW.length)));
  response.setHeader('Content-Type', 'application/json');
  response.setHeader('x-echo', createHash('sha256').update(body).digest('hex'));
  response.end(request.method === 'HEAD' ? undefined : body);
}
