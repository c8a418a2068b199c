/** What the schematics use of the `Tree` of `@angular-devkit/schematics`, which the Nest CLI brings along. */
export interface Tree {
  /** The file as text; it must exist. */
  readText(path: string): string;
  exists(path: string): boolean;
  create(path: string, content: string): void;
  overwrite(path: string, content: string): void;
  getDir(path: string): Directory;
}

/** A folder of a {@link Tree}. */
export interface Directory {
  readonly subfiles: readonly string[];
  readonly subdirs: readonly string[];
}

/** What the schematics use of the `SchematicContext` of `@angular-devkit/schematics`. */
export interface SchematicContext {
  readonly logger: { info(message: string): void; warn(message: string): void };
}

/** Reads a JSON file, or returns undefined if it is missing or contains anything but plain JSON. */
export function readJson(tree: Tree, path: string): Record<string, unknown> | undefined {
  if (!tree.exists(path)) return undefined;
  try {
    return asRecord(JSON.parse(tree.readText(path)));
  } catch {
    // nest-cli.json and others may contain comments.
    return undefined;
  }
}

/** The value as an object, or undefined for any other value. */
export function asRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/** Writes a JSON file with the indentation and the last line break that it has. */
export function overwriteJson(tree: Tree, path: string, value: Record<string, unknown>): void {
  const before = tree.readText(path);
  const indent = /^[ \t]+(?=")/m.exec(before)?.[0] ?? '  ';
  const lineBreak = before.includes('\r\n') ? '\r\n' : '\n';
  const end = before.endsWith('\n') ? '\n' : '';
  tree.overwrite(path, (JSON.stringify(value, null, indent) + end).replaceAll('\n', lineBreak));
}
