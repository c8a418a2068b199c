import { requestMalformed } from '../api-errors.js';

/** Method, path template and name of an operation. */
export type OperationEntry<Name extends string = string> = readonly [
  method: string,
  path: string,
  name: Name,
];

/** The operation of a request. */
export interface OperationMatch<Name extends string = string> {
  readonly operation: Name;
  /** The decoded values of `{user_id}` and other parameters. */
  readonly pathParameters: Readonly<Record<string, string>>;
}

interface Route<Name extends string> {
  readonly method: string;
  readonly segments: readonly string[];
  readonly operation: Name;
}

/** Finds the operation of a method and a path. */
export class OperationRouter<Name extends string> {
  readonly #routes: readonly Route<Name>[];

  /** @param prefix - the prefix of every path, such as `/v1` */
  constructor(prefix: string, operations: readonly OperationEntry<Name>[]) {
    this.#routes = operations
      .map(([method, path, operation]) => ({ method, segments: segmentsOf(prefix + path), operation }))
      // So that /users/count does not match as the user `count`.
      .sort((a, b) => countParameters(a.segments) - countParameters(b.segments));
  }

  /**
   * @throws {@link ClerkAPIResponseError} 400 if the percent-encoding of the path is broken
   */
  match(method: string, path: string): OperationMatch<Name> | undefined {
    const given = segmentsOf(path);
    const route = this.#routes.find(
      ({ segments, ...candidate }) =>
        candidate.method === method &&
        segments.length === given.length &&
        segments.every((segment, index) =>
          isParameter(segment) ? given[index] !== '' : segment === given[index],
        ),
    );
    return route && { operation: route.operation, pathParameters: readParameters(route.segments, given) };
  }
}

function segmentsOf(path: string): string[] {
  return path.split('/');
}

function isParameter(segment: string): boolean {
  return segment.startsWith('{');
}

function countParameters(segments: readonly string[]): number {
  return segments.filter(isParameter).length;
}

function readParameters(segments: readonly string[], given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    segments.flatMap((segment, index) =>
      isParameter(segment) ? [[segment.slice(1, -1), decode(given[index] ?? '')]] : [],
    ),
  );
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw requestMalformed('The path is not properly percent-encoded.');
  }
}
