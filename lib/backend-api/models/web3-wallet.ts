import { decodeFields, type FieldMap, nullable } from '../transport/decode.js';
import { Verification } from './verification.js';

/**
 * A Web3 wallet of a user.
 *
 * @see https://clerk.com/docs/reference/backend/types/backend-web3-wallet
 */
export class Web3Wallet {
  declare readonly id: string;
  /** The wallet's address. */
  declare readonly web3Wallet: string;
  /** `null` when nobody has begun to prove it. */
  declare readonly verification: Verification | null;
  /** Milliseconds since 1970. */
  declare readonly createdAt: number;
  /** Milliseconds since 1970. */
  declare readonly updatedAt: number;

  /** Reads the API's JSON. */
  static fromJSON(json: unknown): Web3Wallet {
    return decodeFields(new Web3Wallet(), json, WEB3_WALLET_FIELDS);
  }
}

const WEB3_WALLET_FIELDS: FieldMap<Web3Wallet> = {
  id: 'id',
  web3Wallet: 'web3_wallet',
  verification: ['verification', nullable(Verification.fromJSON)],
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};
