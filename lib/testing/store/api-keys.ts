import { newId, newMachineTokenId } from '../random.js';
import type { LocalApiKey } from './machine-token-records.js';
import type { Metadata } from './records.js';
import { TokenRecords } from './token-records.js';

/** What {@link LocalApiKeys.create} takes: the parameters of `clerkClient.apiKeys.create()`. */
export interface CreateLocalApiKeyParams {
  /** Whose key it is: the id of a user or an organization, which need not exist. */
  subject: string;
  name: string;
  /** Default: none. */
  scopes?: readonly string[];
  /** Default: none. */
  claims?: Metadata | null;
  description?: string | null;
  /** The id of a user. */
  createdBy?: string | null;
  /** Negative for a key that has already expired. Default: it never does. */
  secondsUntilExpiration?: number | null;
}

/** The API keys of a {@link LocalClerk}. */
export class LocalApiKeys {
  readonly #now: () => number;
  readonly #records: TokenRecords<LocalApiKey>;

  /** @internal */
  constructor(now: () => number) {
    this.#now = now;
    this.#records = new TokenRecords('API key', now);
  }

  /**
   * Makes an API key.
   *
   * @returns the key, with the `secret` that a client sends as its Bearer token
   * @example
   * ```ts
   * const { secret } = local.apiKeys.create({ subject: 'user_alice', name: 'CI', scopes: ['reports:read'] });
   * await fetch(url, { headers: { authorization: `Bearer ${secret}` } });
   * ```
   */
  create(params: CreateLocalApiKeyParams): LocalApiKey & { secret: string } {
    const { subject, name, scopes = [], claims, description, createdBy, secondsUntilExpiration } = params;
    const now = this.#now();
    const secret = newId('ak');
    const key: LocalApiKey = {
      id: newMachineTokenId('ak'),
      subject,
      name,
      scopes: [...scopes],
      claims: structuredClone(claims ?? null),
      description: description ?? null,
      createdBy: createdBy ?? null,
      revoked: false,
      revocationReason: null,
      expiration: secondsUntilExpiration == null ? null : now + secondsUntilExpiration * 1000,
      createdAt: now,
      updatedAt: now,
    };
    return { ...this.#records.add(key, secret), secret };
  }

  /**
   * Looks a key up by its id.
   *
   * @throws {@link ClerkAPIResponseError} 404 when there is no such key
   * @example
   * ```ts
   * expect(local.apiKeys.get(key.id).revoked).toBe(true);
   * ```
   */
  get(apiKeyId: string): LocalApiKey {
    return this.#records.get(apiKeyId);
  }

  /**
   * Ends a key.
   *
   * @throws {@link ClerkAPIResponseError} 404 when there is no such key
   * @example
   * ```ts
   * local.apiKeys.revoke(key.id, 'leaked');
   * ```
   */
  revoke(apiKeyId: string, revocationReason: string | null = null): LocalApiKey {
    return this.#records.revoke(apiKeyId, revocationReason);
  }

  /**
   * The key that a secret stands for, if it is in force.
   *
   * @internal
   */
  verify(secret: string): LocalApiKey | undefined {
    const key = this.#records.findBySecret(secret);
    return key && this.#records.isInForce(key) ? key : undefined;
  }
}
