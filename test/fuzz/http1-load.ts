import { connect } from 'node:net';
import type { Socket } from 'node:net';

import { Random } from '../conformance/random.js';
import { toBytes } from './draw/drawn-request.js';
import type { DrawnRequest } from './draw/drawn-request.js';
import { ResponseReader } from './response-reader.js';
import type { Answer } from './response-reader.js';

/**
 * An answer of a drawn request; `undefined` when the connection ended without one.
 *
 * @param isExtra - whether it may answer something else, such as a request that was hidden in the drawn one
 */
export type OnAnswer = (
  request: DrawnRequest,
  bytes: Buffer,
  answer: Answer | undefined,
  isExtra: boolean,
  /** Why there is no answer. */
  why?: string,
) => void;

/** Ends a connection after a request that may leave the parser anywhere. */
const TERMINATOR = Buffer.from('GET /fuzz-end HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n');
/** A request whose body is shorter than it says keeps a server waiting, as it should. */
const UNCERTAIN_IDLE_MS = 400;
const ANSWER_TIMEOUT_MS = 20_000;
const BATCHES_OF_A_CONNECTION = 60;

/** One connection at a time, with several requests under way on it. */
export class Http1Lane {
  private connection: Connection | undefined;
  private batches = 0;

  constructor(
    private readonly port: number,
    private readonly onAnswer: OnAnswer,
  ) {}

  /**
   * Sends requests at once, in pieces that follow from the number of the first, and waits for all answers.
   *
   * @returns requests to send again: those behind an answer that ended the connection
   */
  async send(requests: readonly DrawnRequest[]): Promise<readonly DrawnRequest[]> {
    if (!this.connection || this.connection.isEnded || ++this.batches > BATCHES_OF_A_CONNECTION) {
      this.connection?.destroy();
      this.connection = await Connection.open(this.port);
      this.batches = 0;
    }
    const { connection } = this;
    const last = requests.at(-1)!;
    const bytes = requests.map(toBytes);
    const all = Buffer.concat(last.endsConnection ? [...bytes, TERMINATOR] : bytes);
    connection.write(all, Random.from('pieces', requests[0]!.number));

    const began = performance.now();
    let mayEnd = false;
    let hasLast = false;
    for (const [index, request] of requests.entries()) {
      const isUncertain = request.endsConnection;
      const answer = await connection.answer(
        request.method === 'HEAD',
        isUncertain ? UNCERTAIN_IDLE_MS : ANSWER_TIMEOUT_MS,
      );
      if (!answer && mayEnd && !isUncertain) {
        connection.destroy();
        return requests.slice(index);
      }
      const why = `${connection.end ?? 'no answer'} after ${Math.round(performance.now() - began)} ms, ${index} before it`;
      this.onAnswer(request, bytes[index]!, answer, false, why);
      hasLast = answer !== undefined;
      if (!answer && !isUncertain) {
        connection.destroy();
        return requests.slice(index + 1);
      }
      mayEnd = answer !== undefined && /\r\nconnection: close/i.test(answer.head);
    }
    if (last.endsConnection) {
      // Requests may be hidden in what was one, and answered.
      let isHead = !hasLast && last.method === 'HEAD';
      for (;;) {
        const answer = await connection.answer(isHead, UNCERTAIN_IDLE_MS);
        if (!answer) break;
        isHead = false;
        this.onAnswer(last, bytes.at(-1)!, answer, true);
      }
      connection.destroy();
    } else if (mayEnd) connection.destroy();
    return [];
  }

  close(): void {
    this.connection?.destroy();
  }
}

class Connection {
  private readonly reader = new ResponseReader();
  private wake: (() => void) | undefined;
  isEnded = false;
  /** What ended it. */
  end: string | undefined;

  private constructor(private readonly socket: Socket) {
    const end = (why: string) => () => {
      this.isEnded = true;
      this.end ??= why;
      this.reader.close();
      this.wake?.();
    };
    socket.on('data', chunk => {
      this.reader.push(chunk);
      this.wake?.();
    });
    socket.on('error', end('error')).on('close', end('close')).on('end', end('end'));
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      socket.once('error', reject).once('connect', () => {
        socket.off('error', reject);
        resolve(new Connection(socket));
      });
    });
  }

  write(bytes: Buffer, random: Random): void {
    if (random.chance(0.8) || bytes.length < 4) {
      this.socket.write(bytes);
      return;
    }
    const at = 1 + random.integer(bytes.length - 1);
    this.socket.write(bytes.subarray(0, at));
    setImmediate(() => {
      if (!this.isEnded) this.socket.write(bytes.subarray(at));
    });
  }

  async answer(isHead: boolean, timeoutMs: number): Promise<Answer | undefined> {
    for (;;) {
      const answer = this.reader.next(isHead);
      if (answer || this.isEnded) return answer ?? this.reader.next(isHead);
      const hasCome = await new Promise<boolean>(resolve => {
        const timer = setTimeout(() => resolve(false), timeoutMs);
        this.wake = () => {
          clearTimeout(timer);
          resolve(true);
        };
      });
      this.wake = undefined;
      if (!hasCome) return undefined;
    }
  }

  destroy(): void {
    this.isEnded = true;
    this.socket.destroy();
  }
}

/** Sends bytes as they are, and returns what comes back in a second. */
export async function sendBytes(port: number, bytes: Buffer, isHead = false): Promise<Answer[]> {
  const connection = await Connection.open(port);
  connection.write(bytes, new Random(0));
  const answers: Answer[] = [];
  for (;;) {
    const answer = await connection.answer(isHead, 1000);
    if (!answer) break;
    answers.push(answer);
  }
  connection.destroy();
  return answers;
}
