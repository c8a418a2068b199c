import { asRecord, readJson } from '../tree.js';
import type { Tree } from '../tree.js';
import { readImports } from '../source/import-declarations.js';
import { tokenize } from '../source/tokens.js';
import type { Token } from '../source/tokens.js';
import type { NestAddOptions } from './options.js';

/** What the schematic must know of an application. */
export interface Project {
  /** The folder of `main.ts`, such as `src` or `apps/api/src`. */
  sourceRoot: string;
  /** The folder that contains `src` and `test`; empty for the root. */
  root: string;
  /** The file of the root module. */
  moduleFile: string;
  /** The class of the root module; undefined if only the file is known. */
  moduleClass: string | undefined;
  /** What relative imports of the project end in: `.js`, `.ts` or nothing. */
  importSuffix: string;
  /** `dependencies` and `devDependencies` of package.json, by name. */
  packages: Record<string, unknown>;
}

/**
 * Finds the application in a folder or monorepo.
 *
 * @throws Error with the option to set, if there is no root module
 */
export function findProject(tree: Tree, options: NestAddOptions): Project {
  const sourceRoot = trimSlashes(options.sourceRoot || configuredSourceRoot(tree, options.project));
  const main = findRootModule(tree, `${sourceRoot}/${entryFile(tree, options.project)}`);
  const moduleFile = options.module
    ? trimSlashes(options.module)
    : (main?.file ?? `${sourceRoot}/app.module.ts`);
  if (!tree.exists(moduleFile))
    throw new Error(
      `No root module: there is no ${moduleFile}. Name its file, as in: nest add nest-clerk --skip-install ` +
        `--module ${sourceRoot}/my-app.module.ts`,
    );
  const manifest = readJson(tree, 'package.json') ?? {};
  return {
    sourceRoot,
    root: sourceRoot.includes('/') ? sourceRoot.slice(0, sourceRoot.lastIndexOf('/')) : '',
    moduleFile,
    moduleClass: main?.file === moduleFile ? main.className : undefined,
    importSuffix: main?.suffix ?? (manifest.type === 'module' ? '.js' : ''),
    packages: { ...asRecord(manifest.dependencies), ...asRecord(manifest.devDependencies) },
  };
}

function trimSlashes(path: string): string {
  return path
    .replaceAll('\\', '/')
    .replace(/^\.?\/+/, '')
    .replace(/\/+$/, '');
}

function configuredSourceRoot(tree: Tree, project: string | undefined): string {
  const configuration = readJson(tree, 'nest-cli.json');
  const ofProject = projectConfiguration(tree, project)?.sourceRoot;
  if (project && typeof ofProject !== 'string')
    throw new Error(`nest-cli.json has no project "${project}" with a sourceRoot.`);
  const sourceRoot = ofProject ?? configuration?.sourceRoot;
  return typeof sourceRoot === 'string' ? sourceRoot : 'src';
}

function projectConfiguration(tree: Tree, project: string | undefined): Record<string, unknown> | undefined {
  if (!project) return undefined;
  return asRecord(asRecord(readJson(tree, 'nest-cli.json')?.projects)?.[project]);
}

function entryFile(tree: Tree, project: string | undefined): string {
  const configuration = readJson(tree, 'nest-cli.json');
  const entry = projectConfiguration(tree, project)?.entryFile ?? configuration?.entryFile;
  return `${typeof entry === 'string' ? entry.replace(/\.[jt]s$/, '') : 'main'}.ts`;
}

/** The module that a file passes to `NestFactory`: its class, its file, and the suffix with which it is imported. */
function findRootModule(tree: Tree, mainFile: string) {
  if (!tree.exists(mainFile)) return undefined;
  try {
    const tokens = tokenize(tree.readText(mainFile));
    const className = moduleOfNestFactory(tokens);
    const declaration = readImports(tokens).find(({ names }) => className && names.has(className));
    if (!className || !declaration?.from.startsWith('.')) return undefined;
    const exported = declaration.names.get(className);
    const suffix = /\.[jt]s$/.exec(declaration.from)?.[0] ?? '';
    const path = resolvePath(mainFile, declaration.from.slice(0, declaration.from.length - suffix.length));
    const file = [`${path}.ts`, `${path}/index.ts`].find(each => tree.exists(each));
    return file ? { className: exported === 'default' ? undefined : exported, file, suffix } : undefined;
  } catch {
    // A main.ts that cannot be read is no reason to stop: the usual name of the module is tried.
    return undefined;
  }
}

/** `AppModule` of `NestFactory.create<NestExpressApplication>(AppModule, …)`. */
function moduleOfNestFactory(tokens: readonly Token[]): string | undefined {
  const factory = tokens.findIndex(
    ({ text }, index) => text === 'NestFactory' && tokens[index + 1]?.text === '.',
  );
  if (factory < 0) return undefined;
  const opening = tokens.findIndex(({ text }, index) => index > factory && text === '(');
  const argument = tokens[opening + 1];
  return argument?.kind === 'word' ? argument.text : undefined;
}

function resolvePath(from: string, specifier: string): string {
  const segments = from.split('/').slice(0, -1);
  for (const segment of specifier.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

/** The relative import of a file from a folder, both from the root of the workspace. */
export function relativeImport(fromFolder: string, file: string, suffix: string): string {
  const from = fromFolder.split('/').filter(Boolean);
  const to = file.replace(/\.ts$/, '').split('/');
  while (from.length && from[0] === to[0]) {
    from.shift();
    to.shift();
  }
  return `${from.map(() => '../').join('') || './'}${to.join('/')}${suffix}`;
}
