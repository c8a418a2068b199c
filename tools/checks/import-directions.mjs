/**
 * Fails on an import that breaks the architecture: a folder that imports from one above it, a framework outside the
 * folders that may use it, an undeclared package, a cycle, a top-level await.
 *
 *     node tools/checks/import-directions.mjs [directory of the library] [its package.json]
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

/**
 * The folders of the library. Each may import from the listed folders, and from all that those may import. `index.ts`
 * is the entry point `nest-clerk`.
 */
export const folders = {
  helpers: [],
  errors: ['helpers'],
  tokens: ['errors'],
  authorization: ['tokens'],
  authentication: ['authorization'],
  'backend-api': ['errors'],
  // The payloads of events are resources of the Backend API.
  webhooks: ['backend-api'],
  'frontend-api-proxy': ['errors'],
  cache: ['errors'],
  instance: ['authentication', 'backend-api', 'cache'],
  oauth: ['instance'],
  telemetry: ['instance'],
  express: ['oauth', 'telemetry', 'webhooks', 'frontend-api-proxy'],
  nest: ['express'],
  'index.ts': ['nest'],
  testing: ['index.ts'],
  // The Nest CLI loads them, never an application.
  schematics: ['helpers'],
};

/**
 * Folders inside a folder, with the directions between them. They do not apply to files directly in the outer folder,
 * which contain shared code and code that combines the inner folders.
 */
export const innerFolders = {
  authentication: {
    request: [],
    session: ['request'],
    machine: ['request'],
    handshake: ['session', 'machine'],
    connection: ['handshake'],
  },
};

/** The packages of the Nest framework, and the folders that may import them. */
const frameworkPackages = /^(@nestjs\/.+|rxjs|reflect-metadata)$/;
const frameworkFolders = ['nest', 'index.ts', 'testing'];

/**
 * Optional packages. Only `await import()` inside the `try` of a function tolerates a missing package, at run time and
 * in bundlers: webpack, esbuild and Bun report it there as a warning.
 */
const optionalPackages = /^(@nestjs\/(?!common$|core$).+|@opentelemetry\/api)$/;

/**
 * @param {string} lib the library's source directory
 * @param {{ dependencies?: object, peerDependencies?: object }} manifest its package.json
 * @returns {string[]} one sentence for each violation; empty without one
 */
export function findViolations(lib, manifest) {
  const files = sourceFiles(lib);
  const parsed = files.map(file => ({ file, ...readModule(file) }));
  const violations = parsed.flatMap(({ file, imports, hard, topLevelAwait }) => {
    const found = imports.map(specifier => importViolation(lib, manifest, file, specifier));
    found.push(
      ...hard
        .filter(isOptional)
        .map(specifier => `imports the optional package '${specifier}' outside of a try block`),
    );
    if (topLevelAwait) found.push('top-level await: require() of the library would throw');
    return found.filter(Boolean).map(what => `${relative(lib, file)}: ${what}`);
  });
  return [...violations, ...cycles(lib, parsed), ...unusedDependencies(manifest, parsed)];
}

/** Every TypeScript file below a directory. */
function sourceFiles(directory) {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map(name => join(directory, name))
    .filter(file => file.endsWith('.ts') && statSync(file).isFile())
    .sort();
}

/**
 * The imports of a file, types and dynamic imports included; those that are needed whenever the file is loaded or
 * compiled; and whether it awaits outside of any function.
 */
function readModule(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const imports = source.typeReferenceDirectives.map(directive => directive.fileName);
  const hard = [...imports];
  let topLevelAwait = false;

  const visit = (node, inFunction, inTry) => {
    const specifier = importedSpecifier(node);
    if (specifier) imports.push(specifier.text);
    if (specifier && !(inTry && ts.isCallExpression(node))) hard.push(specifier.text);
    const awaits = ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier);
    if (awaits && !inFunction) topLevelAwait = true;
    const isTried = child => ts.isTryStatement(node) && child === node.tryBlock;
    node.forEachChild(child =>
      visit(
        child,
        inFunction || ts.isFunctionLike(node),
        (inTry && !ts.isFunctionLike(node)) || (inFunction && isTried(child)),
      ),
    );
  };
  visit(source, false, false);
  return { imports, hard, topLevelAwait };
}

/** The string literal with which a node names a module, in any form of import. */
function importedSpecifier(node) {
  const candidate = moduleReference(node);
  return candidate && ts.isStringLiteralLike(candidate) ? candidate : undefined;
}

function moduleReference(node) {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node)) return node.argument.literal;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (ts.isModuleDeclaration(node)) return node.name;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return node.arguments[0];
  return undefined;
}

function importViolation(lib, manifest, file, specifier) {
  const folder = folderOf(lib, file);
  if (!(folder in folders)) return `is in the folder "${folder}", which the table of folders does not have`;
  return specifier.startsWith('.')
    ? folderViolation(lib, file, folder, specifier)
    : packageViolation(manifest, folder, specifier);
}

function folderViolation(lib, file, folder, specifier) {
  const target = targetOf(file, specifier);
  const targetFolder = folderOf(lib, target);
  if (targetFolder === '..') return `imports '${specifier}', which is outside of the library`;
  if (!existsSync(target)) return `imports '${specifier}', which does not exist`;
  if (!mayImport(folders, folder, targetFolder)) {
    return `${folder} must not import from ${targetFolder} ('${specifier}')`;
  }
  const inner = innerFolders[folder];
  if (folder !== targetFolder || !inner) return undefined;

  const [from, to] = [file, target].map(path => folderOf(join(lib, folder), path));
  if (from.endsWith('.ts') || to.endsWith('.ts')) return undefined;
  for (const name of [from, to]) {
    if (!(name in inner))
      return `${folder}/${name} is a folder that the table of inner folders does not have`;
  }
  return mayImport(inner, from, to)
    ? undefined
    : `${folder}/${from} must not import from ${folder}/${to} ('${specifier}')`;
}

function isOptional(specifier) {
  return optionalPackages.test(packageName(specifier));
}

function mayImport(table, folder, target) {
  return folder === target || table[folder].some(below => mayImport(table, below, target));
}

function packageViolation({ dependencies = {}, peerDependencies = {} }, folder, specifier) {
  if (isBuiltin(specifier)) {
    return specifier.startsWith('node:') ? undefined : `write 'node:${specifier}', not '${specifier}'`;
  }
  const name = packageName(specifier);
  if (name.startsWith('@clerk/')) return `imports '${specifier}': the library uses no @clerk package`;
  if (frameworkPackages.test(name) && !frameworkFolders.includes(folder)) {
    return `${folder} must not import the framework ('${specifier}')`;
  }
  if (name in dependencies || name in peerDependencies) return undefined;
  return `imports '${specifier}', which package.json declares neither as dependency nor as peer`;
}

/** Every import cycle between files, once. Type imports count too, because they couple files as well. */
function cycles(lib, parsed) {
  const graph = new Map(
    parsed.map(({ file, imports }) => [
      file,
      imports.filter(specifier => specifier.startsWith('.')).map(specifier => targetOf(file, specifier)),
    ]),
  );
  const found = [];
  const done = new Set();
  const walk = (file, path) => {
    if (path.includes(file)) {
      const names = [...path.slice(path.indexOf(file)), file].map(step => relative(lib, step));
      found.push(`import cycle: ${names.join(' → ')}`);
      return;
    }
    if (done.has(file)) return;
    for (const target of graph.get(file) ?? []) walk(target, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return found;
}

/** Every dependency that no file imports. A peer dependency may be for the application only. */
function unusedDependencies({ dependencies = {} }, parsed) {
  const imported = new Set(parsed.flatMap(({ imports }) => imports.map(packageName)));
  return Object.keys(dependencies)
    .filter(name => !imported.has(name))
    .map(name => `package.json declares the dependency '${name}', which nothing imports`);
}

/** The package of a specifier: `@nestjs/core` of `@nestjs/core/router`. */
function packageName(specifier) {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** The source file of a relative specifier: `./x.js` stands for `./x.ts`. */
function targetOf(file, specifier) {
  return resolve(dirname(file), specifier.replace(/\.js$/, '.ts'));
}

function folderOf(lib, file) {
  return relative(lib, file).split(sep)[0];
}

function main([lib = 'lib', manifestFile = 'package.json']) {
  const violations = findViolations(resolve(lib), JSON.parse(readFileSync(manifestFile, 'utf8')));
  for (const violation of violations) console.error(violation);
  const files = sourceFiles(resolve(lib)).length;
  console.log(`${basename(lib)}: ${files} files, ${violations.length} imports against the architecture`);
  process.exitCode = violations.length ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv.slice(2));
