import { connect, constants } from 'node:http2';
import type { ClientHttp2Session, OutgoingHttpHeaders } from 'node:http2';

import type { Random } from '../conformance/random.js';
import { oddText } from './draw/noise.js';
import type { DrawnRequest } from './draw/drawn-request.js';
import type { Answer } from './response-reader.js';

const FORBIDDEN_IN_HTTP2 = new Set([
  'host',
  'connection',
  'upgrade',
  'transfer-encoding',
  'keep-alive',
  'proxy-connection',
  'te',
  'http2-settings',
  'expect',
  'content-length',
]);

/** The fields of a drawn request as HTTP/2 has them; `undefined` where the client of Node cannot send them. */
export function toHttp2Fields(request: DrawnRequest, random: Random): OutgoingHttpHeaders | undefined {
  const host = request.headers.find(([name]) => name.toLowerCase() === 'host')?.[1] ?? '';
  const fields: Record<string, string | string[]> = {
    ':method': request.method,
    ':path': request.target,
    ':scheme': random.weighted([
      [8, 'https'],
      [3, 'http'],
      [1, 'ftp'],
      [1, random.chance(0.5) ? '' : oddText(random).slice(0, 20)],
    ]),
    ':authority': host,
  };
  if (random.chance(0.05)) {
    fields['host'] = 'evil.example';
    request.tenant = undefined;
  }
  if (random.chance(0.03)) delete fields[random.pick([':authority', ':scheme'])];
  for (const [name, value] of request.headers) {
    const lower = name.toLowerCase();
    if (FORBIDDEN_IN_HTTP2.has(lower) || !/^[!#$%&'*+.^`|~\w-]+$/.test(lower)) continue;
    const earlier = fields[lower];
    fields[lower] = earlier === undefined ? value : [...[earlier].flat(), value];
  }
  const isSendable = Object.values(fields)
    .flat()
    // eslint-disable-next-line no-control-regex -- what the client of Node rejects
    .every(value => !/[\0-\u0008\u000a-\u001f\u007f]/.test(value));
  return isSendable && fields[':path'] && request.method !== 'CONNECT' ? fields : undefined;
}

/** One session of HTTP/2 at a time, with many streams. */
export class Http2Lane {
  private session: ClientHttp2Session | undefined;

  constructor(private readonly port: number) {}

  async send(fields: OutgoingHttpHeaders, body: Buffer | undefined): Promise<Answer | undefined> {
    if (!this.session || this.session.closed || this.session.destroyed) {
      this.session = connect(`http://127.0.0.1:${this.port}`);
      this.session.on('error', () => undefined);
    }
    const { session } = this;
    return new Promise(resolve => {
      let stream: ReturnType<ClientHttp2Session['request']>;
      try {
        stream = session.request(fields, { endStream: body === undefined });
      } catch {
        // Not sendable by this client.
        return resolve(undefined);
      }
      let status = 0;
      const chunks: Buffer[] = [];
      const timer = setTimeout(() => stream.close(constants.NGHTTP2_CANCEL), 20_000);
      stream
        .on('response', headers => (status = Number(headers[':status'])))
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('error', () => undefined)
        .on('close', () => {
          clearTimeout(timer);
          const text = Buffer.concat(chunks).toString();
          resolve(status === 0 ? undefined : { status, head: `HTTP/2 ${status}`, body: text });
        });
      if (body) stream.end(body);
    });
  }

  close(): void {
    this.session?.destroy();
  }
}
