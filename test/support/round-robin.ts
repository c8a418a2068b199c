import { createServer, request as httpRequest } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A load balancer that gives one request after the other to the next process. */
export class RoundRobin {
  private next = 0;

  private constructor(
    private readonly server: Server,
    private readonly ports: readonly number[],
  ) {
    server.on('request', (request, response) => this.forward(request, response));
  }

  static async start(ports: readonly number[]): Promise<RoundRobin> {
    const server = createServer();
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    return new RoundRobin(server, ports);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }

  /** Answers 502 if the process does not: it may have handled the request. */
  private forward(request: IncomingMessage, response: ServerResponse): void {
    const port = this.ports[this.next++ % this.ports.length];
    const { method, url: path, headers } = request;
    const unanswered = (): void => {
      if (!response.headersSent) response.writeHead(502);
      response.end();
    };
    const upstream = httpRequest({ host: '127.0.0.1', port, method, path, headers, agent: false }, answer => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.once('error', unanswered).pipe(response);
    });
    request.pipe(upstream.once('error', unanswered));
  }
}
