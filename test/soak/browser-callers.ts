import { send } from './http.js';
import type { Caller, CallerContext } from './load.js';

const PAGE = { accept: 'text/html', 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate' };
const EXPLANATIONS = ['backend API', 'clock', 'key rotation'] as const;
const FRONTEND_API_TIMEOUT_MS = 5_000;

/** A browser whose session token has expired: to the handshake, and back with a new one. */
export function browserCallers({ port, local, observations }: CallerContext): Caller[] {
  return [{ kind: 'handshake', call: handshake }];

  async function handshake(): Promise<void> {
    const began = Date.now();
    const failed = (what: string) => observations.unexpected('handshake', what, began, EXPLANATIONS);
    const { cookies } = await local.signIn('user_alice', { expiresIn: -30 });

    const sent = await send(port, 'GET', '/guarded', { ...PAGE, cookie: cookies });
    if (sent.status !== 307) return failed(`${sent.status} instead of a redirect`);
    const back = await atFrontendApi(String(sent.headers['location']), cookies);
    if (back instanceof Error) return failed(`no way back: ${back.message}`);
    const location = back.headers.get('location');
    if (location === null) return failed(`no way back: ${back.status}`);

    const { pathname, search } = new URL(location);
    const returned = await send(port, 'GET', `${pathname}${search}`, { ...PAGE, cookie: cookies });
    const session = sessionCookieOf(returned.headers['set-cookie']);
    if (session === undefined) return failed(`${returned.status} on return, without a session`);
    const answer = await send(port, 'GET', '/guarded', { authorization: `Bearer ${session}` });
    observations.signedIn('handshake', 'user_alice', answer, began, EXPLANATIONS);
  }

  function atFrontendApi(url: string, cookie: string): Promise<Response | Error> {
    const signal = AbortSignal.timeout(FRONTEND_API_TIMEOUT_MS);
    return local
      .fetch(url, { headers: { cookie }, redirect: 'manual', signal })
      .catch((error: unknown) => error as Error);
  }
}

function sessionCookieOf(setCookie: string | string[] | undefined): string | undefined {
  return [setCookie ?? []]
    .flat()
    .map(line => /^__session=([^;]+)/.exec(line)?.[1])
    .find(value => value);
}
