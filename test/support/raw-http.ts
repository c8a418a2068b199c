import { connect } from 'node:net';

/** A response as it came over the socket. */
export interface RawAnswer {
  /** `0` if the connection ended without a response. */
  status: number;
  /** By lower-cased name; several values in their order. */
  headers: Record<string, string[]>;
  body: string;
}

/** The request on the socket; nothing is normalized, checked or added but `Host` and `Connection: close`. */
export interface RawRequest {
  method?: string;
  target?: string;
  /** Lines such as `Cookie: a=1`, in bytes (`latin1`). */
  headers?: readonly string[];
}

/** Sends requests that `fetch` would reject or change. */
export async function sendRaw(
  port: number,
  { method = 'GET', target = '/', headers = [] }: RawRequest,
): Promise<RawAnswer> {
  const lines = [`${method} ${target} HTTP/1.1`, 'Host: 127.0.0.1', 'Connection: close', ...headers];
  return parse(await exchange(port, `${lines.join('\r\n')}\r\n\r\n`));
}

function exchange(port: number, text: string): Promise<string> {
  return new Promise(resolve => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(text, 'latin1'));
    socket.on('data', chunk => chunks.push(chunk));
    // A server that rejects a large request closes the connection while the request is still being sent.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
  });
}

function parse(text: string): RawAnswer {
  const [head = '', body = ''] = splitOnce(text, '\r\n\r\n');
  const [statusLine = '', ...lines] = head.split('\r\n');
  const headers: Record<string, string[]> = {};
  for (const line of lines) {
    const [name, value] = splitOnce(line, ':');
    (headers[name.toLowerCase()] ??= []).push(value.trim());
  }
  return { status: Number(statusLine.split(' ')[1] ?? 0), headers, body };
}

function splitOnce(text: string, separator: string): [string, string] {
  const index = text.indexOf(separator);
  return index === -1 ? [text, ''] : [text.slice(0, index), text.slice(index + separator.length)];
}
