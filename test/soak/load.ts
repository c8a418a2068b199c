import { request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import { WebSocket } from 'ws';

import { signWebhook } from '../../lib/testing/index.js';
import type { LocalClerk } from '../../lib/testing/index.js';
import type { Explanation, FaultInjection } from './faults.js';
import { handled } from './soak-app.js';

export const SIGNING_SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
export const USERS = ['user_alice', 'user_bob', 'user_carol'] as const;

const MAX_REDELIVERY_MS = 75_000;
const ANSWER_TIMEOUT_MS = 20_000;

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** What the load saw. */
export interface SoakResult {
  /** Exchanges by what they are. */
  readonly counts: Map<string, number>;
  /** Answers that only a fault explains, by fault. */
  readonly explained: Map<string, number>;
  readonly failures: string[];
}

/** The load on one application: many callers, each of whom does one kind of thing again and again. */
export class SoakLoad {
  readonly result: SoakResult = { counts: new Map(), explained: new Map(), failures: [] };
  private isStopped = false;
  private deliveries = 0;

  constructor(
    private readonly name: string,
    private readonly port: number,
    private readonly local: LocalClerk,
    private readonly faults: FaultInjection,
  ) {}

  /** Runs until {@link stop}. */
  async run(): Promise<void> {
    const callers = [
      ...USERS.map(user => () => this.bearer(user)),
      ...USERS.map(user => () => this.cookie(user)),
      () => this.expired(),
      () => this.forged(),
      () => this.apiKey(),
      () => this.revokedApiKey(),
      () => this.webhook(),
      () => this.handshake(),
      () => this.socket(),
    ];
    await Promise.all(
      callers.map(async call => {
        while (!this.isStopped) {
          await call().catch((error: unknown) => this.fail(`a caller failed: ${String(error)}`));
          await sleep(5 + Math.random() * 20);
        }
      }),
    );
  }

  stop(): void {
    this.isStopped = true;
  }

  private async bearer(user: string): Promise<void> {
    const began = Date.now();
    const token = await this.local.issueSessionToken({ userId: user });
    const answer = await this.get('/guarded', { authorization: `Bearer ${token}` });
    this.expectSignedIn('bearer token', user, answer, began, ['key rotation', 'clock']);
  }

  private async cookie(user: string): Promise<void> {
    const began = Date.now();
    const { cookies } = await this.local.signIn(user);
    const answer = await this.get('/guarded', { cookie: cookies });
    this.expectSignedIn('session cookie', user, answer, began, ['key rotation', 'clock']);
  }

  private async expired(): Promise<void> {
    // By the clock of the application, whatever LocalClerk's clock says at the moment.
    const now = Math.floor(Date.now() / 1000);
    const claims = { iat: now - 120, nbf: now - 130, exp: now - 30 };
    const token = await this.local.issueSessionToken({ userId: 'user_alice', claims });
    this.expectSignedOut('expired token', await this.get('/guarded', { authorization: `Bearer ${token}` }));
  }

  private async forged(): Promise<void> {
    const [header, , signature] = (await this.local.issueSessionToken({ userId: 'user_alice' })).split('.');
    const [, payload] = (await this.local.issueSessionToken({ userId: 'user_bob' })).split('.');
    const authorization = `Bearer ${header}.${payload}.${signature}`;
    this.expectSignedOut('forged token', await this.get('/guarded', { authorization }));
  }

  private async apiKey(): Promise<void> {
    const began = Date.now();
    const { secret } = this.local.apiKeys.create({ subject: 'user_alice', name: 'soak' });
    const answer = await this.get('/api-key', { authorization: `Bearer ${secret}` });
    this.expectSignedIn('API key', 'user_alice', answer, began, ['backend API']);
  }

  private async revokedApiKey(): Promise<void> {
    const { id, secret } = this.local.apiKeys.create({ subject: 'user_alice', name: 'soak' });
    await this.get('/api-key', { authorization: `Bearer ${secret}` });
    this.local.apiKeys.revoke(id);
    const answer = await this.get('/api-key', { authorization: `Bearer ${secret}` });
    this.expectSignedOut('revoked API key', answer);
  }

  /** As Clerk does: sent again until it is answered with 200, and once more. */
  private async webhook(): Promise<void> {
    const id = `msg_${this.name}_${this.deliveries++}`;
    const began = Date.now();
    // A claim that was made while Redis was lost ends after a minute.
    const giveUpAt = began + MAX_REDELIVERY_MS;
    while (Date.now() < giveUpAt) {
      const status = await this.deliver(id);
      if (status === 200) break;
      if (!this.faults.explains('Redis', began)) {
        return this.fail(`webhook: ${status} although Redis is there`);
      }
      this.explain('Redis');
      if (this.isStopped) return;
      await sleep(200);
    }
    await this.deliver(id);
    count(this.result.counts, 'webhook');
    const times = handled.get(id) ?? 0;
    // While Redis is lost it cannot be recorded that a delivery is done.
    const isExplained = times > 1 && this.faults.explains('Redis', began);
    if (isExplained) this.explain('Redis');
    else if (times !== 1) this.fail(`webhook: handled ${times} times`);
  }

  private async deliver(id: string): Promise<number> {
    const event = { type: 'user.created', data: { id: 'user_alice' } };
    const { headers, body } = signWebhook(event, { signingSecret: SIGNING_SECRET, id });
    return (await this.send('POST', '/webhooks/clerk', { ...headers }, body)).status;
  }

  /** A browser whose session token has expired: to the handshake, and back with a new one. */
  private async handshake(): Promise<void> {
    const began = Date.now();
    const { cookies } = await this.local.signIn('user_alice', { expiresIn: -30 });
    const page = { accept: 'text/html', 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate' };
    const sent = await this.get('/guarded', { ...page, cookie: cookies });
    const failed = (what: string) => {
      const fault = this.explanation(began, ['backend API', 'clock', 'key rotation']);
      if (fault) this.explain(fault);
      else this.fail(`handshake: ${what}`);
    };
    if (sent.status !== 307) return failed(`${sent.status} instead of a redirect`);
    const back = await this.local
      .fetch(String(sent.headers['location']), {
        headers: { cookie: cookies },
        redirect: 'manual',
        signal: AbortSignal.timeout(5000),
      })
      .catch((error: unknown) => String(error));
    const target = typeof back === 'string' ? undefined : back.headers.get('location');
    if (!target)
      return failed(`no way back from the handshake (${typeof back === 'string' ? back : back.status})`);
    const { pathname, search } = new URL(target);
    const returned = await this.get(`${pathname}${search}`, { ...page, cookie: cookies });
    const session = [returned.headers['set-cookie'] ?? []]
      .flat()
      .map(line => /^__session=([^;]+)/.exec(line)?.[1])
      .find(value => value);
    if (!session) return failed(`${returned.status} on return, without a session`);
    const answer = await this.get('/guarded', { authorization: `Bearer ${session}` });
    this.expectSignedIn('handshake', 'user_alice', answer, began, ['backend API', 'clock', 'key rotation']);
  }

  /** A connection stays signed in until its token expires, and not for longer. */
  private async socket(): Promise<void> {
    const began = Date.now();
    const expiresIn = 3;
    const now = Math.floor(began / 1000);
    const claims = { iat: now - 1, nbf: now - 10, exp: now + expiresIn };
    const token = await this.local.issueSessionToken({ userId: 'user_bob', claims });
    const socket = new WebSocket(`ws://127.0.0.1:${this.port}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    try {
      await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
      for (const at of [0, 1, expiresIn + 7]) {
        await sleep(Math.max(0, (now + at) * 1000 - Date.now()));
        if (this.isStopped) return;
        const heard = await ask(socket);
        count(this.result.counts, 'message of a WebSocket');
        const isSignedIn = heard.includes('user_bob');
        if (at > expiresIn && isSignedIn) this.fail('WebSocket: signed in after the token expired');
        if (at < expiresIn && !isSignedIn && Date.now() < (now + expiresIn) * 1000) {
          const fault = this.explanation(began, ['key rotation']);
          if (fault) this.explain(fault);
          else this.fail(`WebSocket: ${heard} with a valid token`);
        }
      }
    } finally {
      socket.terminate();
    }
  }

  private expectSignedIn(
    what: string,
    user: string,
    { status, body }: Answer,
    began: number,
    explanations: readonly Explanation[],
  ): void {
    count(this.result.counts, what);
    if (status === 200 && body.includes(`"${user}"`)) return;
    if (status === 200) return this.fail(`${what}: signed in as another user than ${user}: ${body}`);
    const fault = this.explanation(began, explanations);
    if (fault) this.explain(fault);
    else this.fail(`${what}: ${status} ${body.slice(0, 200)} for a valid one`);
  }

  private expectSignedOut(what: string, { status, body }: Answer): void {
    count(this.result.counts, what);
    if (status === 200) this.fail(`${what}: signed in, ${body}`);
    else if (status >= 500 && status !== 503) this.fail(`${what}: ${status} ${body.slice(0, 200)}`);
  }

  private explanation(began: number, explanations: readonly Explanation[]): Explanation | undefined {
    return explanations.find(explanation => this.faults.explains(explanation, began));
  }

  private explain(fault: Explanation): void {
    count(this.result.explained, fault);
  }

  private fail(what: string): void {
    if (this.result.failures.length < 50) this.result.failures.push(`${this.name}: ${what}`);
  }

  private get(path: string, headers: Record<string, string>): Promise<Answer> {
    return this.send('GET', path, headers);
  }

  private send(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      httpRequest({ port: this.port, host: '127.0.0.1', method, path, headers }, response => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
      })
        .once('error', reject)
        .setTimeout(ANSWER_TIMEOUT_MS, () => reject(new Error(`${method} ${path} was not answered`)))
        .end(body);
    });
  }
}

function ask(socket: WebSocket): Promise<string> {
  return new Promise((resolve, reject) => {
    socket.once('message', (data: Buffer) => resolve(data.toString()));
    socket.once('close', () => resolve('closed')).once('error', reject);
    // It may have been closed before.
    setTimeout(() => resolve('nothing'), ANSWER_TIMEOUT_MS).unref();
    socket.send(JSON.stringify({ event: 'who' }));
  });
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
