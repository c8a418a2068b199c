import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BackendApiClient } from '../../lib/backend-api/client.js';
import { json, type RecordedRequest, RecordingServer } from './support/recording-server.js';
import { rejection, transportTo } from './support/transport.js';

/** The items of the list; the server returns a page of it at a time. */
const ALL = Array.from({ length: 25 }, (_, index) => ({ object: 'x', id: `id_${index}` }));

let server: RecordingServer;
let clerk: BackendApiClient;

beforeAll(async () => {
  server = await RecordingServer.start();
  clerk = new BackendApiClient(transportTo(server.url).transport);
});
afterAll(() => server.close());
beforeEach(() =>
  server.behave((response, request) => {
    const { limit, offset } = page(request);
    const part = ALL.slice(offset, offset + limit);
    json(200, request.path === '/v1/users' ? part : { data: part, total_count: ALL.length })(
      response,
      request,
    );
  }),
);

function page({ query }: RecordedRequest) {
  const params = new URLSearchParams(query);
  return { limit: Number(params.get('limit') ?? 10), offset: Number(params.get('offset') ?? 0) };
}

async function idsOf(items: AsyncIterable<{ id: string | null }>): Promise<(string | null)[]> {
  const ids = [];
  for await (const { id } of items) ids.push(id);
  return ids;
}

const IDS = ALL.map(({ id }) => id);

describe('list iterator', () => {
  it('sends no request before its first item is read', async () => {
    const users = clerk.users.iterateUserList();
    await Promise.resolve();
    expect(server.requests).toHaveLength(0);
    await users.return();
  });

  it('returns all items of a list with a count, and requests no page after the last', async () => {
    expect(await idsOf(clerk.organizations.iterateOrganizationList({ limit: 5 }))).toEqual(IDS);
    expect(server.requests.map(page)).toEqual([0, 5, 10, 15, 20].map(offset => ({ limit: 5, offset })));
  });

  it('returns all items of a plain list, which ends with a page that is not full', async () => {
    expect(await idsOf(clerk.users.iterateUserList({ limit: 10 }))).toEqual(IDS);
    expect(server.requests.map(page)).toEqual([0, 10, 20].map(offset => ({ limit: 10, offset })));
    expect(server.requests.map(({ path }) => path)).not.toContain('/v1/users/count');
  });

  it('ends after a last page that is full', async () => {
    expect(await idsOf(clerk.users.iterateUserList({ limit: 25 }))).toEqual(IDS);
    expect(server.requests.map(page)).toEqual([0, 25].map(offset => ({ limit: 25, offset })));
  });

  it('starts at the given offset and keeps the other parameters', async () => {
    const params = { query: 'ada', limit: 10, offset: 18 };
    expect(await idsOf(clerk.organizations.iterateOrganizationList(params))).toEqual(IDS.slice(18));
    expect(server.requests.map(({ query }) => query)).toEqual(['query=ada&limit=10&offset=18']);
  });

  it('requests pages of 100 items, and of 500 at most', async () => {
    await idsOf(clerk.organizations.iterateOrganizationList());
    await idsOf(clerk.organizations.iterateOrganizationList({ limit: 10_000 }));
    expect(server.requests.map(page)).toEqual([100, 500].map(limit => ({ limit, offset: 0 })));
  });

  it('requests no further page after the consumer has stopped', async () => {
    for await (const { id } of clerk.organizations.iterateOrganizationList({ limit: 5 }))
      if (id === 'id_4') break;
    expect(server.requests).toHaveLength(1);
  });

  it('ends if items are deleted during the iteration, even if the count is higher', async () => {
    server.behave(
      json(200, { data: ALL.slice(0, 5), total_count: 25 }),
      json(200, { data: [], total_count: 25 }),
    );
    expect(await idsOf(clerk.machines.iterateList({ limit: 5 }))).toHaveLength(5);
    expect(server.requests).toHaveLength(2);
  });

  it('throws the error of a failed page', async () => {
    const page = json(200, { data: ALL.slice(0, 5), total_count: 25 });
    server.behave(page, json(403, { errors: [{ code: 'forbidden', message: 'no' }] }));
    const seen: unknown[] = [];
    const consume = async () => {
      for await (const machine of clerk.machines.iterateList({ limit: 5 })) seen.push(machine);
    };
    expect(await rejection(consume())).toMatchObject({ status: 403 });
    expect(seen).toHaveLength(5);
  });

  it('reads a list without pages in one request', async () => {
    expect(await idsOf(clerk.domains.iterateList())).toEqual(IDS.slice(0, 10));
    expect(server.requests).toHaveLength(1);
  });
});

it('every list method has an iterator', () => {
  const prototypes = Object.getOwnPropertyNames(Object.getPrototypeOf(Object.getPrototypeOf(clerk)))
    .filter(name => name !== 'constructor')
    .map(name => [name, methodsOf((clerk as unknown as Record<string, object>)[name]!)] as const);
  const without = prototypes.flatMap(([resource, methods]) =>
    methods
      .filter(method => /List$|^list$/.test(method) && !method.startsWith('iterate'))
      .filter(method => !methods.includes(`iterate${upperFirst(method.replace(/^get(?=[A-Z])/, ''))}`))
      .map(method => `${resource}.${method}`),
  );
  expect(prototypes).toHaveLength(40);
  expect(without).toEqual([]);
});

function methodsOf(resource: object): string[] {
  const prototype = Object.getPrototypeOf(resource) as object;
  if (prototype === Object.prototype) return [];
  return [...Object.getOwnPropertyNames(prototype), ...methodsOf(prototype)];
}

function upperFirst(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}
