import { identifierExists, resourceNotFound } from '../api-errors.js';

/** The fields of every record of a {@link Collection}. Times are Unix time in milliseconds. */
export interface LocalRecord {
  readonly id: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** A change of one record. */
export interface StoreChange<T extends LocalRecord = LocalRecord> {
  /** The name of the collection, such as `users`. */
  readonly collection: string;
  readonly type: 'created' | 'updated' | 'deleted';
  /** The record after the change; for `deleted`, before it. */
  readonly record: T;
  /** The record before an update. */
  readonly previous?: T;
}

/** The dependencies of collections: the clock, and the listeners of changes. */
export interface CollectionContext {
  /** Unix time in milliseconds. */
  readonly now: () => number;
  changed(change: StoreChange): void;
  /** Deletes the records that belong to a record which is about to be deleted. */
  deleteOwnedBy(collection: string, id: string): void;
  register(collection: Collection<never>): void;
}

/** The definition of one type of record. */
export interface CollectionDefinition<T extends LocalRecord> {
  /** The name in changes and snapshots, such as `organizationInvitations`. */
  readonly name: string;
  /** The name in error messages, such as `invitation`. */
  readonly kind: string;
  readonly newId: () => string;
  /** Values that must be unique, by the name of the parameter that sets them. */
  readonly unique?: Readonly<Record<string, (record: T) => readonly (string | null)[]>>;
  /** The owners of this record, by the name of their collection. It is deleted together with an owner. */
  readonly owners?: Readonly<Record<string, (record: T) => string | null>>;
  /** Other values by which records can be found. */
  readonly indexes?: Readonly<Record<string, (record: T) => readonly string[]>>;
  /** The state of a record at the present time, such as an expired invitation. */
  readonly current?: (record: T, now: number) => T;
}

/** The fields of a new record. By default the id is random and the times are now. */
export type NewRecord<T extends LocalRecord> = Omit<T, keyof LocalRecord> & Partial<LocalRecord>;

/**
 * The records of one type, in the order in which they were added. Records are immutable: each change replaces the
 * object, so a record that was read never changes.
 */
export class Collection<T extends LocalRecord> {
  readonly #context: CollectionContext;
  readonly #definition: CollectionDefinition<T>;
  readonly #records = new Map<string, T>();
  readonly #indexes = new Map<string, Map<string, Set<string>>>();
  /** The position of each record, as an increasing number. */
  readonly #positions = new Map<string, number>();
  #added = 0;

  constructor(context: CollectionContext, definition: CollectionDefinition<T>) {
    this.#context = context;
    this.#definition = definition;
    context.register(this as unknown as Collection<never>);
  }

  get name(): string {
    return this.#definition.name;
  }

  get size(): number {
    return this.#records.size;
  }

  /**
   * Adds a record.
   *
   * @throws {@link ClerkAPIResponseError} 422 if the id or a unique value is taken
   */
  add(values: NewRecord<T>): T {
    const now = this.#context.now();
    const { id = this.#definition.newId(), createdAt = now, updatedAt = createdAt } = values;
    const record = { ...values, id, createdAt, updatedAt } as T;
    if (this.#records.has(id)) throw identifierExists('id');
    this.assertUnique(record);
    this.#put(record);
    this.#context.changed({ collection: this.name, type: 'created', record });
    return record;
  }

  /** @throws {@link ClerkAPIResponseError} 404 if no record has that id */
  get(id: string): T {
    const record = this.find(id);
    if (record === undefined) throw resourceNotFound(this.#definition.kind, 'id', id);
    return record;
  }

  /** Like {@link get}, but `undefined` for an unknown id. */
  find(id: string): T | undefined {
    const record = this.#records.get(id);
    return record && this.#atPresent(record);
  }

  has(id: string): boolean {
    return this.#records.has(id);
  }

  /** The records that match the filter, newest first. */
  list(filter: (record: T) => boolean = () => true): T[] {
    return [...this.#records.values()]
      .map(record => this.#atPresent(record))
      .filter(filter)
      .reverse();
  }

  /**
   * The records with a value, newest first.
   *
   * @param index - the name of a `unique` value, of an owner's collection, or of another index
   */
  by(index: string, value: string): T[] {
    const ids = [...(this.#indexes.get(index)?.get(value) ?? [])];
    const position = (id: string): number => this.#positions.get(id) ?? 0;
    return ids.sort((a, b) => position(b) - position(a)).map(id => this.get(id));
  }

  /** The record with a unique value. */
  findBy(index: string, value: string): T | undefined {
    return this.by(index, value)[0];
  }

  /**
   * Updates a record. Missing and `undefined` fields stay unchanged.
   *
   * @throws {@link ClerkAPIResponseError} 404 if the record does not exist, 422 if a unique value is taken
   */
  update(id: string, changes: Partial<Omit<T, 'id'>>): T {
    const previous = this.get(id);
    const record = this.#replace(previous, { updatedAt: this.#context.now(), ...changes });
    this.#context.changed({ collection: this.name, type: 'updated', record, previous });
    return record;
  }

  /** Updates a record like {@link update}, without changing `updatedAt` and without notifying listeners. */
  touch(id: string, changes: Partial<Omit<T, 'id'>>): T {
    return this.#replace(this.get(id), changes);
  }

  /**
   * Deletes a record, and the records that belong to it.
   *
   * @returns the record before the deletion
   * @throws {@link ClerkAPIResponseError} 404 if the record does not exist
   */
  delete(id: string): T {
    const record = this.get(id);
    this.#context.deleteOwnedBy(this.name, id);
    this.#remove(record);
    this.#records.delete(id);
    this.#positions.delete(id);
    this.#context.changed({ collection: this.name, type: 'deleted', record });
    return record;
  }

  /** Deletes the records that belong to a record of another collection. */
  deleteOwnedBy(owner: string, id: string): void {
    if (this.#definition.owners?.[owner] === undefined) return;
    for (const record of this.by(owner, id)) this.delete(record.id);
  }

  /** @throws {@link ClerkAPIResponseError} 422 if another record has one of the unique values */
  assertUnique(record: T): void {
    for (const [parameter, read] of Object.entries(this.#definition.unique ?? {})) {
      for (const value of read(record)) {
        if (value === null) continue;
        const holders = this.#indexes.get(parameter)?.get(value);
        if (holders && [...holders].some(id => id !== record.id)) throw identifierExists(parameter);
      }
    }
  }

  /** Every record in its stored form, oldest first. */
  dump(): T[] {
    return [...this.#records.values()];
  }

  /** Replaces all records without notifying listeners. */
  load(records: readonly T[]): void {
    this.#records.clear();
    this.#indexes.clear();
    this.#positions.clear();
    for (const record of records) this.#put(record);
  }

  /** A change by the passing of time is made when the record is first read afterwards. */
  #atPresent(record: T): T {
    const current = this.#definition.current?.(record, this.#context.now()) ?? record;
    if (current === record) return record;
    this.#put(current);
    this.#context.changed({ collection: this.name, type: 'updated', record: current, previous: record });
    return current;
  }

  #replace(previous: T, changes: object): T {
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    const record = { ...previous, ...Object.fromEntries(given) } as T;
    this.assertUnique(record);
    this.#remove(previous);
    this.#put(record);
    return record;
  }

  #put(record: T): void {
    if (!this.#records.has(record.id)) this.#positions.set(record.id, this.#added++);
    this.#records.set(record.id, record);
    for (const [index, value] of this.#indexed(record)) {
      const values = this.#indexes.get(index) ?? new Map<string, Set<string>>();
      const ids = values.get(value) ?? new Set<string>();
      this.#indexes.set(index, values.set(value, ids.add(record.id)));
    }
  }

  #remove(record: T): void {
    for (const [index, value] of this.#indexed(record)) {
      const ids = this.#indexes.get(index)?.get(value);
      ids?.delete(record.id);
      if (ids?.size === 0) this.#indexes.get(index)?.delete(value);
    }
  }

  *#indexed(record: T): Iterable<[index: string, value: string]> {
    const { unique = {}, owners = {}, indexes = {} } = this.#definition;
    for (const [index, read] of [...Object.entries(unique), ...Object.entries(indexes)]) {
      for (const value of read(record)) if (value !== null) yield [index, value];
    }
    for (const [index, read] of Object.entries(owners)) {
      const value = read(record);
      if (value !== null) yield [index, value];
    }
  }
}
