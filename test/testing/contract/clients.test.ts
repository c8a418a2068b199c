import { createClerkClient as createReference } from '@clerk/backend';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClerkClient } from 'nest-clerk/express';
import { LocalClerk } from 'nest-clerk/testing';

import { type Api, HAS_DOCUMENT, NEEDS_DOCUMENT, readApi } from '../../backend-api/support/api-document.js';
import { fieldsOf, record } from '../../backend-api/support/recorded-calls.js';
import { argumentSetsOf, REFERENCE_METHODS } from '../../backend-api/support/reference-methods.js';
import type { Methods } from '../../backend-api/support/reference-methods.js';
import { RecordingLocalClerk } from './recording-local-clerk.js';

/** docs/local-clerk.md has the reasons. */
const UNANSWERED = [
  '__experimental_accountlessApplications.createAccountlessApplication',
  '__experimental_accountlessApplications.completeAccountlessApplicationOnboarding',
];

const describeWithDocument = NEEDS_DOCUMENT ? describe : describe.skip;

describeWithDocument('the clients against LocalClerk', () => {
  let api: Api;
  let local: LocalClerk;
  let server: RecordingLocalClerk;
  let reference: Methods;
  let ours: Methods;
  let ids: Readonly<Record<string, string>>;
  const succeeded = new Set<string>();

  beforeAll(async () => {
    if (!HAS_DOCUMENT) throw new Error("CI needs Clerk's document beside the repository.");
    api = await readApi();
    local = await LocalClerk.create({
      now: () => Date.UTC(2027, 0, 1),
      plans: [{ slug: 'pro', amount: 100 }],
    });
    ids = await seed(local);
    server = await RecordingLocalClerk.start(local);
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

  /** Makes a call with both clients, from the same state. */
  async function compare(name: string, args: unknown[]): Promise<{ theirs: Outcome; mine: Outcome }> {
    const [resource = '', method = ''] = name.split('.');
    const before = local.snapshot();
    const theirs = await outcome(server, () => reference[resource]![method]!(...args));
    local.restore(before);
    const mine = await outcome(server, () => ours[resource]![method]!(...args));
    local.restore(before);
    return { theirs, mine };
  }

  it.each(REFERENCE_METHODS.filter(name => !UNANSWERED.includes(name)))(
    '%s sends the same requests, and ends with the same records and results, as with @clerk/backend',
    async name => {
      for (const args of argumentSetsOf(api, name)) {
        const { theirs, mine } = await compare(name, argumentsFor(name, args, ids));

        expect(mine.requests).toEqual(theirs.requests);
        expect(theirs.requests).not.toHaveLength(0);
        expect(mine.result).toMatchObject(theirs.result);
        if (!('failure' in mine.result)) succeeded.add(name);
      }
    },
  );

  it('most of the methods succeed, so that their results were compared', () => {
    expect(succeeded.size).toBeGreaterThan(160);
  });

  it('our methods reach every operation of the document, and none is answered 500 or 501', async () => {
    const reached = new Set<string>();
    const broken = new Set<string>();
    for (const { method } of Object.values(api.names)) {
      const [resource = '', name = ''] = method.split('.');
      for (const args of argumentSetsOf(api, method)) {
        const before = local.snapshot();
        local.requests.length = 0;
        await outcome(server, () => ours[resource]![name]!(...argumentsFor(method, args, ids)));
        for (const { operation = '', status } of local.requests) {
          reached.add(operation);
          if (status >= 500) broken.add(`${operation} ${status}`);
        }
        local.restore(before);
      }
    }

    expect(api.operations.map(({ id }) => id).filter(id => !reached.has(id))).toEqual([]);
    expect([...broken]).toEqual(['GetPublicInterstitial 501']);
  });
});

interface Outcome {
  readonly requests: unknown[];
  readonly result: object;
}

/** The requests of a method, and its result without random parts. */
async function outcome(server: RecordingLocalClerk, call: () => Promise<unknown>): Promise<Outcome> {
  const recorded = await record(server, call);
  const { result, failure } = recorded;
  // The reference omits the number 0, which is the default, and encodes no colon in a path.
  const requests = recorded.requests.map(({ path, query, ...request }) => ({
    ...request,
    path: decodeURIComponent(path),
    query: query.replace(/(^|&)offset=0/, '').replace(/^&/, ''),
  }));
  if (failure === undefined) return { requests, result: { result: withoutRandom(fieldsOf(result)) } };
  const { status, errors = [] } = failure as { status?: number; errors?: { code: string }[] };
  return { requests, result: { failure: { status, codes: errors.map(({ code }) => code) } } };
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

/** Values that fit only one method. */
const VALID_FOR: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'agentTasks.create': {
    onBehalfOf: { userId: 'userId' },
    permissions: '*',
    redirectUrl: 'https://x.example',
  },
  'instance.updateOrganizationSettings': { initialRoleSetKey: 'role_set:default' },
  'm2m.verify': { token: 'mt_secret' },
  'organizationPermissions.createOrganizationPermission': { key: 'org:books:write' },
  'organizationPermissions.updateOrganizationPermission': { key: 'org:books:write' },
  'organizationRoles.createOrganizationRole': { key: 'org:editor' },
  'organizationRoles.updateOrganizationRole': { key: 'org:editor' },
  'organizations.createOrganization': { roleSetKey: 'role_set:default' },
  'proxyChecks.verify': { domainId: 'dmn_1' },
  'roleSets.createRoleSet': { key: 'role_set:books' },
  'roleSets.updateRoleSet': {
    key: 'role_set:books',
    defaultRoleKey: 'org:member',
    creatorRoleKey: 'org:admin',
  },
  'roleSets.replaceRoleInRoleSet': { roleKey: 'org:member', toRoleKey: 'org:admin' },
  'roleSets.replaceRoleSet': { destRoleSetKey: 'role_set:other', reassignmentMappings: {} },
  'users.verifyPassword': { password: 'string' },
  'users.verifyTOTP': { code: 'string' },
};

function argumentsFor(name: string, args: unknown[], ids: Readonly<Record<string, string>>): unknown[] {
  return withIds(args, ids, { ...VALID, ...VALID_FOR[name] }) as unknown[];
}

/** A value that may name an id of a record. */
function withKnownIds(value: unknown, ids: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return ids[value] ?? value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withKnownIds(inner, ids)]));
}

/** The samples have `user_1` or `userId_1` in place of a real id. */
function withIds(
  value: unknown,
  ids: Readonly<Record<string, string>>,
  values: Readonly<Record<string, unknown>>,
): unknown {
  if (typeof value === 'string') return ids[value] ?? value;
  if (Array.isArray(value)) return value.map(item => withIds(item, ids, values));
  if (typeof value !== 'object' || value === null || value instanceof Date || value instanceof Blob)
    return value;
  if (value instanceof Headers) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const valid = withKnownIds(values[name], ids) ?? (typeof inner === 'string' ? ids[name] : undefined);
      if (valid === undefined && !(name in values)) return [name, withIds(inner, ids, values)];
      return [name, Array.isArray(inner) && !Array.isArray(valid) ? [valid] : valid];
    }),
  );
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
    web3Wallet: ['0x0000000000000000000000000000000000000001'],
    externalAccounts: [{ provider: 'google', accessToken: 'token' }],
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
  const task = await call('POST', '/agents/tasks', {
    on_behalf_of: { user_id: user.id },
    permissions: '*',
    agent_name: 'Agent',
    task_description: 'Tidy up',
    redirect_url: 'https://x.example',
  });
  const connection = await call('POST', '/enterprise_connections', {
    name: 'Corp',
    provider: 'saml_custom',
    domains: ['corp.example'],
  });
  const saml = await call('POST', '/saml_connections', {
    name: 'Corp',
    provider: 'saml_custom',
    domain: 'saml.example',
  });
  await call('POST', '/role_sets', {
    name: 'Other',
    key: 'role_set:other',
    default_role_key: 'org:member',
    creator_role_key: 'org:admin',
    roles: ['org:member', 'org:admin'],
  });
  await call('POST', `/machines/${local.machineId}/scopes`, { to_machine_id: other.id });
  await call('POST', `/organization_roles/${role.id}/permissions/${permission.id}`);
  const m2mToken = await local.m2mTokens.create({ subject: local.machineId });
  const oauthToken = await local.oauthTokens.create({ subject: user.id });
  const owner = { userId: user.id, sessionId: session.id };
  const sessionToken = await local.issueSessionToken(owner);
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
    agentTaskId_1: task.agent_task_id ?? '',
    enterpriseConnectionId_1: connection.id ?? '',
    samlConnectionId_1: saml.id ?? '',
    otherMachineId_1: other.id ?? '',
    web3WalletIdentificationId_1: user.web3Wallets[0]?.id ?? '',
    externalAccountId_1: user.externalAccounts[0]?.id ?? '',
    secret_1: key.secret,
    oat_1: oauthToken.token,
    mt_1: m2mToken.id,
    mt_secret: m2mToken.token,
    token: sessionToken,
    'old.token': sessionToken,
    refresh: local.sessions.issueRefreshToken(session.id),
    template: 'string',
    idn_1: user.emailAddresses[0]?.id ?? '',
    subscriptionItemId_1: item.id,
    planId: item.planId,
  };
}
