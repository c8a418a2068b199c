import { resolve } from 'node:path';
import ts from 'typescript';

/** The compiler options of the project, without the checks for unused names. */
const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, '.');
Object.assign(options, { noUnusedLocals: false, noUnusedParameters: false });

/**
 * Type-checks snippets of code against the library's source, each as a module of its own.
 *
 * @param snippets each with the source, and the page and line of its second source line; the first one holds the setup
 * @param setupFiles files with global declarations for all snippets
 * @returns the number of snippets that failed, after printing their problems
 */
export function compileSnippets(snippets, setupFiles = []) {
  // File names that do not exist on disk, but that name page and line.
  const sources = new Map(
    snippets.map(snippet => [resolve(`${snippet.page}.line-${snippet.line}.ts`), snippet]),
  );
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = file => sources.has(file) || fileExists(file);
  host.readFile = file => sources.get(file)?.source ?? readFile(file);
  host.getSourceFile = (file, version, ...rest) =>
    sources.has(file)
      ? ts.createSourceFile(file, sources.get(file).source, version)
      : getSourceFile(file, version, ...rest);

  const program = ts.createProgram(
    [...setupFiles.map(file => resolve(file)), ...sources.keys()],
    options,
    host,
  );
  let failed = 0;
  for (const [file, { page, line }] of sources) {
    const source = program.getSourceFile(file);
    const problems = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    for (const { start, messageText } of problems) {
      const at = line - 1 + source.getLineAndCharacterOfPosition(start).line;
      console.error(`${page}:${at}: ${ts.flattenDiagnosticMessageText(messageText, '\n  ')}`);
    }
    if (problems.length) failed++;
  }
  return failed;
}
