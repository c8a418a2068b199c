import { ShapeReader } from './shapes.mjs';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Clerk's document leaves it out: only its SDKs call it. */
const HANDSHAKE_PAYLOAD = {
  name: 'GetHandshakePayload',
  method: 'GET',
  path: '/clients/handshake_payload',
  query: { nonce: { type: 'string' } },
  status: 200,
  answer: { type: 'object' },
};

/** @returns every operation of Clerk's Backend API document, and the shapes that their answers refer to */
export function readOperations(document) {
  const shapes = new ShapeReader(document);
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter(method => item[method] !== undefined).map(method =>
      readOperation(document, shapes, { path, method, item, operation: item[method] }),
    ),
  );
  return { operations, sdkOperations: [HANDSHAKE_PAYLOAD], schemas: Object.fromEntries(shapes.named) };
}

function readOperation(document, shapes, { path, method, item, operation }) {
  const [status, response] = successOf(document, operation);
  const query = queryOf(document, shapes, [...(item.parameters ?? []), ...(operation.parameters ?? [])]);
  const [mediaType, body] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const answer = Object.values(response.content ?? {})[0]?.schema;
  return {
    name: operation.operationId,
    method: method.toUpperCase(),
    path,
    ...(Object.keys(query).length > 0 && { query }),
    ...(mediaType !== undefined && mediaType !== 'application/json' && { mediaType }),
    ...(body && { body: shapes.read(body.schema, { isInput: true }) }),
    status,
    ...(answer && { answer: shapes.read(answer) }),
  };
}

function successOf(document, { responses }) {
  const [status, response] = Object.entries(responses).find(([code]) => code.startsWith('2'));
  const name = response.$ref?.split('/').at(-1);
  return [Number(status), name === undefined ? response : document.components.responses[name]];
}

function queryOf(document, shapes, parameters) {
  const resolved = parameters.map(parameter =>
    parameter.$ref === undefined
      ? parameter
      : document.components.parameters[parameter.$ref.split('/').at(-1)],
  );
  return Object.fromEntries(
    resolved
      .filter(parameter => parameter.in === 'query')
      .map(parameter => [
        parameter.name,
        {
          ...shapes.read(parameter.schema, { isInput: true }),
          ...(parameter.required && { isRequired: true }),
        },
      ]),
  );
}
