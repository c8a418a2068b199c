import { newId, randomLettersAndDigits } from '../random.js';
import { Collection } from './collection.js';
import type { CollectionContext, LocalRecord } from './collection.js';

/** The state of one verification of a user. */
export interface AttemptVerification {
  /** Such as `password`, `email_code`, `oauth_google` or `ticket`. */
  readonly strategy: string;
  /** `transferable`: a sign-in with the account of no user, or a sign-up with that of an existing user. */
  readonly status: 'unverified' | 'verified' | 'failed' | 'transferable';
  readonly attempts: number;
  /** Unix time in milliseconds; `null` without an expiry. */
  readonly expireAt: number | null;
  /** The one-time code that was sent, or would have been. */
  readonly code: string | null;
  /** The email address or the phone number of the code. */
  readonly identifier: string | null;
  /** For an OAuth provider. */
  readonly external?: ExternalVerification;
}

/** What a verification by an OAuth provider has besides. */
export interface ExternalVerification {
  /** The page of the provider. */
  readonly redirectUrl: string;
  /** The account that the user chose there. */
  readonly account?: ProviderAccount;
  /** Why it is not verified. */
  readonly error?: { readonly code: string; readonly message: string };
}

/** An account with an OAuth provider. */
export interface ProviderAccount {
  readonly providerUserId: string;
  readonly emailAddress: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** A visit to an OAuth provider. Its id is the `state` of the request. */
export interface LocalProviderVisit extends LocalRecord {
  readonly browserId: string;
  /** Such as `oauth_google`. */
  readonly strategy: string;
  readonly purpose: 'sign_in' | 'sign_up' | 'connect';
  /** The id of the sign-in, of the sign-up, or of the user. */
  readonly subjectId: string;
  /** Where the browser goes if something is left to do. */
  readonly redirectUrl: string;
  /** Where the browser goes when all is done. */
  readonly completeUrl: string;
  readonly scopes: readonly string[];
  /** What the provider hands over for the `code`. */
  readonly account: ProviderAccount | null;
  readonly code: string | null;
}

/** The state of a sign-in. */
export type LocalSignInStatus =
  'needs_identifier' | 'needs_first_factor' | 'needs_second_factor' | 'needs_new_password' | 'complete';

/** A sign-in of a browser. All times are Unix time in milliseconds. */
export interface LocalSignIn extends LocalRecord {
  readonly browserId: string;
  readonly status: LocalSignInStatus;
  readonly identifier: string | null;
  readonly userId: string | null;
  readonly firstFactor: AttemptVerification | null;
  readonly secondFactor: AttemptVerification | null;
  readonly createdSessionId: string | null;
  readonly abandonAt: number;
}

/** The data that a sign-up collects. */
export interface LocalSignUpFields {
  readonly emailAddress: string | null;
  readonly phoneNumber: string | null;
  readonly username: string | null;
  readonly password: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly unsafeMetadata: Readonly<Record<string, unknown>>;
  readonly locale: string | null;
  /** Unix time in milliseconds; `null` if the user has not accepted the terms. */
  readonly legalAcceptedAt: number | null;
}

/** A sign-up of a browser. All times are Unix time in milliseconds. */
export interface LocalSignUpAttempt extends LocalSignUpFields, LocalRecord {
  readonly browserId: string;
  readonly emailVerification: AttemptVerification | null;
  readonly phoneVerification: AttemptVerification | null;
  /** The account with an OAuth provider. */
  readonly externalVerification?: AttemptVerification | null;
  /** The invitation whose ticket started it. */
  readonly ticket: string | null;
  readonly publicMetadata: Readonly<Record<string, unknown>>;
  readonly createdSessionId: string | null;
  readonly createdUserId: string | null;
  readonly abandonAt: number;
  /** The Backend API sets it. */
  readonly externalId?: string | null;
  /** The Backend API sets it. */
  readonly customAction?: boolean;
}

/** A reverification of an open session. */
export interface LocalReverification extends LocalRecord {
  readonly sessionId: string;
  readonly level: 'first_factor' | 'second_factor' | 'multi_factor';
  readonly status: 'needs_first_factor' | 'needs_second_factor' | 'complete';
  readonly firstFactor: AttemptVerification | null;
  readonly secondFactor: AttemptVerification | null;
}

/** The verification of an email address or a phone number that a user has added. */
export interface LocalIdentifierVerification extends LocalRecord {
  readonly userId: string;
  readonly identifierId: string;
  readonly verification: AttemptVerification;
}

/** The secret of an authenticator app that a user has not confirmed with a code yet. */
export interface LocalPendingTotp extends LocalRecord {
  readonly userId: string;
  /** Base32. */
  readonly secret: string;
}

export type AttemptCollections = ReturnType<typeof attemptCollections>;

/** The unfinished sign-ins, sign-ups, reverifications and verifications of new identifiers. */
export function attemptCollections(context: CollectionContext) {
  return {
    signIns: new Collection<LocalSignIn>(context, {
      name: 'signIns',
      kind: 'sign in',
      newId: () => newId('sia'),
    }),
    signUpAttempts: new Collection<LocalSignUpAttempt>(context, {
      name: 'signUpAttempts',
      kind: 'sign up',
      newId: () => newId('sua'),
    }),
    reverifications: new Collection<LocalReverification>(context, {
      name: 'reverifications',
      kind: 'reverification',
      newId: () => newId('rev'),
      owners: { sessions: ({ sessionId }) => sessionId },
    }),
    identifierVerifications: new Collection<LocalIdentifierVerification>(context, {
      name: 'identifierVerifications',
      kind: 'verification',
      newId: () => newId('ver'),
      owners: { users: ({ userId }) => userId },
      indexes: { identifierId: ({ identifierId }) => [identifierId] },
    }),
    providerVisits: new Collection<LocalProviderVisit>(context, {
      name: 'providerVisits',
      kind: 'OAuth state',
      newId: () => randomLettersAndDigits(32),
    }),
    pendingTotps: new Collection<LocalPendingTotp>(context, {
      name: 'pendingTotps',
      kind: 'TOTP',
      newId: () => newId('totp'),
      owners: { users: ({ userId }) => userId },
    }),
  };
}
