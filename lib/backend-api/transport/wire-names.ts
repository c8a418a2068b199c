/** `emailAddress` → `email_address`; a name in snake case stays as it is. */
export function toSnakeCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
}

/** `param_name` → `paramName`. */
export function toCamelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Renames the keys of one object. Nested objects are unchanged, because they may be metadata. */
export function renameKeys(source: object, rename: (name: string) => string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(source).map(([name, value]) => [rename(name), value]));
}
