import type { LocalClerk } from 'nest-clerk/testing';

import { RecordingServer } from '../../backend-api/support/recording-server.js';
import type { RecordedRequest } from '../../backend-api/support/recording-server.js';

/** A LocalClerk over HTTP that keeps the requests as they were sent. */
export class RecordingLocalClerk {
  private constructor(private readonly server: RecordingServer) {}

  static async start(local: LocalClerk): Promise<RecordingLocalClerk> {
    const server = await RecordingServer.start();
    server.behave((response, request) => {
      void local.handle(webRequest(request)).then(async answer => {
        const body = await answer.text();
        response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(body);
      });
    });
    return new RecordingLocalClerk(server);
  }

  get url(): string {
    return this.server.url;
  }

  get requests(): RecordedRequest[] {
    return this.server.requests;
  }

  close(): Promise<void> {
    return this.server.close();
  }
}

function webRequest({ method, path, query, headers, body }: RecordedRequest): Request {
  const {
    'content-length': _length,
    'transfer-encoding': _encoding,
    ...sent
  } = headers as Record<string, string>;
  const search = query === '' ? '' : `?${query}`;
  return new Request(`http://127.0.0.1${path}${search}`, {
    method,
    headers: sent,
    body: body === '' ? undefined : body,
  });
}
