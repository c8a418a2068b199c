import type { LocalClerk } from 'nest-clerk/testing';

/** A response of the Frontend API. */
export interface FrontendAnswer {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the tests are about what is answered
  readonly body: any;
}

/** Calls the Frontend API like ClerkJS: forms, `_method`, the dev browser in the query, the session's id for `/me`. */
export class FrontendClient {
  token: string | undefined;
  sessionId: string | undefined;
  #cookies: string | undefined;

  constructor(
    private readonly local: LocalClerk,
    private readonly origin = 'http://localhost:3000',
  ) {}

  /** For a development instance, creates a dev browser first. */
  static async create(local: LocalClerk): Promise<FrontendClient> {
    const client = new FrontendClient(local);
    const { body } = await client.call('POST', '/dev_browser');
    client.token = body.id;
    return client;
  }

  /** @param parameters - a list is sent as a repeated name */
  async call(
    method: string,
    path: string,
    parameters: Readonly<Record<string, string | readonly string[]>> = {},
  ): Promise<FrontendAnswer> {
    const pairs = Object.entries(parameters).flatMap(([name, value]) =>
      (typeof value === 'string' ? [value] : value).map(item => [name, item] as [string, string]),
    );
    if (method === 'GET') return this.#send(method, path, pairs);
    return this.#send(method, path, [], new URLSearchParams(pairs));
  }

  /** Sends a picture, like `user.setProfileImage()`. */
  async upload(
    method: string,
    path: string,
    type = 'image/png',
    content = 'picture',
  ): Promise<FrontendAnswer> {
    const form = new FormData();
    form.append('file', new Blob([content], { type }), 'picture');
    return this.#send(method, path, [], form);
  }

  async #send(
    method: string,
    path: string,
    query: readonly [string, string][],
    body?: URLSearchParams | FormData | string,
  ): Promise<FrontendAnswer> {
    const url = new URL(`${this.local.issuer}/v1${path}`);
    url.searchParams.set('__clerk_api_version', '2026-08-20');
    url.searchParams.set('_clerk_js_version', '6.40.0');
    if (this.token) url.searchParams.set('__clerk_db_jwt', this.token);
    if (this.sessionId && !path.startsWith('/client'))
      url.searchParams.set('_clerk_session_id', this.sessionId);
    const isRead = method === 'GET';
    for (const [name, value] of query) url.searchParams.append(name, value);
    if (!isRead && method !== 'POST') url.searchParams.set('_method', method);
    const response = await this.local.handle(
      new Request(url, {
        method: isRead ? 'GET' : 'POST',
        headers: { origin: this.origin, ...(this.#cookies && { cookie: this.#cookies }) },
        body,
      }),
    );
    const cookies = response.headers.getSetCookie().map(line => line.split(';')[0]);
    if (cookies.length > 0) this.#cookies = cookies.join('; ');
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
  }

  /** Signs in with a password; later calls use the new session. */
  async signIn(identifier: string, password: string): Promise<FrontendAnswer> {
    const answer = await this.call('POST', '/client/sign_ins', { identifier, password });
    this.sessionId = answer.body.response?.created_session_id ?? undefined;
    return answer;
  }
}

/** The codes in an error response. */
export function codesOf({ body }: FrontendAnswer): string[] {
  return (body.errors as { code: string }[]).map(({ code }) => code);
}
