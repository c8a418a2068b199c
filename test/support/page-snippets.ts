import { readFileSync } from 'node:fs';

/**
 * The snippets of a page that name the file which they show, in a comment before them:
 *
 *     <!-- from: test/migrations/passport/before/clerk.strategy.ts -->
 */
export function snippetsFromFiles(page: string): { file: string; code: string }[] {
  const snippets = readFileSync(page, 'utf8').matchAll(
    /<!-- from: (\S+) -->\s*(?:<!-- snippet-setup:[^]*?-->\s*)?```ts\n([^]*?)^```$/gm,
  );
  return [...snippets].map(([, file, code]) => ({ file: file!, code: code! }));
}

/** The source of a file without the imports of files beside it, which a page leaves out. */
export function withoutRelativeImports(file: string): string {
  return readFileSync(file, 'utf8').replace(/^import .* from '\.{1,2}\/.*\n/gm, '');
}
