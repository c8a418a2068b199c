import { Collection } from './collection.js';
import type { CollectionContext, LocalRecord, NewRecord } from './collection.js';

interface TokenRecord extends LocalRecord {
  readonly revoked: boolean;
  readonly revocationReason: string | null;
  readonly expiration: number | null;
}

/** A record with its secret. */
type Stored<T> = T & { readonly secret: string };

/** Machine tokens of one type, found by their id or by their secret. */
export class TokenRecords<T extends TokenRecord> {
  readonly #now: () => number;
  readonly #records: Collection<Stored<T>>;

  /** @param kind - their name in error messages */
  constructor(
    context: CollectionContext,
    { name, kind, newId }: { name: string; kind: string; newId: () => string },
  ) {
    this.#now = () => context.now();
    this.#records = new Collection<Stored<T>>(context, {
      name,
      kind,
      newId,
      indexes: { secret: ({ secret }) => [secret], subject: record => subjectOf(record) },
    });
  }

  add(record: NewRecord<T>, secret: string): T {
    return withoutSecret(this.#records.add({ ...record, secret } as unknown as NewRecord<Stored<T>>));
  }

  /** @throws {@link ClerkAPIResponseError} 404 if no token has that id */
  get(id: string): T {
    return withoutSecret(this.#records.get(id));
  }

  /** @throws {@link ClerkAPIResponseError} 404 if no token has that id */
  secretOf(id: string): string {
    return this.#records.get(id).secret;
  }

  /** The tokens of a subject, newest first; without a subject all of them. */
  list(subject?: string): T[] {
    const records = subject === undefined ? this.#records.list() : this.#records.by('subject', subject);
    return records.map(record => withoutSecret<T>(record));
  }

  update(id: string, changes: Partial<Omit<T, 'id'>>): T {
    return withoutSecret(this.#records.update(id, changes as Partial<Omit<Stored<T>, 'id'>>));
  }

  delete(id: string): T {
    return withoutSecret(this.#records.delete(id));
  }

  /** @throws {@link ClerkAPIResponseError} 404 if no token has that id */
  revoke(id: string, revocationReason: string | null): T {
    return this.update(id, { revoked: true, revocationReason } as Partial<Omit<T, 'id'>>);
  }

  /** The token with this secret, valid or not. */
  findBySecret(secret: string): T | undefined {
    const record = this.#records.findBy('secret', secret);
    return record && withoutSecret<T>(record);
  }

  /** Whether a token is neither revoked nor expired. */
  isValid({ revoked, expiration }: TokenRecord): boolean {
    return !revoked && (expiration === null || expiration > this.#now());
  }
}

function withoutSecret<T>({ secret: _secret, ...record }: Stored<T>): T {
  return record as unknown as T;
}

function subjectOf(record: object): string[] {
  return 'subject' in record && typeof record.subject === 'string' ? [record.subject] : [];
}
