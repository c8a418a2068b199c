// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.

/** What {@link EmailAddressAPI.createEmailAddress} takes. */
export interface CreateEmailAddressParams {
  userId: string;
  emailAddress: string;
  verified?: boolean | null;
  primary?: boolean | null;
  /** By default `false`. */
  notifyPrimaryEmailAddressChanged?: boolean | null;
}

/** What {@link EmailAddressAPI.updateEmailAddress} takes. */
export interface UpdateEmailAddressParams {
  verified?: boolean | null;
  primary?: boolean | null;
  /** By default `false`. */
  notifyPrimaryEmailAddressChanged?: boolean | null;
}

/** What {@link EmailAddressAPI.attemptEmailAddressVerification} takes. */
export interface AttemptEmailAddressVerificationParams {
  verificationId: string;
  code: string;
}
