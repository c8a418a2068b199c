/** Whether a value of unknown shape can have properties. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** A property of a value of unknown shape. */
export function property(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined;
}
