import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request to a {@link FrontendApi}, with its whole body. */
export interface FrontendApiRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A server in place of Clerk's Frontend API. */
export interface FrontendApi {
  readonly url: string;
  readonly host: string;
  readonly port: number;
  /** The requests whose bodies have ended, oldest first. */
  readonly requests: FrontendApiRequest[];
  close(): Promise<void>;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Starts one on a free port of 127.0.0.1.
 *
 * @param answer - responds to a request after its head. Default: 200 with `{}` after the body
 */
export async function startFrontendApi(answer?: Answer): Promise<FrontendApi> {
  const requests: FrontendApiRequest[] = [];
  const server = createServer((request, response) => {
    if (answer) answer(request, response);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', () => undefined);
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      requests.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
      if (!answer) response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    port,
    requests,
    close: () =>
      new Promise(closed => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

const started: FrontendApi[] = [];

/** Like {@link startFrontendApi}, until {@link closeFrontendApis}. */
export async function frontendApi(answer?: Answer): Promise<FrontendApi> {
  const api = await startFrontendApi(answer);
  started.push(api);
  return api;
}

/** For `afterEach`. */
export async function closeFrontendApis(): Promise<void> {
  await Promise.all(started.splice(0).map(api => api.close()));
}
