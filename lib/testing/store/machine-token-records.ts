import type { Metadata } from './records.js';

/** What every token of a program has. All times are Unix time in milliseconds. */
interface LocalMachineToken {
  readonly id: string;
  readonly scopes: readonly string[];
  readonly revoked: boolean;
  readonly revocationReason: string | null;
  /** `null` for never. */
  readonly expiration: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** An API key of a local instance. */
export interface LocalApiKey extends LocalMachineToken {
  readonly name: string;
  /** Whose key it is: the id of a user or an organization. */
  readonly subject: string;
  readonly claims: Metadata | null;
  readonly description: string | null;
  /** The id of the user who made it. */
  readonly createdBy: string | null;
}

/** A machine-to-machine token of a local instance. */
export interface LocalM2MToken extends LocalMachineToken {
  /** The id of the machine that it was made for. */
  readonly subject: string;
  /** The ids of the machines that it may talk to. */
  readonly scopes: readonly string[];
  readonly claims: Metadata | null;
}

/** An OAuth access token of a local instance. */
export interface LocalOAuthToken extends LocalMachineToken {
  /** The id of the user who gave consent. */
  readonly subject: string;
  /** The id of the OAuth application. */
  readonly clientId: string;
  /** Whom the token is meant for; empty for nobody in particular. */
  readonly audience: readonly string[];
}

/** How a token is written: as a random text that only the instance understands, or as a JWT. */
export type LocalTokenFormat = 'opaque' | 'jwt';
