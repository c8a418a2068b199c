import { ShapeReader } from './shapes.mjs';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

const TEXT = { type: 'string' };
const TEXT_OR_NULL = { type: 'string', nullable: true };
const ADDRESS = { type: 'object', properties: { address: TEXT, name: TEXT_OR_NULL } };
const RECIPIENT = {
  type: 'object',
  properties: { address: TEXT, user_id: TEXT, email_address_id: TEXT },
};

const EMAIL_PARAMETERS = {
  type: 'object',
  required: ['to', 'subject'],
  properties: {
    to: RECIPIENT,
    from: ADDRESS,
    reply_to: ADDRESS,
    subject: TEXT,
    html: TEXT_OR_NULL,
    text: TEXT_OR_NULL,
    cc: { type: 'array', items: TEXT },
    bcc: { type: 'array', items: TEXT },
    headers: { type: 'object' },
    attachments: { type: 'array', items: { type: 'object' } },
    idempotency_key: TEXT_OR_NULL,
  },
};

const EMAIL = {
  type: 'object',
  required: ['object', 'id', 'to_email_address', 'subject', 'status'],
  properties: {
    object: { type: 'string', enum: ['email'] },
    id: TEXT,
    from_email_name: TEXT,
    email_address_id: TEXT_OR_NULL,
    to_email_address: TEXT,
    subject: TEXT,
    body: TEXT,
    body_plain: TEXT_OR_NULL,
    status: TEXT,
    slug: TEXT_OR_NULL,
    data: { type: 'object', nullable: true },
    delivered_by_clerk: { type: 'boolean' },
    user_id: TEXT_OR_NULL,
    suppression_reason: TEXT_OR_NULL,
  },
};

const EMAIL_RESULT = {
  type: 'object',
  properties: { index: { type: 'integer' }, email: EMAIL, status_code: { type: 'integer' } },
};

/** Clerk's document omits them, because only its SDKs call them. */
const SDK_OPERATIONS = [
  {
    name: 'GetHandshakePayload',
    method: 'GET',
    path: '/clients/handshake_payload',
    query: { nonce: TEXT },
    status: 200,
    answer: { type: 'object' },
  },
  { name: 'CreateEmail', method: 'POST', path: '/email', body: EMAIL_PARAMETERS, status: 200, answer: EMAIL },
  {
    name: 'CreateEmailBatch',
    method: 'POST',
    path: '/email/batch',
    body: {
      type: 'object',
      required: ['messages'],
      properties: { messages: { type: 'array', items: EMAIL_PARAMETERS, minItems: 1, maxItems: 100 } },
    },
    status: 200,
    answer: { type: 'array', items: EMAIL_RESULT },
  },
  { name: 'GetEmail', method: 'GET', path: '/email/{email_id}', status: 200, answer: EMAIL },
  {
    name: 'DeleteInvitation',
    method: 'DELETE',
    path: '/invitations/{invitation_id}',
    status: 200,
    answer: { ref: 'DeletedObject' },
  },
  {
    name: 'VerifySession',
    method: 'POST',
    path: '/sessions/{session_id}/verify',
    body: { type: 'object', required: ['token'], properties: { token: TEXT } },
    status: 200,
    answer: { ref: 'Session' },
  },
  {
    name: 'ChangeDomain',
    method: 'POST',
    path: '/beta_features/change_domain',
    body: { type: 'object', properties: { home_url: TEXT, is_secondary: { type: 'boolean' } } },
    status: 202,
  },
];

/** @returns every operation of Clerk's Backend API document, and the shapes that their answers refer to */
export function readOperations(document) {
  const shapes = new ShapeReader(document);
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter(method => item[method] !== undefined).map(method =>
      readOperation(document, shapes, { path, method, item, operation: item[method] }),
    ),
  );
  return { operations, sdkOperations: SDK_OPERATIONS, schemas: Object.fromEntries(shapes.named) };
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
