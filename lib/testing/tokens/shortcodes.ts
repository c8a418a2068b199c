import type { LocalStore } from '../store/local-store.js';
import type { LocalSession } from '../store/records.js';
import { imageUrl } from '../backend-api/views/user.js';

const SHORTCODE = /\{\{\s*([^{}]+?)\s*\}\}/g;
/** Not in a string, which would be followed by an odd number of quotes. */
const OPERATOR = /\|\|(?=(?:[^']*'[^']*')*[^']*$)/;
const ONLY_SHORTCODE = /^\{\{\s*([^{}]+?)\s*\}\}$/;

type Values = Readonly<Record<string, unknown>>;

/**
 * Replaces the shortcodes in the claims of a JWT template or of session tokens, such as
 * `{{user.primary_email_address}}` or `{{org.slug || 'personal'}}`. A claim that consists of one shortcode keeps the
 * type of its value.
 *
 * @see https://clerk.com/docs/guides/sessions/jwt-templates#shortcodes
 */
export function fillShortcodes(claims: Values, session: LocalSession, store: LocalStore): Values {
  const values = valuesOf(session, store);
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string') return fillText(value, values);
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fill(inner)]));
  };
  return fill(claims) as Values;
}

function fillText(text: string, values: Values): unknown {
  const [, only] = ONLY_SHORTCODE.exec(text) ?? [];
  if (only !== undefined) return evaluate(only, values);
  return text.replaceAll(SHORTCODE, (_match, code: string) => textOf(evaluate(code, values)));
}

/** As in a template: a missing value is `null`, and metadata is JSON. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The first operand of `||` that is neither `null` nor `false`, or else the last one. */
function evaluate(code: string, values: Values): unknown {
  const operands = code.split(OPERATOR).map(operand => valueOf(operand.trim(), values));
  return operands.find(value => value !== null && value !== false) ?? operands.at(-1) ?? null;
}

/** The value of a literal or of a path. */
function valueOf(operand: string, values: Values): unknown {
  const [, text] = /^'(.*)'$/.exec(operand) ?? [];
  if (text !== undefined) return text;
  if (/^(true|false|-?\d+(\.\d+)?)$/.test(operand)) return JSON.parse(operand);
  return lookUp(operand, values) ?? null;
}

function lookUp(path: string, values: Values): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, name)
          ? (value as Values)[name]
          : undefined,
      values,
    );
}

function valuesOf({ userId, activeOrganizationId, id, actor }: LocalSession, store: LocalStore): Values {
  const user = store.users.get(userId);
  const email = user.emailAddresses.find(address => address.id === user.primaryEmailAddressId);
  const phone = user.phoneNumbers.find(number => number.id === user.primaryPhoneNumberId);
  const organization =
    activeOrganizationId === null ? undefined : store.organizations.find(activeOrganizationId);
  const membership = organization && store.memberships.find(organization.id, userId);
  const names = [user.firstName, user.lastName].filter(name => name !== null);
  return {
    user: {
      id: user.id,
      external_id: user.externalId,
      username: user.username,
      first_name: user.firstName,
      last_name: user.lastName,
      full_name: names.length > 0 ? names.join(' ') : null,
      image_url: imageUrl(user),
      has_image: user.profileImageUrl !== null,
      primary_email_address: email?.emailAddress ?? null,
      email_verified: email?.verification?.status === 'verified',
      primary_phone_number: phone?.phoneNumber ?? null,
      phone_number_verified: phone?.verification?.status === 'verified',
      two_factor_enabled: user.totpSecret !== null,
      public_metadata: user.publicMetadata,
      unsafe_metadata: user.unsafeMetadata,
      created_at: Math.floor(user.createdAt / 1000),
      updated_at: Math.floor(user.updatedAt / 1000),
      last_sign_in_at: user.lastSignInAt === null ? null : Math.floor(user.lastSignInAt / 1000),
    },
    org: organization && {
      id: organization.id,
      name: organization.name,
      slug: organization.slug,
      role: membership?.role ?? null,
      image_url: organization.imageUrl,
      has_image: organization.imageUrl !== null,
      public_metadata: organization.publicMetadata,
    },
    org_membership: membership && { public_metadata: membership.publicMetadata },
    session: {
      id,
      actor,
      reverification_id: store.attempts.reverifications.findBy('sessions', id)?.id ?? null,
    },
  };
}
