/**
 * Fails if an entry point exports a value or a type whose declaration names a type that the entry point does not export.
 * An application that infers such a type cannot emit declarations (TS2742, TS2883).
 *
 *     node tools/checks/public-types.mjs
 */
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '../..');
const lib = join(root, 'lib');
const dist = join(root, 'dist');

/** The declaration files of the package, by path in `dist/`, without a build. */
function declarations() {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(root, 'tsconfig.build.json'),
    { emitDeclarationOnly: true, sourceMap: false, inlineSources: false, outDir: dist },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: diagnostic => {
        throw new Error(String(diagnostic.messageText));
      },
    },
  );
  const emitted = new Map();
  const program = ts.createProgram(config.fileNames, config.options);
  program.emit(undefined, (file, text) => emitted.set(resolve(file), text));
  return { emitted, options: config.options };
}

/** A program over the emitted declarations. */
function declarationProgram({ emitted, options }) {
  const settings = {
    ...options,
    noEmit: true,
    declaration: false,
    emitDeclarationOnly: false,
    rootDir: undefined,
    paths: {},
  };
  const host = ts.createCompilerHost(settings);
  const { fileExists, readFile, getSourceFile } = host;
  // The directories of the emitted files do not exist, and module resolution must not skip them.
  host.directoryExists = undefined;
  host.fileExists = file => emitted.has(resolve(file)) || fileExists(file);
  host.readFile = file => emitted.get(resolve(file)) ?? readFile(file);
  host.getSourceFile = (file, ...rest) => {
    const text = emitted.get(resolve(file));
    return text === undefined
      ? getSourceFile(file, ...rest)
      : ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  };
  return ts.createProgram([...emitted.keys()], settings, host);
}

/** The declaration file of each entry point, from `exports` of package.json. */
export function entryPoints() {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return Object.entries(exports)
    .filter(([, { types }]) => types?.endsWith('.d.ts'))
    .map(([name, { types }]) => ({ name, file: join(root, types) }));
}

function findMissing(program, { file }) {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${relative(root, file)} is not emitted.`);
  const resolved = symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const exported = new Set(checker.getExportsOfModule(module).map(resolved));
  const missing = new Map();
  const visited = new Set();

  const isOurs = declaration => resolve(declaration.getSourceFile().fileName).startsWith(dist);
  const use = (symbol, by, { mustBeExported }) => {
    const target = resolved(symbol);
    const ours = (target.declarations ?? []).filter(isOurs);
    const isParameter = (target.flags & ts.SymbolFlags.TypeParameter) !== 0;
    const isGlobal = ours.some(isInGlobal);
    if (ours.length === 0 || isParameter || isGlobal) return;
    if (mustBeExported && !exported.has(target) && !ours.some(isLocalAlias)) {
      const where = relative(dist, ours[0].getSourceFile().fileName);
      missing.set(target, `${target.name} (${where}), which ${by} names`);
    }
    if (visited.has(target)) return;
    visited.add(target);
    for (const declaration of ours) visit(declaration, target.name);
  };
  const visit = (node, by) => {
    // Nest, or the package, calls the constructors; no other type contains their parameters.
    if (ts.isConstructorDeclaration(node)) return;
    if (ts.isTypeReferenceNode(node)) useAt(node.typeName, by, true);
    else if (ts.isImportTypeNode(node) && node.qualifier) useAt(node.qualifier, by, true);
    // The compiler writes out the type of a constant.
    else if (ts.isTypeQueryNode(node) && ts.isEntityName(node.exprName)) useAt(node.exprName, by, false);
    // The members of a base are inherited; its name is never part of an inferred type.
    else if (ts.isExpressionWithTypeArguments(node)) useAt(node.expression, by, false);
    node.forEachChild(child => visit(child, by));
  };
  const useAt = (name, by, mustBeExported) => {
    const symbol = checker.getSymbolAtLocation(name);
    if (symbol) use(symbol, by, { mustBeExported });
  };

  for (const symbol of exported) use(symbol, 'the entry point', { mustBeExported: false });
  return missing;
}

/** The compiler expands an alias that its file does not export. */
function isLocalAlias(node) {
  const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
  return (
    ts.isTypeAliasDeclaration(node) && !modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

function isInGlobal(node) {
  for (let at = node.parent; at; at = at.parent) {
    if (ts.isModuleDeclaration(at) && at.flags & ts.NodeFlags.GlobalAugmentation) return true;
  }
  return false;
}

const program = declarationProgram(declarations());
let failed = 0;
for (const entry of entryPoints()) {
  const missing = [...findMissing(program, entry).values()].sort();
  failed += missing.length;
  for (const type of missing) console.error(`${entry.name} does not export ${type}`);
}
console.log(`${entryPoints().length} entry points in ${relative(root, lib)}, ${failed} types not exported`);
process.exitCode = failed === 0 ? 0 : 1;
