import { decodeObject, type FieldMap } from '../transport/decode.js';
import type { ClerkResourceJSON } from './clerk-resource-json.js';

/** An email that Clerk sends for the application. */
export interface Email {
  readonly id: string;
  readonly fromEmailName: string;
  readonly emailAddressId: string | null;
  readonly toEmailAddress: string | undefined;
  readonly subject: string | undefined;
  readonly body: string | undefined;
  readonly bodyPlain: string | null | undefined;
  readonly status: string | undefined;
  readonly slug: string | null | undefined;
  readonly data: Record<string, unknown> | null | undefined;
  readonly deliveredByClerk: boolean | undefined;
  readonly userId: string | null | undefined;
  /** The reason why Clerk did not deliver the email. */
  readonly suppressionReason: string | null | undefined;
}

/** The JSON of {@link Email}. */
export interface EmailJSON extends ClerkResourceJSON {
  object: 'email';
  slug?: string | null;
  from_email_name: string;
  to_email_address?: string;
  email_address_id: string | null;
  user_id?: string | null;
  subject?: string;
  body?: string;
  body_plain?: string | null;
  status?: string;
  data?: Record<string, unknown> | null;
  delivered_by_clerk: boolean;
  suppression_reason?: string | null;
}

/** Decodes the JSON of the Backend API. */
export function decodeEmail(json: unknown): Email {
  return decodeObject<Email>(json, EMAIL_FIELDS);
}

const EMAIL_FIELDS: FieldMap<Email> = {
  id: 'id',
  fromEmailName: 'from_email_name',
  emailAddressId: 'email_address_id',
  toEmailAddress: 'to_email_address',
  subject: 'subject',
  body: 'body',
  bodyPlain: 'body_plain',
  status: 'status',
  slug: 'slug',
  data: 'data',
  deliveredByClerk: 'delivered_by_clerk',
  userId: 'user_id',
  suppressionReason: 'suppression_reason',
};
