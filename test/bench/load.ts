import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';

const CONNECTIONS = 8;
const HEAD_END = Buffer.from('\r\n\r\n');

/** Sends prebuilt requests over kept-alive connections, one at a time on each. Sockets keep the client cheap. */
export class Load {
  private constructor(private readonly sockets: Socket[]) {}

  static async connect(port: number): Promise<Load> {
    const sockets = Array.from({ length: CONNECTIONS }, () =>
      connect({ port, host: '127.0.0.1', noDelay: true }),
    );
    await Promise.all(sockets.map(socket => once(socket, 'connect')));
    return new Load(sockets);
  }

  /** Sends `count` requests, taken from `requests` in rotation, each of which must answer `status`. */
  async send(requests: Buffer[], count: number, status: number): Promise<void> {
    let next = 0;
    const work = async (socket: Socket) => {
      while (next < count) await exchange(socket, requests[next++ % requests.length]!, status);
    };
    await Promise.all(this.sockets.map(work));
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
  }
}

function exchange(socket: Socket, request: Buffer, status: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let received: Buffer = Buffer.alloc(0);
    const onData = (chunk: Buffer) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const headEnd = received.indexOf(HEAD_END);
      if (headEnd === -1) return;
      const head = received.toString('latin1', 0, headEnd);
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
      if (received.length < headEnd + HEAD_END.length + length) return;
      socket.off('data', onData);
      if (head.startsWith(`HTTP/1.1 ${status} `)) resolve();
      else reject(new Error(`expected ${status}, got:\n${received.toString()}`));
    };
    socket.on('data', onData);
    socket.write(request);
  });
}
