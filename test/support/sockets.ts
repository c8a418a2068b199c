import type { OutgoingHttpHeaders } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { INestApplication } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { WsAdapter } from '@nestjs/platform-ws';
import type { ServerOptions } from 'socket.io';
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';

/** The parameters of a new connection. */
export interface Opening {
  headers?: OutgoingHttpHeaders;
  /** The payload of socket.io; `ws` has none. */
  auth?: unknown;
  query?: Record<string, string>;
  /** The namespace of socket.io. Default: `/`. */
  namespace?: string;
}

/** A message of a gateway. */
export interface Heard {
  event: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what is answered is what the test is about
  data: any;
}

/** A client of socket.io or of `ws`, with the same methods for both. */
export interface SocketClient {
  send(event: string, data?: unknown): void;
  /** The next message that has not been read yet. */
  hear(): Promise<Heard>;
  /** Sends a message and reads the next one. */
  ask(event: string, data?: unknown): Promise<Heard>;
  /** Resolves when the server has ended the connection. */
  readonly closed: Promise<unknown>;
}

/** A WebSocket library, on the server's and on the client's side. */
export interface SocketKind {
  readonly name: string;
  adapter(app: INestApplication): IoAdapter | WsAdapter;
  connect(port: number, opening?: Opening): Promise<SocketClient>;
}

const HOUR = 3_600_000;

/** An adapter whose clients do not mistake an advanced clock for a dead connection. */
class PatientIoAdapter extends IoAdapter {
  override createIOServer(port: number, options?: ServerOptions) {
    return super.createIOServer(port, { ...options, pingInterval: HOUR, pingTimeout: HOUR } as ServerOptions);
  }
}

const closers: (() => void)[] = [];

/** For `afterEach`, before the applications are closed: closes all connections. */
export function closeSockets(): void {
  for (const close of closers.splice(0)) close();
}

export const SOCKET_IO: SocketKind = {
  name: 'socket.io',
  adapter: app => new PatientIoAdapter(app),
  connect: async (port, opening = {}) => {
    const socket = connectSocketIo(port, opening);
    const { client, push } = socketClient(
      (event, data) => socket.emit(event, data),
      new Promise(closed => socket.once('disconnect', closed)),
    );
    socket.onAny((event: string, data: unknown) => push({ event, data }));
    await new Promise<void>((connected, failed) => {
      socket.once('connect', connected);
      socket.once('connect_error', failed);
    });
    return client;
  },
};

export const WS: SocketKind = {
  name: 'ws',
  adapter: app => new WsAdapter(app),
  connect: async (port, { headers, query = {} } = {}) => {
    const url = `ws://127.0.0.1:${port}/?${new URLSearchParams(query).toString()}`;
    const socket = new WebSocket(url, { headers: headers as Record<string, string> });
    closers.push(() => socket.terminate());
    const { client, push } = socketClient(
      (event, data) => socket.send(JSON.stringify({ event, data })),
      new Promise(closed => socket.once('close', closed)),
    );
    socket.on('message', (data: Buffer) => push(JSON.parse(data.toString()) as Heard));
    await new Promise<void>((connected, failed) => {
      socket.once('open', connected);
      socket.once('error', failed);
    });
    return client;
  },
};

export const SOCKET_KINDS = [SOCKET_IO, WS];

/** socket.io's own client. Each has a separate connection unless it gets a manager. */
export function connectSocketIo(port: number, { headers, auth, query, namespace = '/' }: Opening) {
  const socket = io(`http://127.0.0.1:${port}${namespace}`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: headers as Record<string, string>,
    auth: auth as Record<string, unknown>,
    query,
  });
  closers.push(() => socket.disconnect());
  return socket;
}

/** A free port. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise(closed => server.close(closed));
  return port;
}

function socketClient(
  send: SocketClient['send'],
  closed: Promise<unknown>,
): { client: SocketClient; push: (heard: Heard) => void } {
  const unheard: Heard[] = [];
  const waiting: ((heard: Heard) => void)[] = [];
  const push = (heard: Heard) => {
    const next = waiting.shift();
    if (next) next(heard);
    else unheard.push(heard);
  };
  const hear = () => {
    const heard = unheard.shift();
    return heard ? Promise.resolve(heard) : new Promise<Heard>(resolve => waiting.push(resolve));
  };
  const ask = (event: string, data?: unknown) => {
    send(event, data);
    return hear();
  };
  return { client: { send, hear, ask, closed }, push };
}
