import { decodeFields, type FieldMap, nullable, withDefault } from '../transport/decode.js';
import { Verification } from './verification.js';

/**
 * An account of a user at an OAuth provider, such as Google or GitHub.
 *
 * @see https://clerk.com/docs/reference/backend/types/backend-external-account
 */
export class ExternalAccount {
  declare readonly id: string;
  /** The provider with its prefix, such as `oauth_google`. */
  declare readonly provider: string;
  /** The user's id at the provider. */
  declare readonly providerUserId: string;
  /** The identification that this account is. */
  declare readonly identificationId: string;
  /** The same as `providerUserId`. */
  declare readonly externalId: string;
  /** What the user let the provider tell, separated by spaces. */
  declare readonly approvedScopes: string;
  /** As the provider has it; not necessarily one of the user's own addresses here. */
  declare readonly emailAddress: string;
  /** Whether the provider vouches for that address. */
  declare readonly emailAddressVerified: boolean | null | undefined;
  declare readonly firstName: string;
  declare readonly lastName: string;
  /** Empty when there is no image. */
  declare readonly imageUrl: string;
  /** @deprecated Use `imageUrl`. */
  declare readonly avatarUrl: string | undefined;
  declare readonly username: string | null;
  declare readonly phoneNumber: string | null;
  declare readonly publicMetadata: Record<string, unknown> | null;
  /** Tells several accounts at one provider apart. */
  declare readonly label: string | null;
  declare readonly verification: Verification | null;
  /** The account's id with the prefix `eac_`; Google and Facebook only. */
  declare readonly externalAccountId: string | undefined;
  /** Milliseconds since 1970. */
  declare readonly createdAt: number;
  /** Milliseconds since 1970. */
  declare readonly updatedAt: number;

  /** Reads the API's JSON. */
  static fromJSON(json: unknown): ExternalAccount {
    return decodeFields(new ExternalAccount(), json, EXTERNAL_ACCOUNT_FIELDS);
  }
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
