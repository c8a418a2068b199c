import type { BackendApiCalls } from '../generated/calls.js';
import { json } from '../http/api-answer.js';
import type { ApiAnswer } from '../http/api-answer.js';
import type { OperationCall, OperationHandler } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import { camelCase } from './names.js';
import type { Operation } from './operation.js';
import { shapeAnswer } from './shaping.js';
import { readBodyParameters, readQueryParameters } from './validation.js';

/** The name of an operation in Clerk's OpenAPI document, such as `GetUser`. */
export type BackendApiOperation = keyof BackendApiCalls;

/** A call of one operation, validated: names in camel case, with default values. */
export type BackendApiCall<Name extends BackendApiOperation> = BackendApiCalls[Name] & {
  /** The received call with the unparsed `body` and `query`. */
  readonly raw: OperationCall;
};

/** Performs an operation. Its result is converted to the operation's schema. */
export type BackendApiHandler<Name extends BackendApiOperation> = (
  call: BackendApiCall<Name>,
  instance: LocalInstance,
) => unknown;

export type BackendApiHandlers = { readonly [Name in BackendApiOperation]?: BackendApiHandler<Name> };

/** The handlers of some operations, each wrapped in the validation and the schema of its operation. */
export function bindHandlers(
  operations: readonly Operation<BackendApiOperation>[],
  handlers: BackendApiHandlers,
): Partial<Record<BackendApiOperation, OperationHandler>> {
  return Object.fromEntries(
    operations.flatMap(operation => {
      const handler = handlers[operation.name] as BackendApiHandler<BackendApiOperation> | undefined;
      return handler ? [[operation.name, bind(operation, handler)]] : [];
    }),
  );
}

function bind(operation: Operation, handler: BackendApiHandler<BackendApiOperation>): OperationHandler {
  return async (raw, instance) => {
    const call = readCall(operation, raw);
    const value = await handler(call, instance);
    return answerOf(operation, value, raw.query.get('paginated') === 'true');
  };
}

/**
 * Validates a call of an operation.
 *
 * @throws {@link ClerkAPIResponseError} 400 or 422 if it is invalid
 */
export function readCall<Name extends BackendApiOperation>(
  operation: Operation,
  raw: OperationCall,
): BackendApiCall<Name> {
  const query = readQueryParameters(operation.query, raw.query);
  // A form contains a file, which the handler reads itself.
  const body = operation.mediaType === undefined ? readBodyParameters(operation.body, raw.body) : {};
  return { path: camelCased(raw.pathParameters), query, body, raw } as unknown as BackendApiCall<Name>;
}

function answerOf({ answer, status }: Operation, value: unknown, isPaginated: boolean): ApiAnswer {
  if (answer === undefined) return { status, headers: [], body: null };
  return json(shapeAnswer(answer, value, isPaginated), status);
}

function camelCased(parameters: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [camelCase(name), value]));
}
