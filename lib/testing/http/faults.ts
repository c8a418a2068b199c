import { isDeepStrictEqual } from 'node:util';

import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import { milliseconds } from '../clock.js';
import type { LocalDuration } from '../clock.js';
import { failureAnswer, HANG, NO_ANSWER } from './api-answer.js';
import type { ApiAnswer } from './api-answer.js';

/** The requests to which a fault applies. */
export type LocalFaultTarget =
  /** An operation's name in Clerk's OpenAPI documents, such as `GetUser`, or `*` for every request. */
  | (string & {})
  /** The path without the query, such as `/v1/users`, or an expression that matches it. */
  | { readonly path: string | RegExp; readonly method?: string }
  /** The operation, called with these parameters in path, query or body, under their names on the wire. */
  | { readonly operation: string; readonly parameters: Readonly<Record<string, unknown>> };

/** The fault: in place of a response, or before it. */
export interface LocalFault {
  /** The status of an error in the form of Clerk's. */
  readonly status?: number;
  /** The code of the error. Default: Clerk's code for the status. */
  readonly code?: string;
  /** Seconds, for the header `Retry-After`. */
  readonly retryAfter?: number;
  /** The delay of the response. Without a status or a broken connection, the usual response follows. */
  readonly delay?: LocalDuration;
  /** `reset` breaks the connection; `hang` never responds. */
  readonly connection?: 'reset' | 'hang';
  /** The number of requests to which it applies. Default: every one, until it is removed. */
  readonly times?: number;
}

interface RegisteredFault {
  readonly target: LocalFaultTarget;
  readonly fault: LocalFault;
  left: number;
}

/** A request to which a fault may apply. */
export interface FaultCandidate {
  readonly method: string;
  readonly path: string;
  readonly operation: string | undefined;
  /** `undefined` until the body is read. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** The faults of one instance. The newest matching one applies. */
export class Faults {
  #faults: readonly RegisteredFault[] = [];

  /** @returns a function that removes the fault */
  add(target: LocalFaultTarget, fault: LocalFault): () => void {
    assertFault(fault);
    const registered = { target, fault, left: fault.times ?? Number.POSITIVE_INFINITY };
    this.#faults = [registered, ...this.#faults];
    return () => {
      this.#faults = this.#faults.filter(other => other !== registered);
    };
  }

  clear(): void {
    this.#faults = [];
  }

  /** The fault of a request; counts one use of it. */
  take(candidate: FaultCandidate): LocalFault | undefined {
    const found = this.#faults.find(({ target, left }) => left > 0 && matches(target, candidate));
    if (!found) return undefined;
    found.left--;
    return found.fault;
  }
}

/** Waits for the delay of a fault. @returns the response that replaces the usual one, if there is one */
export async function applyFault(fault: LocalFault): Promise<ApiAnswer | undefined> {
  const { status, code, retryAfter, delay, connection } = fault;
  if (delay !== undefined) {
    const duration = milliseconds(delay);
    // The global is read here, so that fake timers apply whenever they are installed.
    await new Promise<void>(resolve => void setTimeout(resolve, duration));
  }
  if (connection !== undefined) return connection === 'reset' ? NO_ANSWER : HANG;
  if (status === undefined) return undefined;
  const answer = failureAnswer(status, code);
  if (retryAfter === undefined) return answer;
  return { ...answer, headers: [...answer.headers, ['retry-after', String(retryAfter)]] };
}

/** A fault for certain parameters applies when the body is read, any other before. */
function matches(target: LocalFaultTarget, { method, path, operation, parameters }: FaultCandidate): boolean {
  if (typeof target === 'object' && 'parameters' in target) {
    return (
      target.operation === operation && parameters !== undefined && contains(parameters, target.parameters)
    );
  }
  if (parameters !== undefined) return false;
  if (typeof target === 'string') return target === '*' || target === operation;
  if (target.method !== undefined && target.method.toUpperCase() !== method) return false;
  return typeof target.path === 'string' ? target.path === path : target.path.test(path);
}

function contains(
  parameters: Readonly<Record<string, unknown>>,
  expected: Readonly<Record<string, unknown>>,
): boolean {
  return Object.entries(expected).every(([name, value]) => isDeepStrictEqual(parameters[name], value));
}

function assertFault({ status, delay, connection, times }: LocalFault): void {
  const problem =
    status === undefined && delay === undefined && connection === undefined
      ? "A fault needs a 'status', a 'delay' or a 'connection'."
      : status !== undefined && !(Number.isInteger(status) && status >= 400 && status <= 599)
        ? "The 'status' of a fault is a number from 400 to 599."
        : times !== undefined && !(Number.isInteger(times) && times > 0)
          ? "The 'times' of a fault is a positive number."
          : undefined;
  if (problem !== undefined) throw new ClerkConfigurationError('option_invalid', problem);
  if (delay !== undefined) milliseconds(delay);
}
