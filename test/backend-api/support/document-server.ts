import { type Api, type ApiOperation, operationOf } from './api-document.js';
import { OTHER_ANSWERS } from './outside-the-document.js';
import { json, type RecordedRequest, RecordingServer, text } from './recording-server.js';
import { SchemaSamples } from './schema-samples.js';

/** A server that answers every operation of Clerk's document with a sample of its schema. */
export class DocumentServer {
  readonly #api: Api;
  readonly #server: RecordingServer;
  #lastAnswer: unknown;

  private constructor(api: Api, server: RecordingServer) {
    this.#api = api;
    this.#server = server;
  }

  static async start(api: Api): Promise<DocumentServer> {
    return new DocumentServer(api, await RecordingServer.start());
  }

  get url(): string {
    return this.#server.url;
  }

  get requests(): RecordedRequest[] {
    return this.#server.requests;
  }

  /** The JSON of the last response. */
  get lastAnswer(): unknown {
    return this.#lastAnswer;
  }

  close(): Promise<void> {
    return this.#server.close();
  }

  operationOf(request: { method: string; path: string }): ApiOperation | undefined {
    return operationOf(this.#api.operations, request);
  }

  /** Restarts the sequence of samples. */
  answerWith(kind: 'full' | 'sparse', answers?: 'text'): void {
    const samples = new SchemaSamples(this.#api.document, kind);
    this.#server.behave((response, request) => {
      if (answers === 'text')
        return text(200, '<html></html>', { 'content-type': 'text/html' })(response, request);
      const answer = (this.#lastAnswer = this.#answer(samples, request));
      if (answer === undefined) return response.writeHead(204).end();
      json(200, answer)(response, request);
    });
  }

  #answer(samples: SchemaSamples, request: RecordedRequest): unknown {
    const route = `${request.method} ${request.path}`;
    if (route in OTHER_ANSWERS) return OTHER_ANSWERS[route];
    if (/^POST .*\/sessions\/[^/]+\/refresh$/.test(route)) return refreshed(request);
    const session = /^POST .*\/sessions\/[^/]+\/verify$/.test(route) && this.#byId('GetSession');
    const operation = session || this.operationOf(request);
    if (!operation) return { object: 'nothing', unknown_route: route };
    if (!operation.response) return undefined;
    const answer = samples.of(operation.response);
    if (operation.id === 'verifyOAuthAccessToken')
      return { ...(answer as object), active: undefined, aud: ['aud-1'] };
    const isPaginated = new URLSearchParams(request.query).get('paginated') === 'true';
    return Array.isArray(answer) && isPaginated ? { data: answer, total_count: 3 } : answer;
  }

  #byId(id: string): ApiOperation | undefined {
    return this.#api.operations.find(operation => operation.id === id);
  }
}

function refreshed({ body }: RecordedRequest): unknown {
  const { format } = JSON.parse(body) as { format?: string };
  return format === 'cookie'
    ? { object: 'cookies', cookies: ['__session=x; Path=/'] }
    : { object: 'token', jwt: 'h.p.s' };
}
