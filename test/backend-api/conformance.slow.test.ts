import { isDeepStrictEqual } from 'node:util';
import { createClerkClient as createReference } from '@clerk/backend';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BackendApiClient } from '../../lib/backend-api/client.js';
import { ClerkAPIResponseError } from '../../lib/errors/clerk-api-response-error.js';
import { type Api, HAS_DOCUMENT, NEEDS_DOCUMENT, readApi } from './support/api-document.js';
import { DocumentServer } from './support/document-server.js';
import { fieldsOf, record } from './support/recorded-calls.js';
import { argumentSetsOf, REFERENCE_METHODS } from './support/reference-methods.js';
import type { Methods } from './support/reference-methods.js';
import { SECRET_KEY, transportTo } from './support/transport.js';
import { camelCase } from '../../tools/openapi/backend-api/wire-names.mjs';

const MACHINE_KEY = 'ak_machine';
/** Required in spite of the document: a token and its owner. */
const NEED_OPTIONAL_FIELDS = ['idPOAuthAccessToken.verify', 'sessions.getToken'];
/** The fields whose names are not the wire names in camel case. */
const OTHER_NAMES: Record<string, string> = {
  public: 'isPublic',
  external_verification_redirect_url: 'externalVerificationRedirectURL',
};
/**
 * Fields that our objects omit: the name of the JSON's type, because the method determines the result; and fields that
 * @clerk/backend fills with other values, which migrated code expects.
 */
const NOT_TAKEN_OVER = [/\.object$/, /^agentTasks\..*\.task_id$/, /\.verification\.message$/];

it('every method of @clerk/backend exists', () => {
  const ours = new BackendApiClient(transportTo('http://127.0.0.1:9').transport) as unknown as Methods;
  const missing = REFERENCE_METHODS.filter(name => {
    const [resource, method] = name.split('.') as [string, string];
    return typeof ours[resource]?.[method] !== 'function';
  });
  expect(missing).toEqual([]);
  expect(REFERENCE_METHODS).toHaveLength(192);
});

const describeWithDocument = NEEDS_DOCUMENT ? describe : describe.skip;

describeWithDocument("with samples of Clerk's document", () => {
  let api: Api;
  let server: DocumentServer;
  let reference: Methods;
  let ours: Methods;
  /** The operations that the client reports. */
  const observed = new Set<string>();

  beforeAll(async () => {
    if (!HAS_DOCUMENT) throw new Error("CI needs Clerk's document beside the repository.");
    api = await readApi();
    server = await DocumentServer.start(api);
    const options = { secretKey: SECRET_KEY, machineSecretKey: MACHINE_KEY, apiUrl: server.url };
    reference = createReference(options) as unknown as Methods;
    const { transport } = transportTo(server.url, {
      machineSecretKey: MACHINE_KEY,
      onRequest: ({ operation }) => observed.add(operation),
    });
    ours = new BackendApiClient(transport) as unknown as Methods;
  });
  afterAll(() => server?.close());

  describe.each(['full', 'sparse'] as const)('calls with a %s response', kind => {
    it.each(REFERENCE_METHODS)(
      '%s sends the request of @clerk/backend and returns the same result',
      async name => {
        const [resource, method] = name.split('.') as [string, string];
        for (const args of argumentSetsOf(api, name)) {
          server.answerWith(kind);
          const theirs = await record(server, () => reference[resource]![method]!(...args));
          server.answerWith(kind);
          const mine = await record(server, () => ours[resource]![method]!(...args));

          expect(theirs.requests).not.toHaveLength(0);
          expect(mine.requests).toEqual(theirs.requests);
          if (kind === 'sparse' && NEED_OPTIONAL_FIELDS.includes(name)) {
            expect(mine.failure).toBeInstanceOf(ClerkAPIResponseError);
            continue;
          }
          // If @clerk/backend fails for missing fields there is nothing to compare; our client must not fail.
          expect(mine.failure).toBeUndefined();
          if (theirs.failure === undefined) {
            expect({ result: fieldsOf(mine.result) }).toMatchObject({ result: fieldsOf(theirs.result) });
          }
        }
      },
    );
  });

  it('the methods reach every operation of the OpenAPI document', async () => {
    const reached = new Set<string>();
    observed.clear();
    for (const [id, { method, answers }] of Object.entries(api.names)) {
      const [resource, name] = method.split('.') as [string, string];
      for (const args of argumentSetsOf(api, method)) {
        server.answerWith('full', answers);
        const { requests, failure } = await record(server, () => ours[resource]![name]!(...args));
        expect({ id, failure }).toEqual({ id, failure: undefined });
        requests.forEach(request => reached.add(server.operationOf(request)?.id ?? ''));
      }
    }
    expect(api.operations.map(({ id }) => id).filter(id => !reached.has(id))).toEqual([]);
    expect(api.operations.map(({ id }) => id).filter(id => !observed.has(id))).toEqual([]);
    expect(api.operations).toHaveLength(249);
  });

  it('the results contain every field of the OpenAPI document', async () => {
    const missing = new Set<string>();
    for (const { method, answers, handwritten } of Object.values(api.names)) {
      if (answers || handwritten) continue;
      const [resource, name] = method.split('.') as [string, string];
      server.answerWith('full');
      const result = await ours[resource]![name]!(...argumentSetsOf(api, method)[0]!);
      if (typeof result === 'object')
        missingFields(server.lastAnswer, result, method).forEach(field => missing.add(field));
    }
    const unexpected = [...missing].filter(field => !NOT_TAKEN_OVER.some(known => known.test(field)));
    expect(unexpected).toEqual([]);
  });
});

/** The fields of a response that the resulting object does not have, or has with another value. */
function missingFields(json: unknown, made: unknown, where: string): string[] {
  if (Array.isArray(json)) {
    const items = Array.isArray(made) ? (made as unknown[]) : (made as { data: unknown[] }).data;
    return json.flatMap((item, index) => missingFields(item, items[index], `${where}[]`));
  }
  if (made instanceof URL) return made.href === json ? [] : [where];
  if (typeof json !== 'object' || json === null) return Object.is(json, made) ? [] : [where];
  if (isDeepStrictEqual(json, made)) return [];
  return Object.entries(json).flatMap(([name, value]) => {
    const field = OTHER_NAMES[name] ?? camelCase(name);
    const below = (made ?? {}) as Record<string, unknown>;
    return field in below ? missingFields(value, below[field], `${where}.${name}`) : [`${where}.${name}`];
  });
}
