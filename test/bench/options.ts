import { parseArgs } from 'node:util';

export const ADAPTERS = ['express', 'fastify', 'graphql', 'websocket'] as const;
/** Where the requests arrive: an HTTP adapter, or a transport on Express. */
export type AdapterName = (typeof ADAPTERS)[number];

export const CASE_NAMES = ['bearer', 'cookie', 'rejection', 'first-use', 'tenants', 'tokens'] as const;
export type CaseName = (typeof CASE_NAMES)[number];

/** How much `npm run bench` measures. */
export interface BenchOptions {
  /** How often each server is started: V8 may compile the same code in one process better than in the next. */
  readonly processes: number;
  /** How often each process is measured; a warm-up round comes first. */
  readonly rounds: number;
  /** How long one measurement lasts. */
  readonly seconds: number;
  readonly adapters: readonly AdapterName[];
  readonly cases: readonly CaseName[];
  readonly connections: readonly number[];
  /** Whether `@clerk/express` and `@clerk/fastify` are measured too. */
  readonly hasReference: boolean;
  /** The git revision whose build is measured beside the present one. */
  readonly against: string | undefined;
  /** The file for every figure. */
  readonly json: string | undefined;
}

/**
 * Reads the arguments of `npm run bench`.
 *
 * @throws TypeError for an unknown argument or value, with the accepted ones
 */
export function parseBenchOptions(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      processes: { type: 'string', default: '3' },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '1' },
      adapters: { type: 'string', default: ADAPTERS.join() },
      cases: { type: 'string', default: CASE_NAMES.join() },
      connections: { type: 'string', default: '16,200' },
      'no-reference': { type: 'boolean', default: false },
      against: { type: 'string' },
      json: { type: 'string' },
    },
  });
  return {
    processes: wholeNumber('processes', values.processes),
    rounds: wholeNumber('rounds', values.rounds),
    seconds: positiveNumber('seconds', values.seconds),
    adapters: listOf('adapters', values.adapters, ADAPTERS),
    cases: listOf('cases', values.cases, CASE_NAMES),
    connections: values.connections.split(',').map(text => wholeNumber('connections', text)),
    hasReference: !values['no-reference'],
    against: values.against,
    json: values.json,
  };
}

/** @throws TypeError unless the text is a positive number */
export function positiveNumber(option: string, text: string): number {
  const number = Number(text);
  if (!(number > 0 && number < Infinity)) {
    throw new TypeError(`--${option} is a positive number, not "${text}".`);
  }
  return number;
}

/** @throws TypeError unless the text is a positive whole number; `100_000` is one */
export function wholeNumber(option: string, text: string): number {
  const number = positiveNumber(option, text.replaceAll('_', ''));
  if (!Number.isInteger(number)) throw new TypeError(`--${option} is a whole number, not "${text}".`);
  return number;
}

/** @throws TypeError unless the text is a comma-separated list of accepted names */
export function listOf<Name extends string>(
  option: string,
  text: string,
  accepted: readonly Name[],
): readonly Name[] {
  const names = text.split(',').map(name => name.trim());
  const unknown = names.filter(name => !accepted.includes(name as Name));
  if (unknown.length > 0) {
    throw new TypeError(`--${option} is a list of ${accepted.join(', ')}; unknown: ${unknown.join(', ')}.`);
  }
  return accepted.filter(name => names.includes(name));
}
