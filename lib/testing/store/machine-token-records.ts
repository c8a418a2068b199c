import type { LocalRecord } from './collection.js';
import type { Metadata } from './records.js';

/** The fields of every machine token. All times are Unix time in milliseconds. */
interface LocalMachineToken extends LocalRecord {
  readonly scopes: readonly string[];
  readonly revoked: boolean;
  readonly revocationReason: string | null;
  /** `null` for never. */
  readonly expiration: number | null;
}

/** An API key of a local instance. */
export interface LocalApiKey extends LocalMachineToken {
  readonly type: string;
  readonly name: string;
  /** The owner: the id of a user or an organization. */
  readonly subject: string;
  readonly claims: Metadata | null;
  readonly description: string | null;
  /** The id of the user who created it. */
  readonly createdBy: string | null;
}

/** A machine-to-machine token of a local instance. */
export interface LocalM2MToken extends LocalMachineToken {
  /** The id of the machine that the token authenticates. */
  readonly subject: string;
  /** The ids of the machines that accept the token. */
  readonly scopes: readonly string[];
  readonly claims: Metadata | null;
}

/** An OAuth access token of a local instance. */
export interface LocalOAuthToken extends LocalMachineToken {
  /** The id of the user who gave consent. */
  readonly subject: string;
  /** The id of the OAuth application. */
  readonly clientId: string;
  /** Empty for any audience. */
  readonly audience: readonly string[];
}

/** The format of a token: a random string that only the instance can verify, or a JWT. */
export type LocalTokenFormat = 'opaque' | 'jwt';
