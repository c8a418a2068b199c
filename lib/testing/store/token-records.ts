import { resourceNotFound } from '../refusals.js';

interface TokenRecord {
  readonly id: string;
  readonly revoked: boolean;
  readonly revocationReason: string | null;
  readonly expiration: number | null;
  readonly updatedAt: number;
}

/** Tokens of one kind: found by their id, or by the secret that stands for them. */
export class TokenRecords<T extends TokenRecord> {
  readonly #records = new Map<string, T>();
  readonly #idsBySecret = new Map<string, string>();

  /**
   * @param kind - what they are called in an error
   * @param now - the instance's clock: Unix time in milliseconds
   */
  constructor(
    private readonly kind: string,
    private readonly now: () => number,
  ) {}

  add(record: T, secret: string): T {
    this.#records.set(record.id, record);
    this.#idsBySecret.set(secret, record.id);
    return record;
  }

  /** @throws {@link ClerkAPIResponseError} 404 when there is none with that id */
  get(id: string): T {
    const record = this.#records.get(id);
    if (record === undefined) throw resourceNotFound(this.kind, 'id', id);
    return record;
  }

  /** @throws {@link ClerkAPIResponseError} 404 when there is none with that id */
  revoke(id: string, revocationReason: string | null): T {
    const revoked = { ...this.get(id), revoked: true, revocationReason, updatedAt: this.now() };
    this.#records.set(id, revoked);
    return revoked;
  }

  /** What a secret stands for, in force or not. */
  findBySecret(secret: string): T | undefined {
    const id = this.#idsBySecret.get(secret);
    return id === undefined ? undefined : this.#records.get(id);
  }

  isInForce({ revoked, expiration }: T): boolean {
    return !revoked && (expiration === null || expiration > this.now());
  }
}
