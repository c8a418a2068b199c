import type { IncomingMessage, ServerResponse } from 'node:http';

import { LocalClerk } from '../../lib/testing/index.js';
import type { LocalAnswer } from '../../lib/testing/index.js';

import type { BackendScript, ScriptedAnswer, ScriptedOperation } from './backend-api.js';
import type { ClerkInstance, ClerkInstances } from './clerk-instance.js';
import { LoopbackServer } from './loopback-server.js';

/** A drawn API key, M2M token or OAuth access token as the Backend API answers it. */
interface DrawnResource {
  subject: string;
  scopes: string[];
  claims?: Record<string, unknown> | null;
  client_id?: string;
  aud?: string | string[];
}

/** The media type of a scripted answer that is not JSON. */
const CONTENT_TYPE = 'x-scripted-content-type';

interface ServedInstance {
  readonly local: LocalClerk;
  readonly secretKey: string;
  readonly machineSecretKey: string;
  /** The secrets that LocalClerk made, by the drawn ones that stand for them. */
  readonly secrets: Map<string, Promise<string>>;
}

/**
 * LocalClerk as the Backend API that both implementations call: with each drawn instance a LocalClerk that has its keys.
 *
 * It authenticates calls, checks parameters, and verifies API keys, M2M tokens and OAuth access tokens by records of its
 * own. What only a script can answer stays scripted, by `local.answer()`: the key set, since tokens are drawn with signatures
 * that LocalClerk would not make, the cookies of refreshes and handshakes, and failures.
 */
export class LocalBackendApi extends LoopbackServer implements BackendScript {
  private readonly scripted = new Map<string, ScriptedAnswer>();

  private constructor(private readonly instances: readonly ServedInstance[]) {
    super();
    for (const { local } of instances) this.scriptAnswers(local);
  }

  static async create({ development, production, neighbour }: ClerkInstances): Promise<LocalBackendApi> {
    return new LocalBackendApi(await Promise.all([development, production, neighbour].map(served)));
  }

  answer(operation: ScriptedOperation, credential: string, answer: ScriptedAnswer): void {
    const resource = operation in CREATE && answer.status === 200 ? wellFormed(answer.body) : undefined;
    if (resource === undefined) {
      this.scripted.set(`${operation} ${credential}`, answer);
      return;
    }
    for (const { local, secrets } of this.instances) {
      secrets.set(credential, CREATE[operation as keyof typeof CREATE](local, resource));
    }
  }

  private scriptAnswers(local: LocalClerk): void {
    const answerTo = (operation: ScriptedOperation, credential: unknown): LocalAnswer | undefined => {
      const answer = this.scripted.get(`${operation} ${String(credential)}`);
      if (!answer) return undefined;
      const { status, body, contentType } = answer;
      return { status, body, headers: contentType === undefined ? {} : { [CONTENT_TYPE]: contentType } };
    };
    local.answer('RefreshSession', ({ body }) => answerTo('refresh', body.refreshToken));
    local.answer('GetHandshakePayload', ({ query }) => answerTo('handshake', query.nonce));
    local.answer('verifyApiKey', ({ body }) => answerTo('api_key', body.secret));
    local.answer('verifyM2MToken', ({ body }) => answerTo('m2m_token', body.token));
    local.answer('verifyOAuthAccessToken', ({ body }) => answerTo('oauth_token', body.accessToken));
  }

  protected async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const key = request.headers.authorization?.replace('Bearer ', '');
    const instance =
      this.instances.find(
        ({ secretKey, machineSecretKey }) => key === secretKey || key === machineSecretKey,
      ) ?? this.instances[0]!;
    const { local, machineSecretKey, secrets } = instance;
    const headers = new Headers(request.headers as Record<string, string>);
    if (key === machineSecretKey) headers.set('authorization', `Bearer ${local.machineSecretKey}`);
    const text = await textOf(request);
    const body = text === '' ? undefined : await withSecrets(text, secrets);
    headers.delete('content-length');
    const answer = await local.handle(
      new Request(new URL(request.url ?? '/', 'http://localhost'), { method: request.method, headers, body }),
    );
    const answerHeaders = Object.fromEntries(answer.headers);
    const { [CONTENT_TYPE]: contentType = 'application/json', ...others } = answerHeaders;
    const content = await answer.text();
    response.writeHead(answer.status, { ...others, 'content-type': contentType }).end(withoutQuotes(content));
  }
}

/** Makes a drawn resource a record of LocalClerk. @returns its secret */
const CREATE = {
  api_key: async (local: LocalClerk, { subject, scopes, claims }: DrawnResource) =>
    local.apiKeys.create({ name: 'CI', subject, scopes, claims }).secret,
  m2m_token: async (local: LocalClerk, { subject, claims }: DrawnResource) =>
    (await local.m2mTokens.create({ subject, claims })).token,
  oauth_token: async (local: LocalClerk, { subject, scopes, client_id: clientId, aud }: DrawnResource) =>
    (
      await local.oauthTokens.create({
        subject,
        scopes,
        clientId,
        audience: aud === undefined ? [] : [aud].flat(),
      })
    ).token,
};

async function served(instance: ClerkInstance): Promise<ServedInstance> {
  const { type, frontendApi, secretKey, machineSecretKey, jwk } = instance;
  const local = await LocalClerk.create({ instanceType: type, frontendApi, secretKey });
  local.answer('GetJWKS', () => ({ body: { keys: [jwk] } }));
  return { local, secretKey, machineSecretKey, secrets: new Map() };
}

/** A resource that LocalClerk can hold; `undefined` for one with a drawn field of the wrong type. */
function wellFormed(body: unknown): DrawnResource | undefined {
  const {
    id,
    name,
    subject,
    scopes,
    claims = null,
    client_id: clientId,
    object,
  } = body as Record<string, unknown>;
  const areStrings = [id, subject].every(value => typeof value === 'string');
  const isNamed = object !== 'api_key' || typeof name === 'string';
  const isClient = object !== 'clerk_idp_oauth_access_token' || typeof clientId === 'string';
  const areScopes = Array.isArray(scopes) && scopes.every(scope => typeof scope === 'string');
  const areClaims = claims === null || (typeof claims === 'object' && !Array.isArray(claims));
  return areStrings && isNamed && isClient && areScopes && areClaims ? (body as DrawnResource) : undefined;
}

/** Puts LocalClerk's own secret in place of the drawn one. */
async function withSecrets(text: string, secrets: ServedInstance['secrets']): Promise<string> {
  const body = JSON.parse(text) as Record<string, unknown>;
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') body[name] = (await secrets.get(value)) ?? value;
  }
  return JSON.stringify(body);
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
