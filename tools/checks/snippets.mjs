/**
 * Type-checks every ```ts block of README, docs, the samples' READMEs and the docstrings of the library against its source,
 * each block as a module of its own.
 *
 * The setup of a block that readers need not see is in a comment right before it:
 *
 *     <!-- snippet-setup: import { ClerkClient } from 'nest-clerk'; declare const clerk: ClerkClient; -->
 *
 * In a docstring, the names that entry points and Nest export are imported by themselves, the variables of
 * `example-setup.d.ts` are declared, and members of a class need no class around them.
 *
 *     node tools/checks/snippets.mjs
 */
import { readFileSync } from 'node:fs';

import { compileSnippets } from './compile-snippets.mjs';
import { docstringExamples, EXAMPLE_SETUP } from './docstring-examples.mjs';
import { markdownFiles } from './markdown.mjs';

/** The blocks of a page, as modules. */
function snippetsOf(page) {
  const text = readFileSync(page, 'utf8');
  const blocks = text.matchAll(
    /(?:<!-- snippet-setup:((?:(?!-->)[\s\S])*)-->\s*)?^ *```(?:ts|typescript)\b.*\n([\s\S]*?)^ *```$/gm,
  );
  return [...blocks].map(({ index, 0: whole, 1: setup = '', 2: code }) => {
    const line = text.slice(0, index + whole.lastIndexOf(code)).split('\n').length;
    // The setup on one line keeps the compiler's line numbers those of the block; `export {}` makes it a module.
    return { page, line, source: `${setup.replaceAll('\n', ' ')} export {};\n${code}` };
  });
}

const snippets = markdownFiles().flatMap(snippetsOf);
const examples = docstringExamples('lib');
// What an example declares globally must not affect others.
const isGlobal = ({ source }) => source.includes('declare global');
const failed = [
  compileSnippets(snippets),
  compileSnippets(
    examples.filter(example => !isGlobal(example)),
    [EXAMPLE_SETUP],
  ),
  ...examples.filter(isGlobal).map(example => compileSnippets([example])),
].reduce((sum, count) => sum + count);

const count = snippets.length + examples.length;
console.log(`${snippets.length} snippets of pages, ${examples.length} examples of docstrings`);
console.log(`${count - failed} passed, ${failed} failed`);
process.exitCode = failed || !snippets.length || !examples.length ? 1 : 0;
