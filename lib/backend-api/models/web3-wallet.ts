import { decodeFields, type FieldMap, nullable } from '../transport/decode.js';
import { Verification, type VerificationJSON } from './verification.js';

/**
 * A Web3 wallet of a user.
 *
 * @see https://clerk.com/docs/reference/backend/types/backend-web3-wallet
 */
export class Web3Wallet {
  declare readonly id: string;
  /** The wallet's address. */
  declare readonly web3Wallet: string;
  /** `null` if no verification was started. */
  declare readonly verification: Verification | null;
  /** Unix time in milliseconds. */
  declare readonly createdAt: number;
  /** Unix time in milliseconds. */
  declare readonly updatedAt: number;

  /** Decodes the JSON of the Backend API. */
  static fromJSON(json: unknown): Web3Wallet {
    return decodeFields(new Web3Wallet(), json, WEB3_WALLET_FIELDS);
  }
}

/** The JSON of {@link Web3Wallet}. */
export interface Web3WalletJSON {
  object: 'web3_wallet';
  id: string;
  web3_wallet: string;
  verification: VerificationJSON | null;
  created_at: number;
  updated_at: number;
}

const WEB3_WALLET_FIELDS: FieldMap<Web3Wallet> = {
  id: 'id',
  web3Wallet: 'web3_wallet',
  verification: ['verification', nullable(Verification.fromJSON)],
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};
