import { Random } from '../../conformance/random.js';
import type { PublishedOperation, PublishedSchema } from './published-schema.js';

type Schema = Record<string, unknown>;

/** A call, as it goes over the wire. */
export interface DrawnCall {
  readonly operation: PublishedOperation;
  /** With ids and query. */
  readonly path: string;
  readonly body: unknown;
}

/** Parameter names whose values are ids, keys and similar values of earlier responses. */
const POOLS: Readonly<Record<string, string>> = {
  actor_token_id: 'actor_token',
  adminPortalLinkTokenID: 'admin_portal_link_token',
  agent_task_id: 'agent_task',
  apiKeyID: 'api_key',
  client_id: 'client',
  created_by: 'user',
  creator_role_id: 'role',
  creator_role_key: 'role.key',
  default_role_key: 'role.key',
  dest_role_set_key: 'role_set.key',
  directory_id: 'directory',
  domain_id: 'domain',
  domains_default_role_id: 'role',
  email_address_id: 'email_address',
  enterprise_connection_id: 'enterprise_connection',
  external_account_id: 'external_account',
  from_price_id: 'commerce_price',
  invitation_id: 'invitation',
  inviter_user_id: 'user',
  jwt_template_id: 'jwt_template',
  discount_id: 'discount',
  m2m_token_id: 'machine_to_machine_token',
  machine_id: 'machine',
  mapping_id: 'directory_group_role_mapping',
  oauth_application_id: 'oauth_application',
  org_id: 'organization',
  organization_id: 'organization',
  organization_role_id: 'role',
  other_machine_id: 'machine',
  permission_id: 'permission',
  phone_number_id: 'phone_number',
  plan_id: 'commerce_plan',
  requesting_user_id: 'user',
  role: 'role.key',
  role_id: 'role',
  role_key: 'role.key',
  role_keys: 'role.key',
  role_set_key: 'role_set.key',
  role_set_key_or_id: 'role_set',
  roles: 'role.key',
  saml_connection_id: 'saml_connection',
  scim_directory_id: 'directory',
  scoped_machines: 'machine',
  session_id: 'session',
  sign_in_token_id: 'sign_in_token',
  subscription_item_id: 'commerce_subscription_item',
  template_id: 'jwt_template',
  template_name: 'jwt_template.name',
  to_machine_id: 'machine',
  to_price_id: 'commerce_price',
  to_role_key: 'role.key',
  trusted_device_id: 'trusted_device',
  user_id: 'user',
  user_ids: 'user',
  verification_id: 'verification_otp',
  waitlist_entry_id: 'waitlist_entry',
};

const WORDS = ['ada', 'babbage', 'curie', 'darwin', 'euler', 'fermat', 'gauss', 'hopper'];

/** Draws calls from Clerk's document. The records in responses are used in later calls. */
export class CallDrawer {
  readonly #pools = new Map<string, string[]>();
  readonly #random: Random;
  #counter = 0;
  #links: readonly Readonly<Record<string, string>>[] = [];
  /** The related parameters in the current call. */
  #link: Readonly<Record<string, string>> = {};

  constructor(
    private readonly schema: PublishedSchema,
    seed: number,
  ) {
    this.#random = new Random(seed);
  }

  /** Adds an id by hand, for records that no operation creates. */
  add(pool: string, value: string): void {
    this.#pools.set(pool, [...(this.#pools.get(pool) ?? []), value]);
  }

  /** Adds related parameters, such as a user and a device of the user. */
  link(values: Readonly<Record<string, string>>): void {
    this.#links = [...this.#links, values].slice(-400);
  }

  /** Collects the ids and keys of every record in a response. */
  learn(body: unknown, path = ''): void {
    const link = linkIn(body, path);
    if (link) this.link(link);
    if (Array.isArray(body)) return body.forEach(item => this.learn(item, path));
    if (typeof body !== 'object' || body === null) return;
    const { object, id, key, name, secret, token, ...rest } = body as Record<string, unknown>;
    if (typeof object === 'string' && typeof id === 'string') {
      const pool = POOL_OF_OBJECT[object] ?? object;
      this.#remember(pool, id);
      if (typeof key === 'string') this.#remember(`${pool}.key`, key);
      if (typeof name === 'string') this.#remember(`${pool}.name`, name);
      if (typeof secret === 'string') this.#remember(`${pool}.secret`, secret);
      if (typeof token === 'string') this.#remember(`${pool}.secret`, token);
    }
    Object.values(rest).forEach(value => this.learn(value, path));
  }

  draw(operation: PublishedOperation): DrawnCall {
    this.#link = this.#linkFor(operation);
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_match, name: string) =>
      encodeURIComponent(this.#pathValue(name, operation)),
    );
    const query = new URLSearchParams();
    for (const { name, required, schema } of operation.query) {
      if (!required && !this.#random.chance(0.25)) continue;
      const value = this.#queryValue(name, schema, operation);
      for (const item of Array.isArray(value) ? value : [value]) query.append(name, String(item));
    }
    const search = query.toString();
    return {
      operation,
      path: `/v1${path}${search === '' ? '' : `?${search}`}`,
      body: operation.body && this.#value(operation.body, '', operation),
    };
  }

  /** Mostly a set with every parameter of the path. */
  #linkFor({ path }: PublishedOperation): Readonly<Record<string, string>> {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const fitting = this.#links.filter(link => names.length > 0 && names.every(name => name in link));
    return fitting.length > 0 && this.#random.chance(0.8) ? this.#random.pick(fitting.slice(-8)) : {};
  }

  #pathValue(name: string, { id }: PublishedOperation): string {
    const linked = this.#link[name];
    if (linked !== undefined) return linked;
    if (name === 'template_type') return this.#random.pick(['email', 'sms', 'fax']);
    if (name === 'slug') return this.#random.pick(['verification_code', 'invitation', 'none']);
    if (name === 'provider') return this.#random.pick(['google', 'oauth_google', 'github']);
    if (name === 'identifier_id')
      return this.#pooled(id.includes('Allow') ? 'allowlist_identifier' : 'blocklist_identifier');
    if (name === 'id') return this.#pooled(id.includes('SignUp') ? 'sign_up_attempt' : 'redirect_url');
    if (name === 'domain_id' && id.includes('OrganizationDomain')) return this.#pooled('organization_domain');
    if (name === 'invitation_id' && id.includes('Organization'))
      return this.#pooled('organization_invitation');
    if (name === 'passkey_identification_id') return this.#pooled('passkey');
    if (name === 'web3_wallet_identification_id') return this.#pooled('web3_wallet');
    return this.#pooled(POOLS[name] ?? name);
  }

  #queryValue(name: string, schema: Schema, operation: PublishedOperation): unknown {
    if (name === 'order_by')
      return this.#random.pick(['created_at', '-created_at', '+created_at', 'shoe_size']);
    if (name === 'query') return this.#random.pick(WORDS);
    return this.#value(schema, name, operation);
  }

  #value(given: Schema, name: string, operation: PublishedOperation): unknown {
    const schema = this.#merged(given);
    if (schema.nullable === true && this.#random.chance(0.1)) return null;
    if (Array.isArray(schema.enum)) return this.#random.pick(schema.enum);
    if (this.#random.chance(0.01)) return this.#random.pick(['', -1, true, {}, []]);
    if (schema.type === 'array') {
      const length = 1 + Math.floor(this.#random.next() * 2);
      return Array.from({ length }, () => this.#value((schema.items ?? {}) as Schema, name, operation));
    }
    if (schema.properties) return this.#object(schema, operation);
    switch (schema.type) {
      case 'boolean':
        return this.#random.chance(0.6);
      case 'integer':
      case 'number':
        return this.#number(schema);
      case 'string':
        return this.#text(name, schema, operation);
      case 'object':
        return { plan: this.#random.pick(WORDS), nested: { level: Math.floor(this.#random.next() * 9) } };
      default:
        return this.#random.chance(0.5) ? null : { claim: 'value' };
    }
  }

  #object({ properties, required }: Schema, operation: PublishedOperation): Record<string, unknown> {
    const names = Object.entries(properties as Record<string, Schema>).filter(
      ([name]) => (required as string[] | undefined)?.includes(name) || this.#random.chance(0.35),
    );
    const drawn = Object.fromEntries(
      names.map(([name, schema]) => [name, this.#value(schema, name, operation)]),
    );
    if (operation.id === 'CreateRoleSet' && Array.isArray(drawn.roles)) {
      [drawn.default_role_key] = drawn.roles as unknown[];
      [drawn.creator_role_key] = drawn.roles as unknown[];
    }
    if (this.#random.chance(0.02)) drawn.shoe_size = 42;
    return drawn;
  }

  #number({ minimum = 0, maximum = 1000 }: Schema): number {
    const low = minimum as number;
    return low + Math.floor(this.#random.next() * Math.min((maximum as number) - low + 1, 1000));
  }

  #text(name: string, { format }: Schema, { id }: PublishedOperation): string {
    const word = this.#random.pick(WORDS);
    const unique = `${word}${++this.#counter}`;
    const linked = this.#link[name];
    if (linked !== undefined) return linked;
    if (name === 'role' || POOLS[name] !== undefined) return this.#pooled(POOLS[name] ?? name);
    if (name === 'subject')
      return this.#pooled(id.includes('M2M') ? 'machine' : this.#random.pick(['user', 'organization']));
    if (name === 'permissions') return this.#pooled('permission.key');
    if (name === 'email_address' || name.includes('email')) return `${unique}@example.com`;
    if (name === 'phone_number') return `+1555${String(1_000_000 + this.#counter)}`;
    if (name === 'identifier')
      return this.#random.pick([`${unique}@example.com`, `+1555${1_000_000 + this.#counter}`]);
    if (name === 'key' && id.includes('Permission')) return `org:${word}:${unique}`;
    if (name === 'key' && id.includes('RoleSet')) return `role_set:${unique}`;
    if (name === 'key' && id.includes('Role')) return `org:${unique}`;
    if (name === 'totp_secret') return 'JBSWY3DPEHPK3PXP';
    if (name === 'password_hasher') return 'sha256';
    if (name === 'password') return this.#pooled('password');
    if (name === 'slug' || name === 'username' || name === 'external_id') return unique;
    const secrets = SECRETS[id];
    const pool = secrets?.[name];
    if (pool !== undefined) return this.#pooled(pool);
    if (name === 'domain' || name === 'domains') return `${unique}.example`;
    if (name === 'name' && id.includes('Domain')) return `${unique}.example`;
    if (name === 'extend_to') return '2027-01-20T00:00:00.000Z';
    if (/_at$/.test(name) || format === 'date-time') return '2030-01-01T00:00:00.000Z';
    if (/url|uris/.test(name)) return `https://${word}.example/${unique}`;
    if (name === 'order_by') return '-created_at';
    return this.#random.pick([word, unique, `${word} & ${unique}`, 'Zoë']);
  }

  #merged(schema: Schema): Schema {
    const resolved = this.schema.resolve(schema);
    if (!Array.isArray(resolved.allOf)) return resolved;
    const parts = (resolved.allOf as Schema[]).map(part => this.#merged(part));
    return {
      ...Object.assign({}, ...parts),
      ...resolved,
      properties: Object.assign({}, ...parts.map(({ properties }) => properties)),
    } as Schema;
  }

  #pooled(pool: string): string {
    const values = this.#pools.get(pool) ?? [];
    if (values.length === 0 || this.#random.chance(0.05))
      return `${PREFIXES[pool] ?? pool}_${'0'.repeat(27)}`;
    // The newest ones, because the oldest are often deleted by now.
    return this.#random.pick(values.slice(-6));
  }

  #remember(pool: string, value: string): void {
    const values = this.#pools.get(pool) ?? [];
    if (!values.includes(value)) this.#pools.set(pool, [...values, value].slice(-20));
  }
}

/** Related parameters in a response. */
function linkIn(body: unknown, path: string): Record<string, string> | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const record = body as Record<string, string> & {
    organization?: { id: string };
    public_user_data?: { user_id: string };
  };
  const [, kind, identifier = ''] = /(email_address|phone_number)(?:es|s)\/([^/]+)\/prepare/.exec(path) ?? [];
  switch (record.object) {
    case 'machine_scope':
      return { machine_id: record.from_machine_id ?? '', other_machine_id: record.to_machine_id ?? '' };
    case 'organization_membership':
      return {
        organization_id: record.organization?.id ?? '',
        user_id: record.public_user_data?.user_id ?? '',
      };
    case 'commerce_discount_redemption':
      return {
        subscription_item_id: record.subscription_item_id ?? '',
        discount_id: record.discount_id ?? '',
      };
    case 'verification_otp':
      return kind === undefined
        ? undefined
        : { [`${kind}_id`]: identifier, verification_id: record.id ?? '' };
    case 'commerce_subscription_item':
      return { subscription_item_id: record.id ?? '', from_price_id: record.price_id ?? '' };
    case 'directory':
    case 'scim_directory':
      return { directory_id: record.id ?? '', scim_directory_id: record.id ?? '' };
    case 'organization_domain':
      return { organization_id: record.organization_id ?? '', domain_id: record.id ?? '' };
    case 'directory_group_role_mapping':
    case 'scim_group_role_mapping':
      return {
        directory_id: record.directory_id ?? '',
        scim_directory_id: record.directory_id ?? '',
        mapping_id: record.id ?? '',
      };
    case 'agent_task':
      return { agent_task_id: record.agent_task_id ?? '' };
    default:
      return undefined;
  }
}

/** The parameters of operations that need a secret of an earlier response. */
const SECRETS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  verifyApiKey: { secret: 'api_key.secret' },
  verifyM2MToken: { token: 'machine_to_machine_token.secret' },
  verifyOAuthAccessToken: { access_token: 'access_token', secret: 'access_token' },
  VerifyPassword: { password: 'password' },
  VerifyTOTP: { code: 'backup_code' },
};

/** The prefixes of Clerk's ids, for which the document has a pattern. */
const PREFIXES: Readonly<Record<string, string>> = { organization: 'org', machine: 'mch' };

const POOL_OF_OBJECT: Readonly<Record<string, string>> = {
  scim_directory: 'directory',
  scim_group_role_mapping: 'directory_group_role_mapping',
  google_account: 'external_account',
  role_set_item: 'role',
};
