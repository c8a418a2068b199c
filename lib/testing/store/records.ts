/** Free-form data on a user or an organization. */
export type Metadata = Record<string, unknown>;

/** Who is impersonating a user: the `act` claim. @see https://www.rfc-editor.org/rfc/rfc8693#name-act-actor-claim */
export interface LocalActor {
  readonly sub: string;
  readonly [claim: string]: unknown;
}

/** An email address of a {@link LocalUser}; always verified. */
export interface LocalEmailAddress {
  readonly id: string;
  readonly emailAddress: string;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
}

/** A phone number of a {@link LocalUser}; always verified. */
export interface LocalPhoneNumber {
  readonly id: string;
  readonly phoneNumber: string;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
}

/** A user of a local instance. All times are Unix time in milliseconds. */
export interface LocalUser {
  readonly id: string;
  readonly username: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly externalId: string | null;
  readonly locale: string | null;
  readonly emailAddresses: readonly LocalEmailAddress[];
  readonly phoneNumbers: readonly LocalPhoneNumber[];
  readonly primaryEmailAddressId: string | null;
  readonly primaryPhoneNumberId: string | null;
  /** The password itself is not kept. */
  readonly passwordEnabled: boolean;
  readonly passwordLastUpdatedAt: number | null;
  readonly publicMetadata: Metadata;
  readonly privateMetadata: Metadata;
  readonly unsafeMetadata: Metadata;
  readonly banned: boolean;
  readonly locked: boolean;
  readonly bypassClientTrust: boolean;
  readonly deleteSelfEnabled: boolean;
  readonly createOrganizationEnabled: boolean;
  readonly createOrganizationsLimit: number | null;
  readonly legalAcceptedAt: number | null;
  readonly lastSignInAt: number | null;
  readonly lastActiveAt: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** Where a session is in its life. */
export type LocalSessionStatus = 'active' | 'pending' | 'revoked' | 'expired' | 'ended' | 'removed';

/** A session of a local instance. All times are Unix time in milliseconds. */
export interface LocalSession {
  readonly id: string;
  readonly userId: string;
  readonly clientId: string;
  readonly status: LocalSessionStatus;
  readonly activeOrganizationId: string | null;
  readonly actor: LocalActor | null;
  /** When the user last verified a first factor, such as the password. */
  readonly firstFactorVerifiedAt: number;
  /** When the user last verified a second factor; `null` for never. */
  readonly secondFactorVerifiedAt: number | null;
  readonly lastActiveAt: number;
  readonly expireAt: number;
  readonly abandonAt: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** An organization of a local instance. All times are Unix time in milliseconds. */
export interface LocalOrganization {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  /** What its plan comes with. */
  readonly features: readonly string[];
  readonly plans: readonly string[];
  readonly publicMetadata: Metadata;
  readonly privateMetadata: Metadata;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** What a user is in an organization. All times are Unix time in milliseconds. */
export interface LocalMembership {
  readonly id: string;
  readonly organizationId: string;
  readonly userId: string;
  /** With its prefix, such as `org:admin`. */
  readonly role: string;
  /** With their prefix, such as `org:invoices:create`. */
  readonly permissions: readonly string[];
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** A JWT template of a local instance: what `getToken({ template })` issues. */
export interface LocalJwtTemplate {
  readonly name: string;
  readonly claims: Readonly<Record<string, unknown>>;
  /** Seconds. */
  readonly lifetime: number;
}
