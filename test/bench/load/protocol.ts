import { once } from 'node:events';
import type { Socket } from 'node:net';

/** How a connection is opened, and where a response ends. */
export interface Protocol {
  open(socket: Socket): Promise<void>;
  /** @throws Error for a response that was not expected */
  isComplete(received: Buffer): boolean;
}

const HEAD_END = '\r\n\r\n';

/** HTTP/1.1 with a `Content-Length`; every response must have the status and contain the text. */
export function httpProtocol(status: number, text: string): Protocol {
  const statusLine = `HTTP/1.1 ${status} `;
  return {
    open: async () => {},
    isComplete: received => {
      const response = received.toString('latin1');
      const headEnd = response.indexOf(HEAD_END);
      if (headEnd === -1) return false;
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(response)?.[1] ?? NaN);
      if (received.length < headEnd + HEAD_END.length + length) return false;
      if (response.startsWith(statusLine) && response.includes(text, headEnd) && !Number.isNaN(length)) {
        return true;
      }
      throw new Error(`Expected ${status} and ${text}, got:\n${response}`);
    },
  };
}

/** WebSocket messages of up to 125 bytes in one frame (RFC 6455, section 5.2), after an upgrade request. */
export function webSocketProtocol(upgradeRequest: Buffer, text: string): Protocol {
  return {
    open: async socket => {
      socket.write(upgradeRequest);
      const [head] = (await once(socket, 'data')) as [Buffer];
      if (!head.toString('latin1').startsWith('HTTP/1.1 101 ')) {
        throw new Error(`The upgrade failed:\n${head.toString()}`);
      }
    },
    isComplete: received => {
      const length = (received[1] ?? 0) & 0x7f;
      if (received.length < 2 + length) return false;
      const message = received.toString('utf8', 2);
      if (received[0] === 0x81 && length < 126 && message.includes(text)) return true;
      throw new Error(`Expected a message with ${text}, got:\n${message}`);
    },
  };
}

/** A text message of up to 125 bytes. A client must mask it; a mask of zeros leaves the bytes as they are. */
export function webSocketMessage(text: string): Buffer {
  const payload = Buffer.from(text);
  return Buffer.concat([Buffer.from([0x81, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
}
