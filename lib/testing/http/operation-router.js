import { requestMalformed } from '../refusals.js';
/** Finds the operation that a method and a path stand for. */
export class OperationRouter {
  #routes;
  /** @param prefix - what every path starts with, such as `/v1` */
  constructor(prefix, operations) {
    this.#routes = operations
      .map(([method, path, operation]) => ({ method, segments: segmentsOf(prefix + path), operation }))
      // So that /users/count is not taken for the user `count`.
      .sort((a, b) => countParameters(a.segments) - countParameters(b.segments));
  }
  /**
   * @throws {@link ClerkAPIResponseError} 400 when the path is not properly percent-encoded
   */
  match(method, path) {
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
function segmentsOf(path) {
  return path.split('/');
}
function isParameter(segment) {
  return segment.startsWith('{');
}
function countParameters(segments) {
  return segments.filter(isParameter).length;
}
function readParameters(segments, given) {
  return Object.fromEntries(
    segments.flatMap((segment, index) =>
      isParameter(segment) ? [[segment.slice(1, -1), decode(given[index] ?? '')]] : [],
    ),
  );
}
function decode(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw requestMalformed('The path is not properly percent-encoded.');
  }
}
