import { decodeFields, type FieldMap, nullable, withDefault } from '../transport/decode.js';
import { Verification, type VerificationJSON } from './verification.js';

/**
 * An account of a user at an OAuth provider, such as Google or GitHub.
 *
 * @see https://clerk.com/docs/reference/backend/types/backend-external-account
 */
export class ExternalAccount {
  declare readonly id: string;
  /** The provider with the prefix, for example `oauth_google`. */
  declare readonly provider: string;
  /** The user's ID at the provider. */
  declare readonly providerUserId: string;
  /** The ID of the identification. */
  declare readonly identificationId: string;
  /** The same as `providerUserId`. */
  declare readonly externalId: string;
  /** The scopes that the user approved, separated by spaces. */
  declare readonly approvedScopes: string;
  /** The address at the provider; the user may have others in Clerk. */
  declare readonly emailAddress: string;
  /** Whether the provider verified the address. */
  declare readonly emailAddressVerified: boolean | null | undefined;
  declare readonly firstName: string;
  declare readonly lastName: string;
  /** An empty string if there is no image. */
  declare readonly imageUrl: string;
  /** @deprecated Use `imageUrl`. */
  declare readonly avatarUrl: string | undefined;
  declare readonly username: string | null;
  declare readonly phoneNumber: string | null;
  declare readonly publicMetadata: Record<string, unknown> | null;
  /** Distinguishes several accounts at one provider. */
  declare readonly label: string | null;
  declare readonly verification: Verification | null;
  /** The account's ID with the prefix `eac_`; for Google and Facebook only. */
  declare readonly externalAccountId: string | undefined;
  /** Unix time in milliseconds. */
  declare readonly createdAt: number;
  /** Unix time in milliseconds. */
  declare readonly updatedAt: number;

  /** Decodes the JSON of the Backend API. */
  static fromJSON(json: unknown): ExternalAccount {
    return decodeFields(new ExternalAccount(), json, EXTERNAL_ACCOUNT_FIELDS);
  }
}

/** The JSON of {@link ExternalAccount}. */
export interface ExternalAccountJSON {
  object: 'external_account' | 'google_account' | 'facebook_account';
  id: string;
  provider: string;
  identification_id: string;
  /** The account's ID with the prefix `eac_`; for Google and Facebook only. */
  external_account_id?: string;
  provider_user_id: string;
  approved_scopes: string;
  email_address: string;
  email_address_verified?: boolean | null;
  first_name: string;
  last_name: string;
  image_url?: string;
  username: string | null;
  phone_number: string | null;
  public_metadata?: Record<string, unknown> | null;
  label: string | null;
  verification: VerificationJSON | null;
  created_at: number;
  updated_at: number;
}

const EXTERNAL_ACCOUNT_FIELDS: FieldMap<ExternalAccount> = {
  id: 'id',
  provider: 'provider',
  providerUserId: 'provider_user_id',
  identificationId: 'identification_id',
  externalId: 'provider_user_id',
  approvedScopes: 'approved_scopes',
  emailAddress: 'email_address',
  emailAddressVerified: 'email_address_verified',
  firstName: 'first_name',
  lastName: 'last_name',
  imageUrl: ['image_url', json => (json as string | null | undefined) || ''],
  avatarUrl: 'avatar_url',
  username: 'username',
  phoneNumber: 'phone_number',
  publicMetadata: ['public_metadata', withDefault<Record<string, unknown> | null>(() => ({}))],
  label: 'label',
  verification: ['verification', nullable(Verification.fromJSON)],
  externalAccountId: 'external_account_id',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};
