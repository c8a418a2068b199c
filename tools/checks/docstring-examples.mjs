import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';

/** Global declarations for the examples: the variables that an application would have. */
export const EXAMPLE_SETUP = 'tools/checks/example-setup.d.ts';

/** The modules whose exports examples use without an import; the first one that has a name wins. */
const MODULES = {
  'nest-clerk': 'lib/index.ts',
  'nest-clerk/express': 'lib/express/index.ts',
  'nest-clerk/testing': 'lib/testing/index.ts',
};
const OTHER_MODULES = [
  '@nestjs/common',
  '@nestjs/core',
  '@nestjs/config',
  '@nestjs/testing',
  '@nestjs/websockets',
  '@nestjs/terminus',
  '@nestjs/throttler',
  '@nestjs/graphql',
  '@jest/globals',
  'ioredis',
  '@keyv/redis',
  'node:fs/promises',
];
/** Names that are the web's or Node's in examples, and not the decorators of Nest. */
const GLOBAL_NAMES = ['Request', 'Response', 'Headers'];

/**
 * The ```ts blocks after `@example` in the docstrings of a folder, as modules.
 *
 * @returns each with its file as `page`, its first line, and its source after one line of setup
 */
export function docstringExamples(folder) {
  const importable = importableNames();
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => join(folder, name))
    .sort()
    .flatMap(page => examplesOf(page, importable));
}

function examplesOf(page, importable) {
  const text = readFileSync(page, 'utf8');
  return [...text.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap(({ index, 0: docstring }) => {
    const content = docstring.replace(/^[ \t]*\* ?/gm, '');
    const example = content.search(/^@example\b/m);
    if (example < 0) return [];
    return [...content.slice(example).matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(block => {
      const before = content.slice(0, example + block.index).split('\n').length;
      const line = text.slice(0, index).split('\n').length + before;
      return { page, line, source: moduleOf(block[1], page, importable) };
    });
  });
}

/** An example with the imports of what it uses; members of a class and a `return` get a class or a function around them. */
function moduleOf(code, page, importable) {
  const imports = [...freeNames(code)].flatMap(name => {
    const exports = importable.get(name) ?? exportsOfFile(page, name);
    const values = exports.filter(({ isType }) => !isType);
    const candidates = values.length ? values : exports;
    const best =
      candidates.find(({ module }) => module === 'nest-clerk/express' && page.startsWith('lib/express')) ??
      candidates[0];
    if (!best) return [];
    return [`import ${best.isType ? 'type ' : ''}{ ${name} } from '${best.module}';`];
  });
  return `${imports.join(' ')} ${wrapped(code, page)}`;
}

function wrapped(code, page) {
  const inClass = `class Example extends ${baseClass(code, page)} {\n${code}}`;
  if (isInvalid(code) && !isInvalid(inClass)) return inClass;
  if (parse(code).statements.some(hasReturn)) return `export async function example() {\n${code}}`;
  return `export {};\n${code}`;
}

/** Overriding members belong to a subclass of the class that the file exports. */
function baseClass(code, page) {
  const [, name] = /^export class (\w+)/m.exec(readFileSync(page, 'utf8')) ?? [];
  return /\boverride\b/.test(code) && name
    ? `(await import('./${basename(page, '.ts')}.js')).${name}`
    : 'ExampleHost';
}

/** Whether a statement returns, outside of the functions in it. */
function hasReturn(node) {
  if (ts.isReturnStatement(node)) return true;
  if (ts.isFunctionLike(node) || ts.isClassLike(node)) return false;
  return ts.forEachChild(node, hasReturn) ?? false;
}

/** What is not exported by an entry point may be used in the docstrings of its own file. */
function exportsOfFile(page, name) {
  const isExported = new RegExp(`^export (?:async )?(?:class|function|const|interface|type) ${name}\\b`, 'm');
  if (!isExported.test(readFileSync(page, 'utf8'))) return [];
  return [{ module: `./${basename(page, '.ts')}.js`, isType: false }];
}

function parse(code) {
  return ts.createSourceFile('example.ts', code, ts.ScriptTarget.Latest, true);
}

function isInvalid(code) {
  return parse(code).parseDiagnostics.length > 0;
}

/** The identifiers of an example that it neither imports nor declares at its top level. */
function freeNames(code) {
  const source = parse(code);
  const used = new Set();
  const declared = new Set();
  const visit = node => {
    if (ts.isIdentifier(node)) used.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) {
      statement.importClause?.namedBindings?.elements?.forEach(({ name }) => declared.add(name.text));
      if (statement.importClause?.name) declared.add(statement.importClause.name.text);
    } else if (ts.isVariableStatement(statement)) {
      statement.declarationList.declarations.forEach(({ name }) => declared.add(name.getText(source)));
    } else if (statement.name) declared.add(statement.name.text);
  }
  return new Set([...used].filter(name => !declared.has(name)));
}

/** The modules that export a name, by name. */
function importableNames() {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, '.');
  const imports = OTHER_MODULES.map((name, index) => `import * as m${index} from '${name}';`).join('\n');
  const file = 'framework-modules.ts';
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, version) =>
    name.endsWith(file)
      ? ts.createSourceFile(name, imports, version)
      : getSourceFile.call(host, name, version);
  const program = ts.createProgram([...Object.values(MODULES), file], options, host);
  const checker = program.getTypeChecker();
  const names = new Map();
  const add = (module, symbol) => {
    for (const exported of checker.getExportsOfModule(symbol)) {
      if (GLOBAL_NAMES.includes(exported.name)) continue;
      const known = names.get(exported.name) ?? [];
      names.set(exported.name, [...known, { module, isType: isTypeOnly(exported, checker) }]);
    }
  };
  for (const [module, path] of Object.entries(MODULES)) {
    add(module, checker.getSymbolAtLocation(program.getSourceFile(path)));
  }
  for (const { moduleSpecifier } of program.getSourceFile(file).statements) {
    const symbol = checker.getSymbolAtLocation(moduleSpecifier);
    if (symbol) add(moduleSpecifier.text, symbol);
  }
  return names;
}

function isTypeOnly(symbol, checker) {
  if (
    symbol.declarations?.some(
      node => ts.isExportSpecifier(node) && (node.isTypeOnly || node.parent.parent.isTypeOnly),
    )
  ) {
    return true;
  }
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return !(target.flags & ts.SymbolFlags.Value);
}
