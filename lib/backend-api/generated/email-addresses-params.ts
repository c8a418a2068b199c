// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.

/** The parameters of {@link EmailAddressAPI.createEmailAddress}. */
export interface CreateEmailAddressParams {
  userId: string;
  emailAddress: string;
  verified?: boolean | null;
  primary?: boolean | null;
  /** By default `false`. */
  notifyPrimaryEmailAddressChanged?: boolean | null;
}

/** The parameters of {@link EmailAddressAPI.updateEmailAddress}. */
export interface UpdateEmailAddressParams {
  verified?: boolean | null;
  primary?: boolean | null;
  /** By default `false`. */
  notifyPrimaryEmailAddressChanged?: boolean | null;
}

/** The parameters of {@link EmailAddressAPI.attemptEmailAddressVerification}. */
export interface AttemptEmailAddressVerificationParams {
  verificationId: string;
  code: string;
}
