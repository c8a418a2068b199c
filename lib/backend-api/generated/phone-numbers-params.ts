// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.

/** The parameters of {@link PhoneNumberAPI.createPhoneNumber}. */
export interface CreatePhoneNumberParams {
  userId: string;
  phoneNumber: string;
  verified?: boolean | null;
  primary?: boolean | null;
  reservedForSecondFactor?: boolean | null;
}

/** The parameters of {@link PhoneNumberAPI.updatePhoneNumber}. */
export interface UpdatePhoneNumberParams {
  verified?: boolean | null;
  primary?: boolean | null;
  reservedForSecondFactor?: boolean | null;
}

/** The parameters of {@link PhoneNumberAPI.attemptPhoneNumberVerification}. */
export interface AttemptPhoneNumberVerificationParams {
  verificationId: string;
  code: string;
}
