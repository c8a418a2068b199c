import { setTimeout as sleep } from 'node:timers/promises';

import { WebSocket } from 'ws';

import { ANSWER_TIMEOUT_MS } from './http.js';
import type { Caller, CallerContext } from './load.js';

const KIND = 'message of a WebSocket';
const LIFETIME_S = 3;
/** After the expiry and the clock tolerance of five seconds. */
const AFTER_EXPIRY_S = 10;

/** A connection, which is signed in until its token expires, and no longer. */
export function socketCallers({ port, local, observations, stopping }: CallerContext): Caller[] {
  return [{ kind: KIND, call: connection }];

  async function connection(): Promise<void> {
    const began = Date.now();
    const now = Math.floor(began / 1000);
    const claims = { iat: now - 1, nbf: now - 10, exp: now + LIFETIME_S };
    const token = await local.issueSessionToken({ userId: 'user_bob', claims });
    const socket = new WebSocket(`ws://127.0.0.1:${port}`, {
      headers: { authorization: `Bearer ${token}` },
      handshakeTimeout: ANSWER_TIMEOUT_MS,
    });
    try {
      await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
      for (const at of [0, 1, AFTER_EXPIRY_S]) {
        const wait = Math.max(0, (now + at) * 1000 - Date.now());
        await sleep(wait, undefined, { signal: stopping }).catch(() => undefined);
        if (stopping.aborted) return;
        const heard = await ask(socket);
        const isSignedIn = heard.includes('user_bob');
        const mayBeValid = Date.now() < (now + LIFETIME_S) * 1000;
        if (at > LIFETIME_S && isSignedIn) observations.fail('WebSocket: signed in after the token expired');
        else if (at < LIFETIME_S && !isSignedIn && mayBeValid) {
          observations.unexpected(KIND, `${heard} with a valid token`, began, ['key rotation']);
        } else observations.count(KIND);
      }
    } finally {
      socket.terminate();
    }
  }
}

/** @returns the response, `closed`, or `nothing` without a response */
async function ask(socket: WebSocket): Promise<string> {
  if (socket.readyState !== WebSocket.OPEN) return 'closed';
  const answered = new AbortController();
  try {
    return await Promise.race([
      new Promise<string>((resolve, reject) => {
        socket.once('message', (data: Buffer) => resolve(data.toString()));
        socket.once('close', () => resolve('closed')).once('error', reject);
        socket.send(JSON.stringify({ event: 'who' }));
      }),
      sleep(ANSWER_TIMEOUT_MS, 'nothing', { signal: answered.signal }),
    ]);
  } finally {
    answered.abort();
  }
}
