import { EventEmitter, on } from 'node:events';

import { io } from 'socket.io-client';

/** Connects with socket.io, with the token in `auth`. */
export function connect(url: string, token?: string) {
  const socket = io(url, { auth: { token }, transports: ['websocket'] });
  const events = new EventEmitter();
  const heard = on(events, 'heard') as AsyncIterator<[unknown]>;
  socket.onAny((event: string, data: unknown) => {
    events.emit('heard', event === 'exception' ? (data as { code: string }).code : data);
  });

  return {
    /** Sends an event, and returns the response: data, or the code of an error. */
    async ask(event: string, data?: unknown): Promise<unknown> {
      socket.emit(event, data);
      return this.next();
    },
    /** Returns the next message. */
    async next(): Promise<unknown> {
      const { value } = (await heard.next()) as { value: [unknown] };
      return value[0];
    },
    close: () => void socket.close(),
  };
}
