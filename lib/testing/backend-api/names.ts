const CAMEL_CASE = new Map<string, string>();

/** `user_id` → `userId`. */
export function camelCase(name: string): string {
  let camel = CAMEL_CASE.get(name);
  if (camel === undefined) {
    camel = name.replace(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
    CAMEL_CASE.set(name, camel);
  }
  return camel;
}
