import { beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { HAS_DOCUMENT, NEEDS_DOCUMENT } from '../../backend-api/support/api-document.js';
import { CallDrawer } from './drawn-calls.js';
import type { DrawnCall } from './drawn-calls.js';
import { PublishedSchema } from './published-schema.js';
import type { PublishedOperation } from './published-schema.js';

const CALLS_PER_SEED = 8000;
const PASSWORD = 'correct horse battery';
/** Operations that only have error responses. */
const NEVER_SUCCESSFUL = [
  // 501, with the reason in docs/local-clerk.md.
  'GetPublicInterstitial',
  // There are no statements, since nothing is charged.
  'GetBillingStatement',
  'GetBillingStatementPaymentAttempts',
  // Only a production instance has a domain to change.
  'ChangeProductionInstanceDomain',
  'UpdateProductionInstanceDomain',
  // They need the matching secret of another response, and have tests of their own.
  'RefreshSession',
  'VerifyClient',
  'RevokeOAuthApplicationToken',
];

const describeWithDocument = NEEDS_DOCUMENT ? describe : describe.skip;

describeWithDocument('every answer is as Clerk publishes it', () => {
  let schema: PublishedSchema;
  const successful = new Set<string>();

  beforeAll(async () => {
    if (!HAS_DOCUMENT) throw new Error("CI needs Clerk's document beside the repository.");
    schema = await PublishedSchema.read();
  });

  it.each([1, 2, 3])(
    'responses match the OpenAPI document for calls drawn with the seed %i',
    async seed => {
      const local = await seededInstance();
      const drawer = new CallDrawer(schema, seed);
      await learnFrom(local, drawer);
      const problems: string[] = [];
      for (let count = 0; count < CALLS_PER_SEED; count++) {
        const operation = schema.operations[(count * 7 + seed * 31) % schema.operations.length]!;
        if (operation.id === 'GetPublicInterstitial') continue;
        const call = drawer.draw(operation);
        const { status, body } = await perform(local, call);
        drawer.learn(body, call.path);
        if (status < 400) successful.add(operation.id);
        // The document has the list only, and says that `paginated` wraps it in an object with a count.
        const isPaginated = status < 400 && call.path.includes('paginated=true');
        const answer = isPaginated && !hasData(operation) ? (body as { data: unknown }).data : body;
        const found = schema.problemsOf(operation, status, answer);
        if (status >= 500) found.push(`the status ${status}`);
        for (const problem of found) {
          problems.push(`${operation.id} ${status}: ${problem} after ${JSON.stringify(call.body)}`);
        }
      }

      expect([...new Set(problems)]).toEqual([]);
    },
    180_000,
  );

  it('every operation succeeds at least once, apart from those that cannot', () => {
    const failed = schema.operations.map(({ id }) => id).filter(id => !successful.has(id));

    expect(failed.sort()).toEqual([...NEVER_SUCCESSFUL].sort());
  });
});

/** Whether the document has a list as an object with a count in any case. */
function hasData({ id }: PublishedOperation): boolean {
  return /Billing|Commerce/.test(id);
}

async function perform(local: LocalClerk, { operation, path, body }: DrawnCall) {
  const isMachineCall = operation.id === 'createM2MToken';
  const headers: Record<string, string> = {
    authorization: `Bearer ${isMachineCall ? local.machineSecretKey : local.secretKey}`,
  };
  const init: RequestInit = { method: operation.method, headers };
  if (operation.mediaType === 'multipart/form-data') {
    const form = new FormData();
    form.append('file', new Blob(['picture'], { type: 'image/png' }), 'picture.png');
    init.body = form;
  } else if (body !== undefined) {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(body);
  }
  const response = await local.handle(new Request(`https://api.clerk.com${path}`, init));
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}

/** An instance with one record of each type that no operation of the Backend API creates. */
async function seededInstance(): Promise<LocalClerk> {
  // A clock that advances with every read, so that a seed determines a whole run.
  let now = Date.UTC(2027, 0, 1);
  const local = await LocalClerk.create({
    now: () => now++,
    plans: [
      { slug: 'pro', amount: 2000, features: ['reports'], freeTrialDays: 14 },
      { slug: 'free', isDefault: true },
      { slug: 'team', payerType: 'org', amount: 9900, annualMonthlyAmount: 7900 },
    ],
  });
  for (const name of ['ada', 'babbage', 'curie']) {
    const user = local.users.create({
      firstName: name,
      emailAddress: [`${name}@example.com`],
      phoneNumber: [`+1555200000${name.length}`],
      web3Wallet: [`0x${name.charCodeAt(0).toString(16).padStart(40, '0')}`],
      externalAccounts: [{ provider: 'google', accessToken: `token-${name}`, approvedScopes: ['email'] }],
      password: PASSWORD,
      totpSecret: 'JBSWY3DPEHPK3PXP',
      backupCodes: ['backup-1'],
    });
    const organization = local.organizations.create({ name, maxAllowedMemberships: 0 });
    local.memberships.create({ organizationId: organization.id, userId: user.id, role: 'org:admin' });
    local.sessions.create({ userId: user.id, activeOrganizationId: organization.id });
    for (let count = 0; count < 6; count++) {
      local.billing.subscribe({ payerId: user.id, plan: 'pro', isFreeTrial: count % 2 === 0 });
    }
    local.billing.subscribe({ payerId: organization.id, plan: 'team', planPeriod: 'annual' });
  }
  addRecordsOfDevices(local);
  return local;
}

/** Devices create passkeys, trusted devices and sign-ups, so they are added to a snapshot. */
function addRecordsOfDevices(local: LocalClerk): void {
  const snapshot = local.snapshot();
  const times = { createdAt: local.clock.now(), updatedAt: local.clock.now() };
  const verification = { status: 'verified', strategy: 'passkey', attempts: null, expireAt: null };
  local.restore({
    ...snapshot,
    users: (snapshot.users ?? []).map(user => ({
      ...user,
      passkeys: [{ id: `${user.id}_passkey`, name: 'Laptop', lastUsedAt: 1, verification, ...times }],
    })),
    trustedDevices: (snapshot.users ?? []).map(({ id }) => ({
      id: `tdv_of_${id}`,
      userId: id,
      platform: 'ios',
      appIdentifier: 'com.example.app',
      name: null,
      status: 'active',
      lastUsedAt: null,
      revokedAt: null,
      ...times,
    })),
    signUpAttempts: [SIGN_UP].map(signUp => ({ ...signUp, ...times })),
  });
}

const SIGN_UP = {
  id: 'sua_1',
  browserId: 'client_1',
  emailAddress: 'new@example.com',
  phoneNumber: null,
  username: null,
  password: null,
  firstName: null,
  lastName: null,
  unsafeMetadata: {},
  publicMetadata: {},
  locale: null,
  legalAcceptedAt: null,
  emailVerification: null,
  phoneVerification: null,
  ticket: null,
  createdSessionId: null,
  createdUserId: null,
  abandonAt: 4_000_000_000_000,
};

async function learnFrom(local: LocalClerk, drawer: CallDrawer): Promise<void> {
  const lists = [
    'users',
    'organizations',
    'organization_roles',
    'organization_permissions',
    'role_sets',
    'domains',
  ];
  const billing = ['billing/plans', 'billing/prices', 'billing/subscription_items?include_free=true'];
  for (const path of [...lists, ...billing]) {
    const response = await local.handle(
      new Request(`https://api.clerk.com/v1/${path}`, {
        headers: { authorization: `Bearer ${local.secretKey}` },
      }),
    );
    drawer.learn(await response.json());
  }
  for (const { id } of local.sessions.list()) drawer.add('session', id);
  for (const { id } of local.browsers.list()) drawer.add('client', id);
  for (const user of local.users.list()) {
    for (const { id } of user.passkeys) drawer.link({ user_id: user.id, passkey_identification_id: id });
    for (const { id } of user.externalAccounts) drawer.link({ user_id: user.id, external_account_id: id });
    drawer.link({ user_id: user.id, trusted_device_id: `tdv_of_${user.id}` });
    const { token } = await local.oauthTokens.create({ subject: user.id });
    drawer.add('access_token', token);
  }
  drawer.add('sign_up_attempt', 'sua_1');
  drawer.add('password', PASSWORD);
  drawer.add('backup_code', 'backup-1');
  drawer.add('discount', local.billing.createDiscount({ name: 'Launch', percentOff: 20 }).id);
  drawer.add('discount', local.billing.createDiscount({ name: 'Sorry', amountOff: 500 }).id);
}
