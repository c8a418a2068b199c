import { createClerkClient as createReference } from '@clerk/backend';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClerkClient } from 'nest-clerk/express';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';

import { type Api, HAS_DOCUMENT, NEEDS_DOCUMENT, readApi } from '../../backend-api/support/api-document.js';
import { HANDWRITTEN_ARGUMENTS } from '../../backend-api/support/outside-the-document.js';
import { fieldsOf } from '../../backend-api/support/recorded-calls.js';
import { sampleArguments } from '../../backend-api/support/sample-arguments.js';

type Methods = Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>>;

/** docs/local-clerk.md has the reasons. */
const UNANSWERED = [
  '__experimental_accountlessApplications.createAccountlessApplication',
  '__experimental_accountlessApplications.completeAccountlessApplicationOnboarding',
];

const describeWithDocument = NEEDS_DOCUMENT ? describe : describe.skip;

describeWithDocument('the clients against LocalClerk', () => {
  let api: Api;
  let local: LocalClerk;
  let server: LocalClerkServer;
  let reference: Methods;
  let ours: Methods;
  let ids: Readonly<Record<string, string>>;
  let succeeded = 0;

  beforeAll(async () => {
    if (!HAS_DOCUMENT) throw new Error("CI needs Clerk's document beside the repository.");
    api = await readApi();
    local = await LocalClerk.create({
      now: () => Date.UTC(2027, 0, 1),
      plans: [{ slug: 'pro', amount: 100 }],
    });
    ids = await seed(local);
    server = await local.listen();
    const { secretKey, publishableKey, machineSecretKey } = local;
    const options = {
      secretKey,
      publishableKey,
      machineSecretKey,
      apiUrl: server.url,
      telemetry: { disabled: true },
    };
    reference = createReference(options) as unknown as Methods;
    ours = createClerkClient(options) as unknown as Methods;
  });
  afterAll(() => server?.close());

  const withoutServer = createReference({ secretKey: 'sk_test_x' });
  const names = Object.entries(withoutServer as unknown as Record<string, object>)
    .filter(([resource]) => resource !== 'telemetry')
    .flatMap(([resource, methods]) => methodsOf(methods).map(method => `${resource}.${method}`))
    .filter(name => !UNANSWERED.includes(name));

  it.each(names)(
    '%s ends with the same records and results with @clerk/backend and with our client',
    async name => {
      const [resource = '', method = ''] = name.split('.');
      const args = withIds(argumentsFor(api, name), ids) as unknown[];
      const before = local.snapshot();
      const theirs = await outcome(() => reference[resource]![method]!(...args));
      local.restore(before);
      const mine = await outcome(() => ours[resource]![method]!(...args));
      local.restore(before);

      expect(mine).toMatchObject(theirs);
      if (!('failure' in mine)) succeeded++;
    },
  );

  it('most of the calls succeed, so that their results were compared', () => {
    expect(succeeded).toBeGreaterThan(120);
  });
});

/** The result of a method, without its random parts. */
async function outcome(call: () => Promise<unknown>): Promise<object> {
  try {
    return { result: withoutRandom(fieldsOf(await call())) };
  } catch (error) {
    const { status, errors = [] } = error as { status?: number; errors?: { code: string }[] };
    return { failure: { status, codes: errors.map(({ code }) => code) } };
  }
}

function withoutRandom(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(/[\w-]{16,}/g, '<random>');
  if (Array.isArray(value)) return value.map(withoutRandom);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutRandom(inner)]));
}

/** Values that Clerk accepts, in place of samples that only have the right type. */
const VALID: Readonly<Record<string, unknown>> = {
  limit: 10,
  offset: 0,
  orderBy: '-created_at',
  emailAddress: 'x@example.com',
  phoneNumber: '+15559990000',
  identifier: 'z@example.com',
  lifetime: 60,
  allowedClockSkew: 5,
  expiresInDays: 7,
  expiresInSeconds: 60,
  defaultTokenTtl: 60,
  previousTokenTtl: 60,
  maxAllowedMemberships: 5,
  roles: ['org:helper'],
  roleKeys: ['org:helper'],
  defaultRoleKey: 'org:helper',
  creatorRoleKey: 'org:helper',
  permissions: [],
  scopedMachines: [],
  redirectUris: ['https://x.example'],
  domainsEnrollmentModes: ['manual_invitation'],
  enrollmentMode: 'manual_invitation',
  customSigningKey: false,
  signingKey: null,
  signingAlgorithm: 'RS256',
  passwordHasher: 'sha256',
  totpSecret: 'JBSWY3DPEHPK3PXP',
};

/** The samples have `user_1` or `userId_1` in place of a real id. */
function withIds(value: unknown, ids: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return ids[value] ?? value;
  if (Array.isArray(value)) return value.map(item => withIds(item, ids));
  if (typeof value !== 'object' || value === null || value instanceof Date || value instanceof Blob)
    return value;
  if (value instanceof Headers) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const valid = VALID[name] ?? (typeof inner === 'string' ? ids[name] : undefined);
      if (valid === undefined && !(name in VALID)) return [name, withIds(inner, ids)];
      return [name, Array.isArray(inner) && !Array.isArray(valid) ? [valid] : valid];
    }),
  );
}

function argumentsFor(api: Api, name: string): unknown[] {
  const handwritten = HANDWRITTEN_ARGUMENTS[name];
  if (handwritten) return handwritten[0] ?? [];
  const [id, named] = Object.entries(api.names).find(([, { method }]) => method === name) ?? [];
  const operation = api.operations.find(candidate => candidate.id === id);
  return operation && named ? sampleArguments(api, operation, named) : [];
}

function methodsOf(api: object): string[] {
  const prototype = Object.getPrototypeOf(api) as object | null;
  if (typeof api !== 'object' || !prototype || prototype === Object.prototype) return [];
  return Object.getOwnPropertyNames(prototype).filter(name => name !== 'constructor');
}

/** One record of most types, and their ids under the names in the samples. */
async function seed(local: LocalClerk): Promise<Record<string, string>> {
  const call = async (method: string, path: string, body?: object): Promise<Record<string, string>> => {
    const response = await local.fetch(`https://api.clerk.com/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${local.secretKey}`, 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    return (await response.json()) as Record<string, string>;
  };
  const user = local.users.create({
    emailAddress: ['ada@example.com'],
    phoneNumber: ['+15551230000'],
    password: 'string',
    totpSecret: 'JBSWY3DPEHPK3PXP',
    backupCodes: ['string'],
  });
  const organization = local.organizations.create({ name: 'Engines', maxAllowedMemberships: 0 });
  const organizationId = organization.id;
  local.memberships.create({ organizationId, userId: user.id, role: 'org:admin' });
  const session = local.sessions.create({ userId: user.id });
  const key = local.apiKeys.create({ subject: user.id, name: 'CI' });
  const role = await call('POST', '/organization_roles', { name: 'Helper', key: 'org:helper' });
  const permission = await call('POST', '/organization_permissions', { name: 'Read', key: 'org:books:read' });
  const template = await call('POST', '/jwt_templates', { name: 'string', claims: {} });
  const invitation = await call('POST', '/invitations', { email_address: 'new@example.com' });
  const redirectUrl = await call('POST', '/redirect_urls', { url: 'https://example.com' });
  const application = await call('POST', '/oauth_applications', { name: 'App' });
  const domain = await call('POST', '/domains', { name: 'satellite.example', is_satellite: true });
  const other = await call('POST', '/machines', { name: 'Other' });
  const actorToken = await call('POST', '/actor_tokens', { user_id: user.id, actor: { sub: 'user_x' } });
  const signInToken = await call('POST', '/sign_in_tokens', { user_id: user.id });
  const allowed = await call('POST', '/allowlist_identifiers', { identifier: 'a@example.com' });
  const blocked = await call('POST', '/blocklist_identifiers', { identifier: 'b@example.com' });
  const waiting = await call('POST', '/waitlist_entries', { email_address: 'w@example.com' });
  const item = local.billing.subscribe({ payerId: user.id, plan: 'pro' });
  return {
    user_1: user.id,
    userId: user.id,
    userId_1: user.id,
    organizationId,
    organizationId_1: organizationId,
    org_1: organizationId,
    orgId: organizationId,
    activeOrganizationId: organizationId,
    createdBy: user.id,
    subject: user.id,
    inviterUserId: user.id,
    requestingUserId: user.id,
    roleSetKeyOrId_1: 'role_set:default',
    id_1: waiting.id ?? '',
    sess_1: session.id,
    sessionId: session.id,
    sessionId_1: session.id,
    clientId_1: session.clientId,
    apiKeyId: key.id,
    apiKeyId_1: key.id,
    apiKeyID_1: key.id,
    secret: key.secret,
    role: 'org:helper',
    roleId: role.id ?? '',
    organizationRoleId: role.id ?? '',
    organizationRoleId_1: role.id ?? '',
    permissionId: permission.id ?? '',
    permissionId_1: permission.id ?? '',
    templateId: template.id ?? '',
    templateId_1: template.id ?? '',
    invitationId_1: invitation.id ?? '',
    inv_1: invitation.id ?? '',
    redirectUrlId_1: redirectUrl.id ?? '',
    oauthApplicationId: application.id ?? '',
    oauthApplicationId_1: application.id ?? '',
    dmn_1: domain.id ?? '',
    domainId_1: domain.id ?? '',
    machineId: local.machineId,
    machineId_1: local.machineId,
    toMachineId: other.id ?? '',
    toMachineId_1: other.id ?? '',
    actorTokenId_1: actorToken.id ?? '',
    signInTokenId_1: signInToken.id ?? '',
    allowlistIdentifierId_1: allowed.id ?? '',
    blocklistIdentifierId_1: blocked.id ?? '',
    identifierId_1: allowed.id ?? '',
    waitlistEntryId_1: waiting.id ?? '',
    emailAddressId_1: user.emailAddresses[0]?.id ?? '',
    phoneNumberId_1: user.phoneNumbers[0]?.id ?? '',
    subscriptionItemId_1: item.id,
    planId: item.planId,
  };
}
