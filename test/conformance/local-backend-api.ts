import type { IncomingMessage, ServerResponse } from 'node:http';

import { LocalClerk } from '../../lib/testing/index.js';
import type { LocalAnswer } from '../../lib/testing/index.js';

import type { BackendScript, ScriptedAnswer, ScriptedCall, ScriptedOperation } from './backend-api.js';
import type { ClerkInstance, ClerkInstances } from './clerk-instance.js';
import { LocalRecords } from './local-records.js';
import { LoopbackServer } from './loopback-server.js';
import { increment } from './tally.js';

/** The operation of each kind of credential, and its parameter with the credential. */
const OPERATIONS = {
  refresh: ['RefreshSession', 'refresh_token'],
  handshake: ['GetHandshakePayload', 'nonce'],
  api_key: ['verifyApiKey', 'secret'],
  m2m_token: ['verifyM2MToken', 'token'],
  oauth_token: ['verifyOAuthAccessToken', 'access_token'],
} as const;

/** The media type of a scripted answer. */
const CONTENT_TYPE = 'x-scripted-content-type';

interface ServedInstance {
  readonly secretKey: string;
  readonly local: LocalClerk;
  readonly records: LocalRecords;
}

interface SentAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/**
 * LocalClerk as the Backend API that both implementations call: a LocalClerk with the keys of each drawn instance.
 *
 * It answers from its own state: the key set, refreshes of its sessions, handshakes of its browsers, its API keys, M2M
 * tokens and OAuth access tokens, unknown credentials, and failures by `local.fail()`. Scripted by `local.answer()` is
 * only what an instance never sends: records and cookies with fields of the wrong type, and answers that are not JSON,
 * such as those of a broken gateway.
 */
export class LocalBackendApi extends LoopbackServer implements BackendScript {
  /** The token of a refreshed session is always valid. */
  readonly unreachableReasons = ['session-token-expired-refresh-invalid-session-token'];
  /** The number of answers to each operation, by status, and whether a script gave them. */
  readonly tally = new Map<string, number>();
  private readonly scripted = new Map<string, ScriptedAnswer>();
  /** The answer to a credential, for every implementation: a nonce works once, and each token has an id of its own. */
  private readonly answers = new Map<string, Promise<SentAnswer>>();

  private constructor(
    private readonly instances: readonly ServedInstance[],
    private readonly clock: { instant: number },
  ) {
    super();
    for (const { local } of instances) this.scriptAnswers(local);
  }

  static async create({ development, production, neighbour }: ClerkInstances): Promise<LocalBackendApi> {
    const clock = { instant: 0 };
    const instances = [development, production, neighbour].map(instance => served(instance, clock));
    return new LocalBackendApi(await Promise.all(instances), clock);
  }

  /** The operations that never succeeded by LocalClerk's own state. */
  shortcomings(): string[] {
    const operations = ['GetJWKS', ...Object.values(OPERATIONS).map(([name]) => name)];
    return operations
      .filter(operation => !this.tally.has(`${operation} 200`))
      .map(operation => `LocalClerk never answered ${operation} by its own state`);
  }

  async prepare({
    operation,
    credential,
    answer,
    instance,
    instant,
    sessionToken,
  }: ScriptedCall): Promise<string> {
    this.clock.instant = instant;
    const { local, records } = this.instanceWith(instance.secretKey);
    if (answer.status === 200) {
      const own = await records.credentialFor(operation, answer.body, sessionToken);
      if (own !== undefined) return own;
    }
    if (answer.status === 404) return credential;
    if (typeof answer.body === 'string' || answer.status === 200) {
      this.scripted.set(`${operation} ${credential}`, answer);
      return credential;
    }
    const [name, parameter] = OPERATIONS[operation];
    const { status } = answer;
    const { errors = [] } = answer.body as { errors?: { code: string }[] };
    local.fail(
      { operation: name, parameters: { [parameter]: credential } },
      { status, code: errors[0]?.code },
    );
    return credential;
  }

  private scriptAnswers(local: LocalClerk): void {
    const answerTo = (operation: ScriptedOperation, credential: unknown): LocalAnswer | undefined => {
      const answer = this.scripted.get(`${operation} ${String(credential)}`);
      if (!answer) return undefined;
      const { status, body, contentType = 'application/json' } = answer;
      return { status, body, headers: { [CONTENT_TYPE]: contentType } };
    };
    local.answer('RefreshSession', ({ body }) => answerTo('refresh', body.refreshToken));
    local.answer('GetHandshakePayload', ({ query }) => answerTo('handshake', query.nonce));
    local.answer('verifyApiKey', ({ body }) => answerTo('api_key', body.secret));
    local.answer('verifyM2MToken', ({ body }) => answerTo('m2m_token', body.token));
    local.answer('verifyOAuthAccessToken', ({ body }) => answerTo('oauth_token', body.accessToken));
  }

  protected async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await textOf(request);
    const key = keyOf(request, text);
    const answer = (key === undefined ? undefined : this.answers.get(key)) ?? this.ask(request, text);
    if (key !== undefined) this.answers.set(key, answer);
    const { status, headers, body } = await answer;
    const { [CONTENT_TYPE]: contentType = headers['content-type'] ?? 'application/json', ...others } =
      headers;
    response.writeHead(status, { ...others, 'content-type': contentType }).end(withoutQuotes(body));
  }

  private async ask({ url = '/', method, headers }: IncomingMessage, text: string): Promise<SentAnswer> {
    const { local } = this.instanceWith(headers.authorization?.replace('Bearer ', ''));
    const { 'content-length': _, ...sent } = headers as Record<string, string>;
    const body = text === '' ? undefined : text;
    const request = new Request(new URL(url, 'http://localhost'), { method, headers: sent, body });
    const answer = await local.handle(request);
    const { pathname } = new URL(request.url);
    const { operation } = local.requests.findLast(({ path }) => path === pathname) ?? {};
    const source = answer.headers.has(CONTENT_TYPE) ? ', scripted' : '';
    increment(this.tally, `${operation} ${answer.status}${source}`);
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
  }

  /** The instance with this key, or any, which rejects the key. */
  private instanceWith(key: string | undefined): ServedInstance {
    return (
      this.instances.find(({ secretKey, local }) => key === secretKey || key === local.machineSecretKey) ??
      this.instances[0]!
    );
  }
}

/** A LocalClerk with the keys of a drawn instance; the drawn instance gets the key of its machine. */
async function served(instance: ClerkInstance, clock: { instant: number }): Promise<ServedInstance> {
  const { type, frontendApi, secretKey, privateJwk } = instance;
  const local = await LocalClerk.create({
    instanceType: type,
    frontendApi,
    secretKey,
    signingKey: privateJwk,
    now: () => clock.instant,
  });
  instance.machineSecretKey = local.machineSecretKey;
  return { secretKey, local, records: new LocalRecords(local) };
}

/** What identifies the call of a refresh or a handshake, without what the implementations may word differently. */
function keyOf({ url = '', headers }: IncomingMessage, text: string): string | undefined {
  if (!/\/(refresh|handshake_payload)\b/.test(url)) return undefined;
  const {
    expired_token: token,
    refresh_token: refresh,
    format,
  } = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
  return JSON.stringify([
    headers.authorization,
    url.replace('?suffixed_cookies=false', ''),
    token,
    refresh,
    format,
  ]);
}

/** LocalClerk sends what a script answers as JSON; a string of a script is the text of a broken answer. */
function withoutQuotes(text: string): string {
  return text.startsWith('"') ? (JSON.parse(text) as string) : text;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
