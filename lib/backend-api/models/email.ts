import { decodeObject, type FieldMap } from '../transport/decode.js';

/** An e-mail that was sent through Clerk. */
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
  /** Why it was not delivered. */
  readonly suppressionReason: string | null | undefined;
}

/** Reads the API's JSON. */
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
