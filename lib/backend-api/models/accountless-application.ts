import { decodeObject, type FieldMap } from '../transport/decode.js';
import type { ClerkResourceJSON } from './clerk-resource-json.js';

/** An application that does not belong to an account yet. */
export interface AccountlessApplication {
  readonly publishableKey: string;
  readonly secretKey: string;
  /** The page on which a developer adds the application to their account. */
  readonly claimUrl: string;
  readonly apiKeysUrl: string;
}

/** The JSON of {@link AccountlessApplication}. */
export interface AccountlessApplicationJSON extends ClerkResourceJSON {
  object: 'accountless_application';
  publishable_key: string;
  secret_key: string;
  claim_url: string;
  api_keys_url: string;
}

/** Decodes the JSON of the Backend API. */
export function decodeAccountlessApplication(json: unknown): AccountlessApplication {
  return decodeObject<AccountlessApplication>(json, ACCOUNTLESS_APPLICATION_FIELDS);
}

const ACCOUNTLESS_APPLICATION_FIELDS: FieldMap<AccountlessApplication> = {
  publishableKey: 'publishable_key',
  secretKey: 'secret_key',
  claimUrl: 'claim_url',
  apiKeysUrl: 'api_keys_url',
};
