/** Separates the metadata from the rest of an update, because they have different endpoints. */
export function splitMetadata<Params extends object, Kind extends keyof Params>(
  params: Params,
  kinds: readonly Kind[],
): { metadata: Pick<Params, Kind> | undefined; rest: Omit<Params, Kind> } {
  const rest = { ...params };
  const metadata = {} as Pick<Params, Kind>;
  for (const kind of kinds) {
    if (rest[kind] !== undefined) metadata[kind] = rest[kind];
    delete rest[kind];
  }
  return { metadata: hasMembers(metadata) ? metadata : undefined, rest };
}

/** Whether an object has members. */
export function hasMembers(object: object): boolean {
  return Object.keys(object).length > 0;
}
