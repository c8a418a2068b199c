import type { LocalRecord } from './collection.js';
import type { Metadata } from './records.js';

/** The state of an invitation. */
export type LocalInvitationStatus = 'pending' | 'accepted' | 'revoked' | 'expired';

interface InvitationRecord extends LocalRecord {
  readonly emailAddress: string;
  readonly status: LocalInvitationStatus;
  readonly publicMetadata: Metadata;
  readonly redirectUrl: string | null;
  /** The value of `__clerk_ticket` in the link of the invitation. */
  readonly ticket: string;
  /** Unix time in milliseconds; `null` for never. */
  readonly expiresAt: number | null;
}

/** An invitation to an application. */
export interface LocalInvitation extends InvitationRecord {
  /** The waitlist entry for which it was created. */
  readonly waitlistEntryId: string | null;
}

/** An invitation to an organization. */
export interface LocalOrganizationInvitation extends InvitationRecord {
  readonly organizationId: string;
  readonly role: string;
  readonly inviterId: string | null;
  readonly privateMetadata: Metadata;
  /** The domain that made the invitation, in the enrollment mode `automatic_invitation`. */
  readonly domainId?: string | null;
}

/** An entry of the waitlist. */
export interface LocalWaitlistEntry extends LocalRecord {
  readonly emailAddress: string;
  readonly status: 'pending' | 'invited' | 'rejected' | 'completed';
}

/** An identifier on the allowlist or the blocklist. */
export interface LocalRestrictedIdentifier extends LocalRecord {
  readonly identifier: string;
  readonly identifierType: 'email_address' | 'phone_number' | 'web3_wallet';
  /** On the allowlist, if the identifier was invited too. */
  readonly invitationId: string | null;
}

/** A token that signs a user in once: a sign-in token, or an actor token, which impersonates the user. */
export interface LocalTicket extends LocalRecord {
  readonly userId: string;
  readonly status: 'pending' | 'accepted' | 'revoked';
  /** The value of `__clerk_ticket` in the link. */
  readonly token: string;
  /** Unix time in milliseconds. */
  readonly expiresAt: number;
  /** The organization to activate. */
  readonly organizationId: string | null;
  /** Set for an actor token. */
  readonly actor: Readonly<Record<string, unknown>> | null;
  /** The maximum duration of an actor token's session. */
  readonly sessionMaxDurationInSeconds: number | null;
}

/** A code that was sent to an email address or a phone number. */
export interface LocalVerificationCode extends LocalRecord {
  /** The id of the email address or phone number. */
  readonly identifierId: string;
  readonly strategy: 'email_code' | 'phone_code';
  readonly code: string;
  readonly status: 'unverified' | 'verified' | 'failed' | 'expired';
  readonly attempts: number;
  readonly expireAt: number;
}

/** An email that the application sent through the Backend API. */
export interface LocalEmail extends LocalRecord {
  readonly to: string;
  readonly fromName: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string | null;
  readonly userId: string | null;
  readonly emailAddressId: string | null;
  /** A second email with the same key is not sent. */
  readonly idempotencyKey: string | null;
}
