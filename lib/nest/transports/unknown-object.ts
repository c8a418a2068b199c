/** Whether something whose shape nobody vouches for can have properties at all. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** A property of something whose shape nobody vouches for. */
export function property(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined;
}
