import { asRecord, overwriteJson, readJson } from '../tree.js';
import type { SchematicContext, Tree } from '../tree.js';
import { appendToArrays, UnsupportedSourceError } from '../source/module-metadata.js';
import { applyEdits, closingIndex, tokenize } from '../source/tokens.js';
import type { Project } from './project.js';
import { isUnsupported } from './root-module.js';
import { endToEndTest, SETUP_FILE } from './test-files.js';
import type { TestFileOptions } from './test-files.js';

/** The pattern of docs/typescript-and-commonjs.md: Jest transforms what it cannot `require()` before Node 24.9. */
const JEST_PATTERN = '/node_modules/(?!(?:.pnpm/[^/]+/node_modules/)?(?:nest-clerk|jose)/)';

/** What could not be changed, as sentences that say what to do by hand. */
type Leftovers = string[];

/**
 * Sets up the test runner of a project, Jest or Vitest: the application starts in end-to-end tests without keys of an
 * instance, and a first test shows how users sign in. Existing settings and files stay.
 *
 * @returns whether the project has a test runner that the schematic knows
 */
export function setUpTests(
  tree: Tree,
  { logger }: SchematicContext,
  project: Project,
  moduleClass: TestFileOptions['moduleClass'],
): boolean {
  const runner = testRunner(tree, project);
  if (!runner || !('@nestjs/testing' in project.packages)) return false;
  const folder = project.root ? `${project.root}/test` : 'test';
  const leftovers = runner === 'jest' ? setUpJest(tree, folder) : setUpVitest(tree, project, folder);
  for (const leftover of leftovers) logger.warn(leftover);

  createOnce(tree, `${folder}/clerk.setup.ts`, SETUP_FILE);
  createOnce(tree, `${folder}/clerk.e2e-spec.ts`, endToEndTest({ runner, folder, project, moduleClass }));
  return true;
}

function testRunner(tree: Tree, { packages }: Project): 'jest' | 'vitest' | undefined {
  if ('vitest' in packages) return 'vitest';
  return 'jest' in packages || readJson(tree, 'package.json')?.jest ? 'jest' : undefined;
}

function createOnce(tree: Tree, path: string, content: string): void {
  if (!tree.exists(path)) tree.create(path, content);
}

function setUpJest(tree: Tree, folder: string): Leftovers {
  const leftovers: Leftovers = [];
  const manifest = readJson(tree, 'package.json');
  const unit = asRecord(manifest?.jest);
  if (manifest && unit) {
    if (transformLibrary(unit, 'package.json', leftovers)) overwriteJson(tree, 'package.json', manifest);
  } else
    leftovers.push(byHand('the configuration of Jest', `"transformIgnorePatterns": ["${JEST_PATTERN}"]`));

  const file = `${folder}/jest-e2e.json`;
  const endToEnd = readJson(tree, file);
  if (!endToEnd) {
    leftovers.push(
      byHand('the configuration of the end-to-end tests', `"setupFiles": ["${folder}/clerk.setup.ts"]`),
    );
    return leftovers;
  }
  const isTransformed = transformLibrary(endToEnd, file, leftovers);
  const hasSetup = addSetupFile(endToEnd, file, folder, leftovers);
  if (isTransformed || hasSetup) overwriteJson(tree, file, endToEnd);
  return leftovers;
}

/** Whether the configuration was changed. */
function transformLibrary(config: Record<string, unknown>, file: string, leftovers: Leftovers): boolean {
  const patterns = config.transformIgnorePatterns;
  if (Array.isArray(patterns)) {
    // A file is skipped if any pattern matches, so one that does not know the package would still skip it.
    if (!patterns.every(pattern => String(pattern).includes('nest-clerk')))
      leftovers.push(
        byHand(
          `transformIgnorePatterns in ${file}`,
          'nest-clerk and jose among the packages that are transformed',
        ),
      );
    return false;
  }
  config.transformIgnorePatterns = [JEST_PATTERN];
  return true;
}

/** Whether the configuration was changed. */
function addSetupFile(
  config: Record<string, unknown>,
  file: string,
  folder: string,
  leftovers: Leftovers,
): boolean {
  const setupFiles = config.setupFiles ?? [];
  if (String(setupFiles).includes('clerk.setup')) return false;
  const rootDir = typeof config.rootDir === 'string' ? config.rootDir.replace(/\/$/, '') : '.';
  const pathOf: Record<string, string> = { '.': '', '..': `${folder.split('/').at(-1)}/` };
  if (!Array.isArray(setupFiles) || !(rootDir in pathOf)) {
    leftovers.push(byHand(`setupFiles in ${file}`, `${folder}/clerk.setup.ts`));
    return false;
  }
  config.setupFiles = [...(setupFiles as unknown[]), `<rootDir>/${pathOf[rootDir]}clerk.setup.ts`];
  return true;
}

function setUpVitest(tree: Tree, { root }: Project, folder: string): Leftovers {
  const prefix = root ? `${root}/` : '';
  const names = ['vitest.config.e2e.ts', 'vitest.config.e2e.mts', 'vitest.config.ts', 'vitest.config.mts'];
  const file = [...names.map(name => prefix + name), ...names].find(name => tree.exists(name));
  const setupFile = `./${file?.startsWith(prefix) ? folder.slice(prefix.length) : folder}/clerk.setup.ts`;
  const manual = byHand(`setupFiles in ${file ?? 'the configuration of Vitest'}`, setupFile);
  if (!file) return [manual];
  const source = tree.readText(file);
  if (source.includes('clerk.setup')) return [];
  try {
    tree.overwrite(file, addVitestSetupFile(source, setupFile));
    return [];
  } catch (error) {
    if (!isUnsupported(error)) throw error;
    return [manual];
  }
}

/** Adds a file to `test: { setupFiles }` of `defineConfig()`. */
function addVitestSetupFile(source: string, setupFile: string): string {
  const tokens = tokenize(source);
  const start = tokens.findIndex(
    ({ text }, index) =>
      text === 'test' && tokens[index + 1]?.text === ':' && tokens[index + 2]?.text === '{',
  );
  if (start < 0) throw new UnsupportedSourceError('it has no object `test`');
  const object = tokens.slice(start + 2, closingIndex(tokens, start + 2) + 1);
  return applyEdits(source, appendToArrays(source, object, [['setupFiles', `'${setupFile}'`]]));
}

function byHand(where: string, what: string): string {
  return `Not changed: ${where}. Add by hand: ${what}`;
}
