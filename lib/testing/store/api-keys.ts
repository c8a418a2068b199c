import { newId, newMachineTokenId } from '../random.js';
import type { CollectionContext } from './collection.js';
import type { LocalApiKey } from './machine-token-records.js';
import type { Metadata } from './records.js';
import { TokenRecords } from './token-records.js';

/** The parameters of {@link LocalApiKeys.create}, as in `clerkClient.apiKeys.create()`. */
export interface CreateLocalApiKeyParams {
  /** The owner: the id of a user or an organization, which need not exist. */
  subject: string;
  name: string;
  /** Default: none. */
  scopes?: readonly string[];
  /** Default: none. */
  claims?: Metadata | null;
  description?: string | null;
  /** Default: `api_key`. */
  type?: string;
  /** The id of a user. */
  createdBy?: string | null;
  /** Negative for an expired key. Default: no expiry. */
  secondsUntilExpiration?: number | null;
}

/** The API keys of a {@link LocalClerk}. */
export class LocalApiKeys {
  /** @internal */
  readonly records: TokenRecords<LocalApiKey>;

  readonly #context: CollectionContext;

  /** @internal */
  constructor(context: CollectionContext) {
    this.#context = context;
    this.records = new TokenRecords(context, {
      name: 'apiKeys',
      kind: 'API key',
      newId: () => newMachineTokenId('ak'),
    });
  }

  /**
   * Creates an API key.
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
    const secret = newId('ak');
    const key = {
      type: params.type ?? 'api_key',
      subject,
      name,
      scopes: [...scopes],
      claims: structuredClone(claims ?? null),
      description: description ?? null,
      createdBy: createdBy ?? null,
      revoked: false,
      revocationReason: null,
      expiration: secondsUntilExpiration == null ? null : this.#context.now() + secondsUntilExpiration * 1000,
    };
    return { ...this.records.add(key, secret), secret };
  }

  /**
   * Returns the key with an id.
   *
   * @throws {@link ClerkAPIResponseError} 404 if the key does not exist
   * @example
   * ```ts
   * expect(local.apiKeys.get(key.id).revoked).toBe(true);
   * ```
   */
  get(apiKeyId: string): LocalApiKey {
    return this.records.get(apiKeyId);
  }

  /**
   * Revokes a key.
   *
   * @throws {@link ClerkAPIResponseError} 404 if the key does not exist
   * @example
   * ```ts
   * local.apiKeys.revoke(key.id, 'leaked');
   * ```
   */
  revoke(apiKeyId: string, revocationReason: string | null = null): LocalApiKey {
    return this.records.revoke(apiKeyId, revocationReason);
  }

  /**
   * The key with this secret, if it is neither revoked nor expired.
   *
   * @internal
   */
  verify(secret: string): LocalApiKey | undefined {
    const key = this.records.findBySecret(secret);
    return key && this.records.isValid(key) ? key : undefined;
  }
}
