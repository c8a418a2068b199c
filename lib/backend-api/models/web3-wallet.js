import { decodeFields, nullable } from '../decode.js';
import { Verification } from './verification.js';
/**
 * A Web3 wallet of a user.
 *
 * @see https://clerk.com/docs/reference/backend/types/backend-web3-wallet
 */
export class Web3Wallet {
  /** Reads the API's JSON. */
  static fromJSON(json) {
    return decodeFields(new Web3Wallet(), json, WEB3_WALLET_FIELDS);
  }
}
const WEB3_WALLET_FIELDS = {
  id: 'id',
  web3Wallet: 'web3_wallet',
  verification: ['verification', nullable(Verification.fromJSON)],
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};
