import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { canonical } from './canonical.js';
import { answersOf, hasQuestions } from './has-questions.js';
import { Random } from './random.js';

/** What an app is told of the request, as text to compare: one entry for each question it can ask. */
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

/** Response header with the message of an error that reached the app, from the middleware or `getAuth()`. */
export const CRASH_HEADER = 'x-crash';

/** Response header: whether `@Auth()` in each of its forms gave what `getAuth()` gives. */
export const DECORATOR_HEADER = 'x-decorator';

/** The header that carries the seed of the drawn `has()` questions. */
export const QUESTIONS_HEADER = 'x-conformance-questions';

/** Asks `getAuth(req)` under every option, and the auth objects everything they answer. */
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

/** Answers the echo as JSON; a HEAD answer has its digest in a header. */
export function sendEcho(echo: Echo, request: IncomingMessage, response: ServerResponse): void {
  const body = JSON.stringify(echo);
  const crash = Object.values(echo).find(text => text.startsWith(THREW));
  if (crash) response.setHeader(CRASH_HEADER, encodeURIComponent(crash.slice(THREW.length)));
  response.setHeader('Content-Type', 'application/json');
  response.setHeader('x-echo', createHash('sha256').update(body).digest('hex'));
  response.end(request.method === 'HEAD' ? undefined : body);
}
