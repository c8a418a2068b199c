import { NUMBER_HEADER } from '../settings.js';
import type { Identity, TenantName } from './token-pool.js';

export type HeaderField = [name: string, value: string];

/** One drawn request, before it becomes bytes. */
export interface DrawnRequest {
  readonly number: number;
  method: string;
  target: string;
  version: string;
  headers: HeaderField[];
  body: Buffer | undefined;
  framing: 'length' | 'chunked';
  /** What was drawn, for reports. */
  readonly labels: Set<string>;
  /** The tenant of the host, if it is one. */
  tenant: TenantName | undefined;
  /** Who has to be signed in: set for plain requests with a valid token. */
  mustBe: Identity | undefined;
  /** The fault that the stub of the Frontend API is asked for. */
  stubFault: string | undefined;
  /** Whether the connection may end with it, or the number of answers is uncertain. */
  endsConnection: boolean;
}

/** The bytes of a request as HTTP/1.1. */
export function toBytes(request: DrawnRequest): Buffer {
  const { method, target, version, headers, body, framing, number } = request;
  const framingFields: HeaderField[] =
    body === undefined
      ? []
      : framing === 'chunked'
        ? [['Transfer-Encoding', 'chunked']]
        : [['Content-Length', String(body.length)]];
  const lines = [...headers, [NUMBER_HEADER, String(number)] as HeaderField, ...framingFields].map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const head = Buffer.from(`${method} ${target} ${version}\r\n${lines.join('')}\r\n`, 'latin1');
  if (body === undefined) return head;
  return Buffer.concat([head, framing === 'chunked' ? chunked(body, number) : body]);
}

/** Chunks of sizes that follow from the number of the request, so that the same request has the same bytes. */
function chunked(body: Buffer, number: number): Buffer {
  const size = Math.max(1, Math.ceil(body.length / (1 + (number % 4))));
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; at += size) {
    const chunk = body.subarray(at, at + size);
    const extension = number % 5 === 0 ? ';name="value"' : '';
    parts.push(
      Buffer.from(`${chunk.length.toString(16)}${extension}\r\n`, 'latin1'),
      chunk,
      Buffer.from('\r\n'),
    );
  }
  parts.push(Buffer.from('0\r\n\r\n'));
  return Buffer.concat(parts);
}
