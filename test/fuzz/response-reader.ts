/** One answer as it came over a socket. */
export interface Answer {
  readonly status: number;
  /** The lines of the head, in latin1. */
  readonly head: string;
  readonly body: string;
}

const EMPTY = Buffer.alloc(0);
const HEAD_END = Buffer.from('\r\n\r\n');

/** Reads answers of HTTP/1.1 from the bytes of a connection, one after the other. */
export class ResponseReader {
  private buffer: Buffer = EMPTY;
  private isClosed = false;

  push(chunk: Buffer): void {
    this.buffer = this.buffer.length === 0 ? chunk : Buffer.concat([this.buffer, chunk]);
  }

  /** What has come until now is all that comes. */
  close(): void {
    this.isClosed = true;
  }

  /** What came of an answer that is not complete, in latin1. */
  get rest(): string {
    return this.buffer.toString('latin1', 0, 2000);
  }

  /**
   * The next answer, if all of it has come. Interim answers (1xx) are skipped.
   *
   * @param isHead - whether it answers HEAD, and so has no body
   */
  next(isHead: boolean): Answer | undefined {
    for (;;) {
      const headEnd = this.buffer.indexOf(HEAD_END);
      if (headEnd === -1) return undefined;
      const head = this.buffer.toString('latin1', 0, headEnd);
      const status = Number(head.slice(9, 12));
      const bodyStart = headEnd + HEAD_END.length;
      if (status >= 100 && status < 200 && status !== 101) {
        this.buffer = this.buffer.subarray(bodyStart);
        continue;
      }
      const end = this.bodyEnd(head, status, bodyStart, isHead);
      if (end === undefined) return undefined;
      const body = this.buffer.toString('utf8', bodyStart, Math.min(end, bodyStart + 100_000));
      this.buffer = end >= this.buffer.length ? EMPTY : this.buffer.subarray(end);
      return { status, head, body };
    }
  }

  private bodyEnd(head: string, status: number, start: number, isHead: boolean): number | undefined {
    if (isHead || status === 204 || status === 304) return start;
    const length = /\r\ncontent-length: *(\d+)/i.exec(head);
    if (length) {
      const end = start + Number(length[1]);
      return end <= this.buffer.length ? end : undefined;
    }
    if (/\r\ntransfer-encoding: *chunked/i.test(head)) return this.chunkedEnd(start);
    return this.isClosed ? this.buffer.length : undefined;
  }

  private chunkedEnd(start: number): number | undefined {
    let at = start;
    for (;;) {
      const lineEnd = this.buffer.indexOf('\r\n', at, 'latin1');
      if (lineEnd === -1) return undefined;
      const size = Number.parseInt(this.buffer.toString('latin1', at, lineEnd), 16);
      const next = lineEnd + 2 + size + 2;
      if (!(next <= this.buffer.length)) return undefined;
      if (size === 0) return next;
      at = next;
    }
  }
}
