import type { LocalClerk, LocalUser } from 'nest-clerk/testing';

import { totpCode } from '../../../lib/testing/store/totp.js';
import { Random } from '../../conformance/random.js';
import { FrontendClient } from '../frontend-api/frontend-client.js';
import type { FrontendAnswer } from '../frontend-api/frontend-client.js';
import type { PublishedOperation, PublishedSchema } from './published-schema.js';

type Schema = Record<string, unknown>;
type Parameters = Record<string, string | readonly string[]>;

const PASSWORD = 'analytical-engine';
const NEW_PASSWORD = 'difference-engine';
/** The code of every test address and test number. */
const TEST_CODE = '424242';
const ROLES = ['org:admin', 'org:member', 'org:shoe_size'];
const TOTP_SECRET = 'JBSWY3DPEHPK3PXP';
const ELEVEN_MINUTES = 11 * 60 * 1000;

/** Draws calls of the Frontend API in several browsers, and sends them like ClerkJS. */
export class FrontendCalls {
  readonly #random: Random;
  readonly #clients: FrontendClient[] = [];
  #counter = 0;
  #totpSecret = '';

  private constructor(
    private readonly local: LocalClerk,
    private readonly schema: PublishedSchema,
    seed: number,
  ) {
    this.#random = new Random(seed);
  }

  static async create(
    local: LocalClerk,
    schema: PublishedSchema,
    { seed, browsers }: { seed: number; browsers: number },
  ): Promise<FrontendCalls> {
    const calls = new FrontendCalls(local, schema, seed);
    for (let count = 0; count < browsers; count++) calls.#clients.push(await FrontendClient.create(local));
    return calls;
  }

  async perform(operation: PublishedOperation): Promise<{ answer: FrontendAnswer; body: Parameters }> {
    const client = this.#random.pick(this.#clients);
    await this.#prepare(client, operation);
    if (this.#random.chance(0.8)) await this.#setUp(client, operation);
    const path = operation.path
      .replace(/^\/v1/, '')
      .replaceAll(/\{(\w+)\}/g, (_match, name: string) =>
        encodeURIComponent(this.#pathValue(name, client, operation) || 'unknown_id'),
      );
    if (operation.mediaType === 'multipart/form-data') {
      const type = this.#random.pick(['image/png', 'image/png', 'text/plain']);
      return { answer: await client.upload(operation.method, path, type), body: { type } };
    }
    const body = operation.method === 'GET' ? this.#query(operation) : this.#body(operation, client);
    const answer = await client.call(operation.method, path, body);
    const secret: unknown = answer.body?.response?.secret;
    if (typeof secret === 'string') this.#totpSecret = secret;
    return { answer, body };
  }

  /** Sends the calls before an operation that are necessary for its success. */
  async #setUp(client: FrontendClient, { id }: PublishedOperation): Promise<void> {
    const post = (path: string, body: Parameters = {}): Promise<FrontendAnswer> =>
      client.call('POST', path, body);
    const withSecondFactor = this.local.users.list().filter(({ totpSecret }) => totpSecret !== null);
    const emailOf = (users: readonly LocalUser[]): string =>
      this.#oneOf(users.map(user => user.emailAddresses[0]?.emailAddress ?? ''));
    if (/SignInFactorOne|resetPassword/.test(id)) {
      const { body } = await post('/client/sign_ins', { identifier: emailOf(this.local.users.list()) });
      const path = `/client/sign_ins/${body.response?.id}`;
      const strategy = id === 'resetPassword' ? 'reset_password_email_code' : 'email_code';
      if (id !== 'prepareSignInFactorOne') await post(`${path}/prepare_first_factor`, { strategy });
      if (id === 'resetPassword') await post(`${path}/attempt_first_factor`, { strategy, code: TEST_CODE });
    }
    if (/SignInFactorTwo/.test(id)) {
      await post('/client/sign_ins', { identifier: emailOf(withSecondFactor), password: PASSWORD });
    }
    if (/SessionReverification(First|Second)/.test(id)) {
      const path = `/client/sessions/${client.sessionId}/verify`;
      const isFirst = id.includes('First');
      await post(path, { level: isFirst ? 'first_factor' : 'second_factor' });
      if (id.startsWith('attempt') && isFirst)
        await post(`${path}/prepare_first_factor`, { strategy: 'email_code' });
    }
    if (id === 'attemptSignUpsVerification') {
      const { body } = await post('/client/sign_ups', {
        email_address: `${++this.#counter}+clerk_test@a.example`,
      });
      await post(`/client/sign_ups/${body.response?.id}/prepare_verification`, { strategy: 'email_code' });
    }
    const session = this.local.browsers.get(client.token ?? '').session;
    if (!session) return;
    if (/^attemptOrganizationDomain/.test(id)) await this.#prepareDomain(client, session);
    const { emailAddresses, phoneNumbers } = this.local.users.get(session.userId);
    const email = `${++this.#counter}+clerk_test@acme.example`;
    if (id === 'verifyEmailAddress' || id === 'sendVerificationEmail') {
      const added = await post('/me/email_addresses', { email_address: email });
      const path = `/me/email_addresses/${added.body.response?.id}/prepare_verification`;
      if (id === 'verifyEmailAddress') await post(path, { strategy: 'email_code' });
    }
    if (id === 'verifyPhoneNumber') {
      const number = phoneNumbers.at(-1);
      if (number)
        await post(`/me/phone_numbers/${number.id}/prepare_verification`, { strategy: 'phone_code' });
    }
    if (id === 'acceptOrganizationInvitation') this.#invite(emailAddresses[0]?.emailAddress ?? '');
    if (/OrganizationSuggestion/.test(id)) this.#suggest();
    if (/MembershipRequest/.test(id)) this.#request(session);
  }

  async #prepareDomain(client: FrontendClient, { userId }: { userId: string }): Promise<void> {
    const membership = this.local.memberships.list({ userId })[0];
    if (!membership) return;
    this.#organizationId = membership.organizationId;
    const path = `/organizations/${membership.organizationId}/domains`;
    const name = `domain${++this.#counter}.example`;
    const { body } = await client.call('POST', path, { name });
    await client.call('POST', `${path}/${body.response?.id}/prepare_ownership_verification`);
    await client.call('POST', `${path}/${body.response?.id}/prepare_affiliation_verification`, {
      affiliation_email_address: `ada+clerk_test@${name}`,
    });
  }

  #invite(emailAddress: string): void {
    const organization = this.local.organizations.list()[0];
    const { organizationInvitations = [], ...snapshot } = this.local.snapshot();
    const now = this.local.clock.now();
    const id = `orginv_${++this.#counter}`;
    const invitation = {
      id,
      organizationId: organization?.id,
      emailAddress,
      role: 'org:member',
      inviterId: null,
      status: 'pending',
      publicMetadata: {},
      privateMetadata: {},
      redirectUrl: null,
      ticket: id,
      expiresAt: null,
      createdAt: now,
      updatedAt: now,
    };
    this.local.restore({ ...snapshot, organizationInvitations: [...organizationInvitations, invitation] });
  }

  /** Adds the domain of the first users' addresses to the newest organization. */
  #suggest(): void {
    const organization = this.local.organizations.list()[0];
    const { organizationDomains = [], ...snapshot } = this.local.snapshot();
    const now = this.local.clock.now();
    const others = organizationDomains.filter(
      domain => (domain as { name?: string }).name !== 'acme.example',
    );
    const domain = {
      id: `orgdmn_${++this.#counter}`,
      organizationId: organization?.id,
      name: 'acme.example',
      enrollmentMode: 'automatic_suggestion',
      verified: true,
      createdAt: now,
      updatedAt: now,
    };
    this.local.restore({ ...snapshot, organizationDomains: [...others, domain] });
  }

  /** Lets a user of another browser request to join an organization of a user. */
  #request({ userId }: { userId: string }): void {
    const membership = this.local.memberships.list({ userId })[0];
    const other = this.local.users.list().find(({ id }) => id !== userId);
    const { membershipRequests = [], ...snapshot } = this.local.snapshot();
    if (!membership || !other) return;
    const now = this.local.clock.now();
    const request = {
      id: `orgmemreq_${++this.#counter}`,
      organizationId: membership.organizationId,
      userId: other.id,
      status: 'pending',
      createdAt: now,
      updatedAt: now,
    };
    this.local.restore({ ...snapshot, membershipRequests: [...membershipRequests, request] });
  }

  /** Users delete their accounts, so others replace them. */
  async #replenish(): Promise<void> {
    const hasSecondFactor = (): boolean =>
      this.local.users.list().some(({ totpSecret }) => totpSecret !== null);
    while (this.local.users.list().length < 6 || !hasSecondFactor()) {
      const count = ++this.#counter;
      const isWithSecondFactor = count % 3 === 0;
      const user = this.local.users.create({
        firstName: 'Ada',
        username: count % 2 === 0 ? `user_${count}` : null,
        emailAddress: [`user${count}+clerk_test@acme.example`],
        phoneNumber: [`+1212${String(1_000_000 + count)}`],
        password: PASSWORD,
        externalAccounts: [{ provider: 'google' }],
        totpSecret: isWithSecondFactor ? TOTP_SECRET : null,
        backupCodes: isWithSecondFactor ? ['backup-1'] : [],
      });
      const organization = this.local.organizations.create({
        name: `Org ${count}`,
        maxAllowedMemberships: 0,
      });
      this.local.memberships.create({ organizationId: organization.id, userId: user.id, role: 'org:admin' });
      if (isWithSecondFactor) await this.#reserveForSecondFactor(user);
    }
  }

  async #reserveForSecondFactor({ phoneNumbers }: LocalUser): Promise<void> {
    const request = new Request(`https://api.clerk.com/v1/phone_numbers/${phoneNumbers[0]?.id}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${this.local.secretKey}`, 'content-type': 'application/json' },
      body: '{"reserved_for_second_factor":true}',
    });
    await this.local.handle(request);
  }

  /** Sign-ins and sign-ups need a browser without a session, and nearly all other operations one with a session. */
  async #prepare(client: FrontendClient, { id, path }: PublishedOperation): Promise<void> {
    await this.#replenish();
    const browser = this.local.browsers.get(client.token ?? '');
    if (this.#random.chance(0.01)) this.local.clock.advance(ELEVEN_MINUTES);
    const needsSession = !/\/client\/sign_(ins|ups)/.test(path);
    const isStale =
      this.local.clock.now() - (browser.session?.firstFactorVerifiedAt ?? 0) > ELEVEN_MINUTES / 2;
    const isOther = /SecondFactor/.test(id);
    if (needsSession && (!browser.session || isStale || isOther) && this.#random.chance(0.9)) {
      const users = this.local.users
        .list()
        .filter(({ totpSecret }) => !/SecondFactor/.test(id) || totpSecret !== null);
      browser.signIn({ userId: this.#random.pick(users).id });
    }
    if (!needsSession && browser.session && this.#random.chance(0.9)) browser.signOut();
    client.sessionId = browser.session?.id;
  }

  #pathValue(name: string, client: FrontendClient, { path }: PublishedOperation): string {
    if (this.#random.chance(0.04)) return 'unknown_id';
    const snapshot = this.local.snapshot();
    const browser = this.local.browsers.get(client.token ?? '');
    const user = browser.session && this.local.users.get(browser.session.userId);
    const newest = (collection: string, filter: (record: never) => boolean = () => true): string[] =>
      (snapshot[collection] ?? [])
        .filter(record => filter(record as never))
        .map(({ id }) => id)
        .slice(-3);
    const ofOrganization = ({ organizationId }: { organizationId: string }): boolean =>
      organizationId === this.#organizationId;
    switch (name) {
      case 'session_id':
        return this.#oneOf(path.startsWith('/v1/me') ? newest('sessions') : [browser.session?.id ?? '']);
      case 'sign_in_id':
        return this.#oneOf(
          newest('signIns', ({ browserId }: { browserId: string }) => browserId === browser.id),
        );
      case 'sign_up_id':
        return this.#oneOf(
          newest('signUpAttempts', ({ browserId }: { browserId: string }) => browserId === browser.id),
        );
      case 'email_id':
        return this.#oneOf(user?.emailAddresses.map(({ id }) => id).slice(-2) ?? []);
      case 'external_account_id':
        return this.#oneOf(user?.externalAccounts.map(({ id }) => id) ?? []);
      case 'phone_number_id':
        return this.#oneOf(user?.phoneNumbers.map(({ id }) => id).slice(-2) ?? []);
      case 'organization_id':
        return (this.#organizationId = this.#oneOf(
          this.local.memberships
            .list(user ? { userId: user.id } : {})
            .map(({ organizationId }) => organizationId)
            .slice(0, 3),
        ));
      case 'user_id':
        return this.#oneOf(
          this.local.memberships.list({ organizationId: this.#organizationId }).map(({ userId }) => userId),
        );
      case 'invitation_id':
        return this.#oneOf(
          path.startsWith('/v1/me')
            ? newest('organizationInvitations', ({ emailAddress }: { emailAddress: string }) =>
                Boolean(user?.emailAddresses.some(email => email.emailAddress === emailAddress)),
              )
            : newest('organizationInvitations', ofOrganization),
        );
      case 'domain_id':
        return this.#oneOf(newest('organizationDomains', ofOrganization));
      case 'request_id':
        return this.#oneOf(newest('membershipRequests', ofOrganization));
      case 'suggestion_id':
        return this.#oneOf(
          newest('organizationSuggestions', ({ userId }: { userId: string }) => userId === user?.id),
        );
      case 'template_name':
        return 'supabase';
      default:
        return this.#oneOf(newest(name));
    }
  }

  /** The organization in the path of the current call. */
  #organizationId = '';

  #query({ query }: PublishedOperation): Parameters {
    const drawn: Parameters = {};
    for (const { name, required } of query) {
      if (name.startsWith('_') || (!required && !this.#random.chance(0.3))) continue;
      drawn[name] = this.#queryValue(name);
    }
    return drawn;
  }

  #queryValue(name: string): string | readonly string[] {
    switch (name) {
      case 'limit':
        return this.#random.pick(['1', '10', '500', '0', 'many']);
      case 'offset':
        return this.#random.pick(['0', '1', '-1']);
      case 'status':
        return this.#random.pick([['pending'], ['pending', 'accepted'], ['revoked']]);
      case 'role':
        return this.#random.pick([['org:admin'], ['org:admin', 'org:member']]);
      case 'enrollment_mode':
        return this.#random.pick(['manual_invitation', 'automatic_invitation']);
      case 'query':
        return this.#random.pick(['ada', 'example.com', 'nothing of the kind']);
      default:
        return this.#random.pick(['true', 'false']);
    }
  }

  #body(operation: PublishedOperation, client: FrontendClient): Parameters {
    const { properties = {}, required = [] } = this.schema.resolve(operation.body ?? {}) as {
      properties?: Record<string, Schema>;
      required?: string[];
    };
    const drawn: Parameters = {};
    for (const [name, schema] of Object.entries(properties)) {
      const chance = required.includes(name) || LIKELY.includes(name) ? 0.95 : 0.3;
      if (UNUSED.includes(name) || !this.#random.chance(chance)) continue;
      drawn[name] = this.#value(name, schema, operation, client);
    }
    return drawn;
  }

  #value(
    name: string,
    schema: Schema,
    { id }: PublishedOperation,
    client: FrontendClient,
  ): string | readonly string[] {
    const unique = `${this.#random.pick(['ada', 'grace', 'hedy'])}${++this.#counter}`;
    if (this.#random.chance(0.02)) return '';
    if (schema.type === 'array') return this.#list(name, unique);
    // A transfer leaves no other way to sign in.
    if (name === 'transfer') return this.#random.chance(0.1) ? 'true' : '';
    if (schema.type === 'boolean') return this.#random.pick(['true', 'false']);
    const users = this.local.users.list();
    switch (name) {
      case 'code':
        if (this.#random.chance(0.15)) return '000000';
        return this.#codeFor(id, client);
      case 'strategy':
        return this.#random.pick(STRATEGIES[id] ?? ['email_code', 'phone_code']);
      case 'identifier':
        return this.#oneOf(users.slice(0, 4).map(user => user.emailAddresses[0]?.emailAddress ?? ''));
      case 'password':
      case 'current_password':
        return this.#random.pick([PASSWORD, PASSWORD, NEW_PASSWORD]);
      case 'new_password':
        return this.#random.pick([PASSWORD, NEW_PASSWORD, 'short']);
      case 'email_address':
        return this.#random.pick([
          `${unique}+clerk_test@example.com`,
          `${unique}+clerk_test@acme.example`,
          `${unique}+clerk_test@example.com`,
          users[0]?.emailAddresses[0]?.emailAddress ?? '',
          'no address',
        ]);
      case 'affiliation_email_address':
        return this.#affiliationAddress(unique);
      case 'redirect_url':
      case 'action_complete_redirect_url':
        return 'http://localhost:3000/sso-callback';
      case 'phone_number':
        return `+1${200 + (this.#counter % 700)}55501${String(this.#counter % 100).padStart(2, '0')}`;
      case 'username':
        return this.#random.pick([unique.padEnd(6, '_'), 'no', 'no spaces']);
      case 'role':
        return this.#random.pick(ROLES);
      case 'user_id':
        return this.#oneOf(users.map(user => user.id));
      case 'slug':
        return unique;
      case 'name':
        return id.includes('Domain') ? this.#random.pick([`${unique}.example`, 'gmail.com']) : unique;
      case 'enrollment_mode':
        return this.#random.pick([
          'automatic_invitation',
          'automatic_suggestion',
          'manual_invitation',
          'none',
        ]);
      case 'unsafe_metadata':
        return this.#random.pick(['{"theme":"dark"}', '{}', 'no JSON']);
      case 'level':
        return this.#random.pick(['first_factor', 'second_factor', 'multi_factor', 'none']);
      case 'ticket':
        return this.#oneOf(this.#tickets());
      case 'organization_id':
      case 'active_organization_id':
        return this.#oneOf(this.local.memberships.list().map(({ organizationId }) => organizationId));
      default:
        return this.#identifierId(name, client) ?? unique;
    }
  }

  #list(name: string, unique: string): string[] {
    if (name === 'organization_domain_ids') {
      const domains = this.local.snapshot().organizationDomains ?? [];
      return domains
        .filter(domain => (domain as { organizationId?: string }).organizationId === this.#organizationId)
        .map(({ id }) => id)
        .slice(-2);
    }
    if (name === 'names') return [`${unique}.example`, 'gmail.com'];
    return [`${unique}+clerk_test@example.com`, `${unique}2+clerk_test@acme.example`];
  }

  #codeFor(operationId: string, client: FrontendClient): string {
    const now = this.local.clock.now();
    if (operationId === 'verifyTOTP') return this.#totpSecret ? totpCode(this.#totpSecret, now) : TEST_CODE;
    const session = this.local.browsers.get(client.token ?? '').session;
    const user = session && this.local.users.get(session.userId);
    if (operationId.includes('Two')) return this.#random.pick(['backup-1', totpCode(TOTP_SECRET, now)]);
    if (user?.totpSecret && this.#random.chance(0.4)) return totpCode(user.totpSecret, now);
    return TEST_CODE;
  }

  #affiliationAddress(unique: string): string {
    const domains = (this.local.snapshot().organizationDomains ?? []) as unknown as {
      organizationId: string;
      name: string;
    }[];
    const names = domains
      .filter(domain => domain.organizationId === this.#organizationId)
      .map(({ name }) => name);
    return `${unique}+clerk_test@${this.#oneOf(names) || 'other.example'}`;
  }

  #tickets(): string[] {
    const { signInTokens = [], organizationInvitations = [], invitations = [] } = this.local.snapshot();
    return [
      ...signInTokens.map(record => (record as unknown as { token: string }).token),
      ...[...organizationInvitations, ...invitations].map(
        record => (record as unknown as { ticket: string }).ticket,
      ),
    ].slice(-4);
  }

  #identifierId(name: string, client: FrontendClient): string | undefined {
    const session = this.local.browsers.get(client.token ?? '').session;
    const user = session && this.local.users.get(session.userId);
    if (name.endsWith('email_address_id')) return this.#oneOf(user?.emailAddresses.map(({ id }) => id) ?? []);
    if (name.endsWith('phone_number_id')) return this.#oneOf(user?.phoneNumbers.map(({ id }) => id) ?? []);
    return undefined;
  }

  #oneOf(values: readonly string[]): string {
    return values.length === 0 ? '' : this.#random.pick(values);
  }
}

/** Parameters that the calls nearly always have. */
const LIKELY = [
  'identifier',
  'name',
  'email_address',
  'password',
  'code',
  'role',
  'user_id',
  'strategy',
  'level',
  'redirect_url',
];

/** Parameters of sign-in methods that LocalClerk does not support. */
const UNUSED = [
  'email_address_or_phone_number',
  'web3_wallet',
  'token',
  'proof_token',
  'oidc_login_hint',
  'oidc_prompt',
  'captcha_token',
  'captcha_error',
  'captcha_widget_type',
  'signature',
  'public_key_credential',
  'trusted_device_id',
  'client_data',
  'algorithm',
  'web3_wallet_id',
  'primary_web3_wallet_id',
  'passkey_id',
  'ticket',
];

const STRATEGIES: Readonly<Record<string, readonly string[]>> = {
  createSignIn: ['password', 'password', 'email_code', 'phone_code', 'oauth_google', 'shoe_size'],
  createSignUps: ['oauth_google', 'shoe_size'],
  postOAuthAccounts: ['oauth_google', 'oauth_google', 'oauth_github'],
  prepareSignInFactorOne: ['email_code', 'phone_code', 'reset_password_email_code'],
  attemptSignInFactorOne: ['password', 'email_code', 'phone_code', 'reset_password_email_code'],
  prepareSignInFactorTwo: ['phone_code'],
  attemptSignInFactorTwo: ['phone_code', 'totp', 'backup_code'],
  attemptSessionReverificationFirstFactor: ['password', 'email_code'],
  prepareSessionReverificationSecondFactor: ['phone_code'],
  attemptSessionReverificationSecondFactor: ['phone_code', 'totp'],
  sendVerificationEmail: ['email_code'],
  sendVerificationSMS: ['phone_code'],
  prepareSignUpsVerification: ['email_code', 'phone_code'],
  attemptSignUpsVerification: ['email_code', 'phone_code'],
};
