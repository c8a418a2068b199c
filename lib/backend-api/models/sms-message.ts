import type { ClerkResourceJSON } from './clerk-resource-json.js';

/**
 * A text message that Clerk sends for the application. It comes with webhook events; no method returns it.
 *
 * @see https://clerk.com/docs/guides/development/webhooks/overview
 */
export interface SMSMessage {
  readonly id: string;
  readonly fromPhoneNumber: string;
  readonly toPhoneNumber: string;
  readonly message: string;
  readonly status: string;
  readonly phoneNumberId: string | null;
  readonly data?: Record<string, unknown> | null;
}

/** The JSON of {@link SMSMessage}. */
export interface SMSMessageJSON extends ClerkResourceJSON {
  object: 'sms_message';
  from_phone_number: string;
  to_phone_number: string;
  phone_number_id: string | null;
  user_id?: string;
  message: string;
  status: string;
  slug?: string | null;
  data?: Record<string, unknown> | null;
  delivered_by_clerk: boolean;
}
