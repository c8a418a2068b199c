/** The part of JSON Schema that seeds need. */
export interface SeedSchema {
  readonly type: 'object' | 'array' | 'string' | 'boolean' | 'integer';
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SeedSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: SeedSchema;
  readonly enum?: readonly string[];
  readonly minimum?: number;
}

const TEXT = { type: 'string' } as const;
const FLAG = { type: 'boolean' } as const;
const LIST = { type: 'array', items: TEXT } as const;
const OBJECT = { type: 'object', additionalProperties: true } as const;

const USER: SeedSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    id: { ...TEXT, description: 'Such as user_ada. Default: a new one.' },
    firstName: TEXT,
    lastName: TEXT,
    username: TEXT,
    externalId: TEXT,
    locale: TEXT,
    emailAddress: { ...LIST, description: 'The first one is the primary one.' },
    phoneNumber: { ...LIST, description: 'In E.164 form.' },
    password: TEXT,
    totpSecret: { ...TEXT, description: 'The secret of an authenticator app, in base32.' },
    backupCodes: LIST,
    publicMetadata: OBJECT,
    privateMetadata: OBJECT,
    unsafeMetadata: OBJECT,
    banned: FLAG,
    locked: FLAG,
    deleteSelfEnabled: FLAG,
    createOrganizationEnabled: FLAG,
  },
};

const ORGANIZATION: SeedSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['name'],
  properties: {
    id: { ...TEXT, description: 'Such as org_acme. Default: a new one.' },
    name: TEXT,
    slug: { ...TEXT, description: 'Default: derived from the name.' },
    features: LIST,
    plans: LIST,
    publicMetadata: OBJECT,
    privateMetadata: OBJECT,
    maxAllowedMemberships: { type: 'integer', minimum: 0 },
    members: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['user'],
        properties: {
          user: { ...TEXT, description: 'The id or an email address of one of the users.' },
          role: { ...TEXT, description: 'Such as org:admin. Default: org:member.' },
          permissions: LIST,
        },
      },
    },
  },
};

const PLAN: SeedSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['slug'],
  properties: {
    slug: TEXT,
    name: TEXT,
    description: TEXT,
    payerType: { ...TEXT, enum: ['user', 'org'] },
    amount: { type: 'integer', minimum: 0, description: 'Cents a month.' },
    annualMonthlyAmount: { type: 'integer', minimum: 0 },
    features: LIST,
    freeTrialDays: { type: 'integer', minimum: 0 },
    isDefault: FLAG,
  },
};

const JWT_TEMPLATE: SeedSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['name'],
  properties: {
    name: TEXT,
    claims: OBJECT,
    lifetime: { type: 'integer', minimum: 1, description: 'Seconds.' },
  },
};

/** The schema of a seed file. */
export const SEED_SCHEMA: SeedSchema & { readonly $schema: string; readonly title: string } = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Seeds of npx nest-clerk local',
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: TEXT,
    users: { type: 'array', items: USER },
    organizations: { type: 'array', items: ORGANIZATION },
    plans: { type: 'array', items: PLAN },
    jwtTemplates: { type: 'array', items: JWT_TEMPLATE },
    sessionClaims: { ...OBJECT, description: 'Claims of every session token. May have shortcodes.' },
  },
};
