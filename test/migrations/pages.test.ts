import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

const PAGES = ['clerk-express', 'passport', 'nestjs-clerk'];

/** The snippets of a page that name the file which they show. */
function snippetsOf(page: string): { file: string; code: string }[] {
  const text = readFileSync(`docs/migrate-from-${page}.md`, 'utf8');
  const snippets = text.matchAll(
    /<!-- from: (\S+) -->\s*(?:<!-- snippet-setup:[^]*?-->\s*)?```ts\n([^]*?)^```$/gm,
  );
  return [...snippets].map(([, file, code]) => ({ file: file!, code: code! }));
}

/** The source of an application, without the imports of its own files, which a page leaves out. */
function withoutRelativeImports(file: string): string {
  return readFileSync(file, 'utf8').replace(/^import .* from '\.{1,2}\/.*\n/gm, '');
}

describe.each(PAGES)('docs/migrate-from-%s.md', page => {
  it('shows the applications that are tested', () => {
    const snippets = snippetsOf(page);
    const folders = snippets.map(({ file }) => file.split('/').slice(0, 4).join('/'));
    expect(new Set(folders)).toEqual(
      new Set([`test/migrations/${page}/before`, `test/migrations/${page}/after`]),
    );
    for (const { file, code } of snippets) expect(code).toBe(withoutRelativeImports(file));
  });
});
