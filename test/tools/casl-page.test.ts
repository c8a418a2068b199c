import { describe, expect, it } from '@jest/globals';

import { snippetsFromFiles, withoutRelativeImports } from '../support/page-snippets.js';

describe('docs/casl.md', () => {
  it('shows the code that is tested', () => {
    const snippets = snippetsFromFiles('docs/casl.md');
    expect(snippets.map(({ file }) => file)).toEqual([
      'test/support/casl/ability.ts',
      'test/support/casl/invoices.module.ts',
      'test/support/casl/ability-to-sql.ts',
    ]);
    for (const { file, code } of snippets) expect(code).toBe(withoutRelativeImports(file));
  });
});
