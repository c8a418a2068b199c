/** The fields of an event that determine its order among those of its resource. */
export interface OrderedEvent {
  /** When the event happened: Unix time in milliseconds. */
  readonly timestamp?: number;
  readonly data: unknown;
}

/**
 * The position of an event among those of its resource, in milliseconds: `data.updated_at`, and `timestamp` where the
 * payload has none, as a deletion.
 *
 * Store it with the row. Clerk does not promise an order of deliveries, so a retried `user.updated` can arrive after
 * newer ones, and even before `user.created`.
 *
 * @example
 * ```ts
 * await sql`insert into users (id, version) values (${event.data.id}, ${eventVersion(event)})`;
 * ```
 */
export function eventVersion({ data, timestamp = 0 }: OrderedEvent): number {
  const updatedAt =
    typeof data === 'object' && data !== null && 'updated_at' in data ? data.updated_at : undefined;
  if (typeof updatedAt === 'number') return updatedAt;
  // Clerk sends milliseconds; the examples of its document are in seconds.
  return timestamp < 1e11 ? timestamp * 1000 : timestamp;
}

/**
 * Whether an event is newer than the stored state of its resource; also if it is the same event again, so that a
 * repeated delivery writes the same state.
 *
 * Keep a row, or a tombstone, of a deleted resource: otherwise a late `user.updated` would create it again.
 *
 * @param stored - the {@link eventVersion} in the store, in milliseconds; `null` or `undefined` when nothing is stored
 * @example
 * ```ts
 * if (isNewerEvent(event, row?.version)) await save(event.data, eventVersion(event));
 * ```
 */
export function isNewerEvent(event: OrderedEvent, stored: number | null | undefined): boolean {
  return stored == null || eventVersion(event) >= stored;
}
