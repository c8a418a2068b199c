import { describe, expect, it } from '@jest/globals';

import { snippetsFromFiles, withoutRelativeImports } from '../support/page-snippets.js';

describe.each(['clerk-express', 'passport', 'nestjs-clerk'])('docs/migrate-from-%s.md', page => {
  it('shows the applications that are tested', () => {
    const snippets = snippetsFromFiles(`docs/migrate-from-${page}.md`);
    const folders = snippets.map(({ file }) => file.split('/').slice(0, 4).join('/'));
    expect(new Set(folders)).toEqual(
      new Set([`test/migrations/${page}/before`, `test/migrations/${page}/after`]),
    );
    for (const { file, code } of snippets) expect(code).toBe(withoutRelativeImports(file));
  });
});
