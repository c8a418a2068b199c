import { decodeObject, type FieldMap } from '../transport/decode.js';

/** An application that nobody owns yet. */
export interface AccountlessApplication {
  readonly publishableKey: string;
  readonly secretKey: string;
  /** Where someone can make it theirs. */
  readonly claimUrl: string;
  readonly apiKeysUrl: string;
}

/** Reads the API's JSON. */
export function decodeAccountlessApplication(json: unknown): AccountlessApplication {
  return decodeObject<AccountlessApplication>(json, ACCOUNTLESS_APPLICATION_FIELDS);
}

const ACCOUNTLESS_APPLICATION_FIELDS: FieldMap<AccountlessApplication> = {
  publishableKey: 'publishable_key',
  secretKey: 'secret_key',
  claimUrl: 'claim_url',
  apiKeysUrl: 'api_keys_url',
};
