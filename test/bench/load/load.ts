import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';

import type { Protocol } from './protocol.js';

/** Returns the next request, or `undefined` to stop. It is called with the present time, of `performance.now()`. */
export type NextRequest = (now: number) => Buffer | undefined;

/** Sends prebuilt requests over open connections, one at a time on each. Sockets keep the client cheap. */
export class Load {
  private constructor(private readonly connections: readonly Connection[]) {}

  /** Opens the connections, in parallel. */
  static async connect(port: number, count: number, protocol: Protocol): Promise<Load> {
    const sockets = Array.from({ length: count }, async () => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      await once(socket, 'connect');
      await protocol.open(socket);
      return new Connection(socket, protocol);
    });
    return new Load(await Promise.all(sockets));
  }

  /**
   * Sends requests until there is no next one and every response has arrived.
   *
   * @param latencies - receives the milliseconds of each response
   * @returns the number of responses
   */
  async send(next: NextRequest, latencies: number[] = []): Promise<number> {
    const before = latencies.length;
    const fallAsleep = stayAwake();
    try {
      await Promise.all(this.connections.map(connection => connection.send(next, latencies)));
    } finally {
      fallAsleep();
    }
    return latencies.length - before;
  }

  /** Sends for a time, in milliseconds. @returns the number of responses */
  sendFor(milliseconds: number, next: () => Buffer, latencies?: number[]): Promise<number> {
    const end = performance.now() + milliseconds;
    return this.send(now => (now < end ? next() : undefined), latencies);
  }

  /** Sends each request once. @returns the number of responses */
  sendAll(requests: readonly Buffer[], latencies?: number[]): Promise<number> {
    let index = 0;
    return this.send(() => requests[index++], latencies);
  }

  close(): void {
    for (const connection of this.connections) connection.close();
  }
}

/**
 * Keeps this process from sleeping while it waits. The response of a server wakes up a client that sleeps, for up to 2 µs of
 * the server's CPU time, and the slower a server is, the more often its client sleeps.
 */
function stayAwake(): () => void {
  let isAwake = true;
  const again = (): void => void (isAwake && setImmediate(again));
  again();
  return () => {
    isAwake = false;
  };
}

class Connection {
  private received: Buffer | undefined;
  private began = 0;
  private next: NextRequest = () => undefined;
  private latencies: number[] = [];
  private finish: () => void = () => {};
  private fail: (error: Error) => void = () => {};

  constructor(
    private readonly socket: Socket,
    private readonly protocol: Protocol,
  ) {
    socket.on('data', chunk => this.receive(chunk));
    socket.on('error', error => this.fail(error));
    socket.on('close', () => this.fail(new Error('The server closed a connection.')));
  }

  send(next: NextRequest, latencies: number[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.next = next;
      this.latencies = latencies;
      this.finish = resolve;
      this.fail = reject;
      this.sendNext();
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private sendNext(): void {
    this.began = performance.now();
    const request = this.next(this.began);
    if (request) this.socket.write(request);
    else this.finish();
  }

  private receive(chunk: Buffer): void {
    this.received = this.received ? Buffer.concat([this.received, chunk]) : chunk;
    try {
      if (!this.protocol.isComplete(this.received)) return;
    } catch (error) {
      return this.fail(error as Error);
    }
    this.received = undefined;
    this.latencies.push(performance.now() - this.began);
    this.sendNext();
  }
}
