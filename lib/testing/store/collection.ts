import { identifierExists, resourceNotFound } from '../api-errors.js';

/** What every record of a {@link Collection} has. Times are Unix time in milliseconds. */
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
  /** As it is after the change; for `deleted`, as it was before. */
  readonly record: T;
  /** As it was before an update. */
  readonly previous?: T;
}

/** What collections share: the clock, and the listeners that learn of each change. */
export interface CollectionContext {
  /** Unix time in milliseconds. */
  readonly now: () => number;
  changed(change: StoreChange): void;
  /** Deletes what belongs to a record that is about to be deleted. */
  deleteOwnedBy(collection: string, id: string): void;
  register(collection: Collection<never>): void;
}

/** What is particular to one kind of record. */
export interface CollectionDefinition<T extends LocalRecord> {
  /** In changes and snapshots, such as `organizationInvitations`. */
  readonly name: string;
  /** In error messages, such as `invitation`. */
  readonly kind: string;
  readonly newId: () => string;
  /** Values that only one record may have, by the name of the parameter that sets them. */
  readonly unique?: Readonly<Record<string, (record: T) => readonly (string | null)[]>>;
  /** The records that this one belongs to, by the name of their collection. It is deleted together with its owner. */
  readonly owners?: Readonly<Record<string, (record: T) => string | null>>;
  /** Other values that records are found by. */
  readonly indexes?: Readonly<Record<string, (record: T) => readonly string[]>>;
  /** What a record has become by the passing of time, such as an expired invitation. */
  readonly current?: (record: T, now: number) => T;
}

/** The fields of a new record. A missing id is made up, missing times are now. */
export type NewRecord<T extends LocalRecord> = Omit<T, keyof LocalRecord> & Partial<LocalRecord>;

/**
 * The records of one kind, in the order in which they were added. Records are never changed in place: each change
 * puts a new object in place of the old one, so a record that was read stays as it was.
 */
export class Collection<T extends LocalRecord> {
  readonly #context: CollectionContext;
  readonly #definition: CollectionDefinition<T>;
  readonly #records = new Map<string, T>();
  readonly #indexes = new Map<string, Map<string, Set<string>>>();
  /** When each record was added, as a number that only grows. */
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
   * @throws {@link ClerkAPIResponseError} 422 when the id or a unique value is taken
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

  /** @throws {@link ClerkAPIResponseError} 404 when there is no record with that id */
  get(id: string): T {
    const record = this.find(id);
    if (record === undefined) throw resourceNotFound(this.#definition.kind, 'id', id);
    return record;
  }

  /** As {@link get}, with `undefined` when there is no such record. */
  find(id: string): T | undefined {
    const record = this.#records.get(id);
    return record && this.#atPresent(record);
  }

  has(id: string): boolean {
    return this.#records.has(id);
  }

  /** The records for which the filter holds, newest first. */
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

  /** The one record with a unique value. */
  findBy(index: string, value: string): T | undefined {
    return this.by(index, value)[0];
  }

  /**
   * Changes a record. What is missing or `undefined` stays as it is.
   *
   * @throws {@link ClerkAPIResponseError} 404 when there is no such record, 422 when a unique value is taken
   */
  update(id: string, changes: Partial<Omit<T, 'id'>>): T {
    const previous = this.get(id);
    const record = this.#replace(previous, { updatedAt: this.#context.now(), ...changes });
    this.#context.changed({ collection: this.name, type: 'updated', record, previous });
    return record;
  }

  /** Changes a record as {@link update} does, without a change of `updatedAt` and without telling listeners. */
  touch(id: string, changes: Partial<Omit<T, 'id'>>): T {
    return this.#replace(this.get(id), changes);
  }

  /**
   * Deletes a record, and the records that belong to it.
   *
   * @returns the record as it was
   * @throws {@link ClerkAPIResponseError} 404 when there is no such record
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

  /** Deletes the records that belong to one of another collection. */
  deleteOwnedBy(owner: string, id: string): void {
    if (this.#definition.owners?.[owner] === undefined) return;
    for (const record of this.by(owner, id)) this.delete(record.id);
  }

  /** @throws {@link ClerkAPIResponseError} 422 when another record has a unique value of this one */
  assertUnique(record: T): void {
    for (const [parameter, read] of Object.entries(this.#definition.unique ?? {})) {
      for (const value of read(record)) {
        if (value === null) continue;
        const holders = this.#indexes.get(parameter)?.get(value);
        if (holders && [...holders].some(id => id !== record.id)) throw identifierExists(parameter);
      }
    }
  }

  /** Every record as it is stored, oldest first. */
  dump(): T[] {
    return [...this.#records.values()];
  }

  /** Puts records in place of all present ones, without telling anyone. */
  load(records: readonly T[]): void {
    this.#records.clear();
    this.#indexes.clear();
    this.#positions.clear();
    for (const record of records) this.#put(record);
  }

  /** A change by the passing of time happens when the record is first read after it. */
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
