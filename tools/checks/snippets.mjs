/**
 * Type-checks every ```ts block of README, docs and the samples' READMEs against the library's source, each block as a
 * module of its own.
 *
 * What a block needs but a reader does not want to see goes into a comment right before it:
 *
 *     <!-- snippet-setup: import { ClerkClient } from 'nest-clerk'; declare const clerk: ClerkClient; -->
 *
 *     node tools/checks/snippets.mjs
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';

import { markdownFiles } from './markdown.mjs';

const pages = markdownFiles();

/** The blocks of a page, as modules with a file name that does not exist on disk but names page and line. */
function snippetsOf(page) {
  const text = readFileSync(page, 'utf8');
  const blocks = text.matchAll(
    /(?:<!-- snippet-setup:([\s\S]*?)-->\s*)?^ *```(?:ts|typescript)\b.*\n([\s\S]*?)^ *```$/gm,
  );
  return [...blocks].map(({ index, 0: whole, 1: setup = '', 2: code }) => {
    const line = text.slice(0, index + whole.lastIndexOf(code)).split('\n').length;
    // The setup on one line keeps the compiler's line numbers those of the block; `export {}` makes it a module.
    const source = `${setup.replaceAll('\n', ' ')} export {};\n${code}`;
    return { page, line, file: resolve(`${page}.line-${line}.ts`), source };
  });
}

const snippets = new Map(pages.flatMap(snippetsOf).map(snippet => [snippet.file, snippet]));

const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, '.');
Object.assign(options, { noUnusedLocals: false, noUnusedParameters: false });

const host = ts.createCompilerHost(options);
const { fileExists, readFile, getSourceFile } = host;
host.fileExists = file => snippets.has(file) || fileExists(file);
host.readFile = file => snippets.get(file)?.source ?? readFile(file);
host.getSourceFile = (file, version, ...rest) =>
  snippets.has(file)
    ? ts.createSourceFile(file, snippets.get(file).source, version)
    : getSourceFile(file, version, ...rest);

const program = ts.createProgram([...snippets.keys()], options, host);
let failed = 0;
for (const { file, page, line } of snippets.values()) {
  const source = program.getSourceFile(file);
  const problems = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  for (const { start, messageText } of problems) {
    const at = line - 1 + source.getLineAndCharacterOfPosition(start).line;
    console.error(`${page}:${at}: ${ts.flattenDiagnosticMessageText(messageText, '\n  ')}`);
  }
  if (problems.length) failed++;
}
console.log(`${snippets.size - failed} passed, ${failed} failed`);
process.exitCode = failed || !snippets.size ? 1 : 0;
