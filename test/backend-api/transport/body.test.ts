import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BackendApiClient } from '../../../lib/backend-api/client.js';
import { encodeBody } from '../../../lib/backend-api/transport/body.js';
import { json, RecordingServer, text } from '../support/recording-server.js';
import { operation, transportTo } from '../support/transport.js';

const encode = (overrides: Parameters<typeof operation>[0]) =>
  encodeBody(operation({ method: 'POST', ...overrides }));

describe('request body', () => {
  it('converts the names of its fields to snake case, but not nested names', () => {
    const data = { snake_key: 1, camelKey: { deepKey: [{ innerKey: null }] } };
    const { body } = encode({
      body: { publicMetadata: data, isSecondary: false, maxAllowed: 0, none: null },
    });
    expect(JSON.parse(body as string)).toEqual({
      public_metadata: data,
      is_secondary: false,
      max_allowed: 0,
      none: null,
    });
  });

  it('converts nested objects that the operation names, in lists too', () => {
    const { body } = encode({
      body: { groupMappings: [{ roleId: 'r', ownData: { someKey: 1 } }, null], other: { someKey: 1 } },
      nested: { groupMappings: {} },
    });
    expect(JSON.parse(body as string)).toEqual({
      group_mappings: [{ role_id: 'r', own_data: { someKey: 1 } }, null],
      other: { someKey: 1 },
    });
  });

  it('has no inherited properties', () => {
    expect(JSON.parse(encode({ body: { toString: { someKey: 1 } }, nested: {} }).body as string)).toEqual({
      to_string: { someKey: 1 },
    });
  });

  it('has dates in RFC 3339', () => {
    expect(encode({ body: { createdAt: new Date(0) } }).body).toBe(
      '{"created_at":"1970-01-01T00:00:00.000Z"}',
    );
  });

  it('is empty for an object without members, with the media type JSON for a write', () => {
    expect(encode({ body: {} })).toEqual({ body: undefined, contentType: 'application/json' });
    expect(encodeBody(operation({ method: 'GET' }))).toEqual({ body: undefined, contentType: undefined });
  });

  it('is a form without undefined fields if it contains a file', () => {
    const file = new Blob(['x']);
    const { body, contentType } = encode({ form: { file, uploaderUserId: 'user_1', other: undefined } });
    expect(contentType).toBeUndefined();
    expect([...(body as FormData).keys()]).toEqual(['file', 'uploader_user_id']);
  });
});

describe('special operations', () => {
  let server: RecordingServer;
  let clerk: BackendApiClient;
  beforeAll(async () => {
    server = await RecordingServer.start();
    clerk = new BackendApiClient(transportTo(server.url).transport);
  });
  afterAll(() => server.close());

  it('an HTML page is returned as a string and requested without a key', async () => {
    server.behave(text(200, '<html></html>', { 'content-type': 'text/html' }));
    expect(await clerk.instance.getPublicInterstitial({ frontendApi: 'clerk.example.test' })).toBe(
      '<html></html>',
    );
    expect(server.requests[0]).toMatchObject({
      path: '/v1/public/interstitial',
      query: 'frontend_api=clerk.example.test',
    });
    expect(server.requests[0]!.headers.authorization).toBeUndefined();
  });

  it('objects in a list have their names on the wire', async () => {
    server.behave(json(200, { object: 'directory', id: 'dir_1', custom_attributes: null }));
    await clerk.directories.create({
      enterpriseConnectionId: 'ent_1',
      provider: 'okta',
      groupRoleMappings: [{ directoryGroupId: 'grp_1', roleId: 'role_1' }],
    });
    expect(JSON.parse(server.requests[0]!.body)).toEqual({
      enterprise_connection_id: 'ent_1',
      provider: 'okta',
      group_role_mappings: [{ directory_group_id: 'grp_1', role_id: 'role_1' }],
    });
  });

  it('an accountless application is created without a key, and headers of the visitor do not replace ours', async () => {
    server.behave(json(200, { publishable_key: 'pk_1', secret_key: 'sk_1' }));
    const keyless = new BackendApiClient(transportTo(server.url, { secretKey: undefined }).transport);
    const requestHeaders = new Headers({
      authorization: 'Bearer visitor',
      'user-agent': 'x',
      'x-real-ip': '192.0.2.1',
    });
    await keyless.__experimental_accountlessApplications.createAccountlessApplication({ requestHeaders });
    const { headers } = server.requests[0]!;
    expect(headers.authorization).toBeUndefined();
    expect(headers['user-agent']).toMatch(/^nest-clerk\//);
    expect(headers['x-real-ip']).toBe('192.0.2.1');
  });

  it('an update with metadata stops at its first failed call', async () => {
    server.behave(json(422, { errors: [{ code: 'x', message: 'no' }] }));
    await expect(clerk.users.updateUser('user_1', { firstName: 'A', publicMetadata: {} })).rejects.toThrow(
      'UpdateUser',
    );
    expect(server.requests.map(({ method }) => method)).toEqual(['PATCH']);
  });

  it.each([
    ['an empty batch', () => clerk.emails.createBatch([]), 'email_batch_size_invalid'],
    ['a key with a line break', () => send('a\r\nX: 1'), 'idempotency_key_invalid'],
    ['an empty key', () => send(''), 'idempotency_key_invalid'],
  ])('%s is rejected before any request', async (_, call, code) => {
    server.behave(json(200, {}));
    await expect(call()).rejects.toMatchObject({ code });
    expect(server.requests).toHaveLength(0);
  });

  function send(idempotencyKey: string) {
    const mailbox = { address: 'a@example.test' };
    return clerk.emails.create({ to: mailbox, from: mailbox, subject: 'x', text: 'x' }, { idempotencyKey });
  }
});
