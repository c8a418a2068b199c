// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.

/** What {@link PhoneNumberAPI.createPhoneNumber} takes. */
export interface CreatePhoneNumberParams {
  userId: string;
  phoneNumber: string;
  verified?: boolean | null;
  primary?: boolean | null;
  reservedForSecondFactor?: boolean | null;
}

/** What {@link PhoneNumberAPI.updatePhoneNumber} takes. */
export interface UpdatePhoneNumberParams {
  verified?: boolean | null;
  primary?: boolean | null;
  reservedForSecondFactor?: boolean | null;
}

/** What {@link PhoneNumberAPI.attemptPhoneNumberVerification} takes. */
export interface AttemptPhoneNumberVerificationParams {
  verificationId: string;
  code: string;
}
