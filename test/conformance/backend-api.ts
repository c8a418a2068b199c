import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ClerkInstance, ClerkInstances } from './clerk-instance.js';
import { LoopbackServer } from './loopback-server.js';

/** A response of the Backend API for a drawn request. */
export interface ScriptedAnswer {
  status: number;
  body: unknown;
  contentType?: string;
}

/** The operations with scripted responses; each response is found by the credential that the operation receives. */
export type ScriptedOperation = 'refresh' | 'handshake' | 'api_key' | 'm2m_token' | 'oauth_token';

/** A drawn response, and what the request to come is about. */
export interface ScriptedCall {
  operation: ScriptedOperation;
  credential: string;
  answer: ScriptedAnswer;
  /** The instance that the request is for. */
  instance: ClerkInstance;
  /** The time of the request. */
  instant: number;
  /** For a refresh: the session token in the cookies of the request. */
  sessionToken?: string;
}

export interface BackendScript {
  /** Reasons for a signed-out state that this Backend API does not cause. */
  readonly unreachableReasons: readonly string[];

  /** @returns the credential to send: the drawn one, or one that the Backend API itself made for this response */
  prepare(call: ScriptedCall): Promise<string>;
}

/**
 * The Backend API over HTTP, with the operations of authentication. Both implementations get it as `apiUrl`, and it
 * responds equally to both: key sets by secret key, everything else as scripted.
 */
export class BackendApi extends LoopbackServer implements BackendScript {
  readonly unreachableReasons = [];
  private readonly answers = new Map<string, ScriptedAnswer>();
  private readonly instances: ClerkInstance[];

  constructor({ development, production, neighbour }: ClerkInstances) {
    super();
    this.instances = [development, production, neighbour];
  }

  async prepare({
    operation,
    credential,
    answer,
  }: Omit<ScriptedCall, 'instance' | 'instant'>): Promise<string> {
    this.answers.set(`${operation} ${credential}`, answer);
    return credential;
  }

  protected async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://backend.example');
    const path = url.pathname.replace(/^\/v1\//, '/');
    const body = await readJson(request);
    const { status, body: answer, contentType } = this.respond(request, path, url.searchParams, body);
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
    response.writeHead(status, { 'Content-Type': contentType ?? 'application/json' }).end(text);
  }

  private respond(
    request: IncomingMessage,
    path: string,
    query: URLSearchParams,
    body: Record<string, string>,
  ): ScriptedAnswer {
    const key = request.headers.authorization?.replace('Bearer ', '');
    const instance = this.instances.find(
      ({ secretKey, machineSecretKey }) => key === secretKey || key === machineSecretKey,
    );
    if (!instance) return failure(401, 'authentication_invalid');
    if (path === '/jwks') return { status: 200, body: { keys: [instance.jwk] } };

    const scripted = (operation: ScriptedOperation, credential: string | null | undefined) =>
      this.answers.get(`${operation} ${credential}`) ?? failure(404, 'resource_not_found');
    if (/^\/sessions\/[^/]+\/refresh$/.test(path))
      return withSuffix(scripted('refresh', body['refresh_token']), query);
    if (path === '/clients/handshake_payload') return scripted('handshake', query.get('nonce'));
    if (path === '/api_keys/verify') return scripted('api_key', body['secret']);
    if (path === '/oauth_applications/access_tokens/verify')
      return scripted('oauth_token', body['access_token']);
    if (path === '/m2m_tokens/verify') return signedOffBy(key, scripted('m2m_token', body['token']));
    return failure(404, 'not_found');
  }
}

export function failure(status: number, code: string): ScriptedAnswer {
  return { status, body: { errors: [{ code, message: code, long_message: code }] } };
}

/** The cookies show whether the caller requested suffixed ones. */
function withSuffix(answer: ScriptedAnswer, query: URLSearchParams): ScriptedAnswer {
  const { cookies } = answer.body as { cookies?: unknown };
  if (answer.status !== 200 || !Array.isArray(cookies)) return answer;
  // One sends `false`, the other nothing.
  const asked = `suffixed=${query.get('suffixed_cookies') === 'true'}`;
  return { ...answer, body: { ...(answer.body as object), cookies: [...cookies, asked] } };
}

/** The claims show with which key the caller authenticated. */
function signedOffBy(key: string | undefined, answer: ScriptedAnswer): ScriptedAnswer {
  if (answer.status !== 200 || typeof answer.body !== 'object') return answer;
  return { ...answer, body: { ...answer.body, claims: { verifiedWith: key } } };
}

async function readJson(request: IncomingMessage): Promise<Record<string, string>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text ? (JSON.parse(text) as Record<string, string>) : {};
}
