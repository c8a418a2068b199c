import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Below node_modules, so that every build finds the same Nest, Express and other packages as the present one. */
const BUILDS = join(ROOT, 'node_modules/.cache/nest-clerk-builds');

/** A dependency of a package, in its lock file. */
interface LockedPackage {
  readonly version: string;
}

/**
 * Builds another revision of the package. The build is kept for later runs.
 *
 * The revision is unpacked in a temporary directory and built with its own locked tools. Runtime dependencies of another version
 * than the present ones go into the build's own node_modules.
 *
 * @param revision - anything that `git rev-parse` knows
 * @returns the directory of the built package
 * @throws Error if the revision is unknown or cannot be built
 */
export function buildRevision(revision: string): string {
  const commit = commitOf(revision);
  const directory = join(BUILDS, commit);
  if (existsSync(directory)) return directory;

  const source = mkdtempSync(join(tmpdir(), 'nest-clerk-bench-'));
  try {
    const archive = execFileSync('git', ['archive', commit], { cwd: ROOT, maxBuffer: 2 ** 30 });
    execFileSync('tar', ['--extract', '--directory', source], { input: archive });
    const hasSamePackages = isSameFile(join(source, 'package-lock.json'), join(ROOT, 'package-lock.json'));
    if (hasSamePackages) symlinkSync(join(ROOT, 'node_modules'), join(source, 'node_modules'));
    else npm(source, 'ci', '--no-audit', '--no-fund');
    npm(source, 'run', '--silent', 'build');

    const partial = `${directory}.partial`;
    rmSync(partial, { recursive: true, force: true });
    for (const name of ['dist', 'package.json']) {
      cpSync(join(source, name), join(partial, name), { recursive: true });
    }
    if (!hasSamePackages) copyOtherDependencies(source, partial);
    renameSync(partial, directory);
  } finally {
    rmSync(source, { recursive: true, force: true });
  }
  return directory;
}

function copyOtherDependencies(source: string, target: string): void {
  const { dependencies = {} } = readJson<{ dependencies?: object }>(join(source, 'package.json'));
  for (const name of Object.keys(dependencies)) {
    const path = `node_modules/${name}`;
    if (lockedVersion(source, path) === lockedVersion(ROOT, path)) continue;
    cpSync(join(source, path), join(target, path), { recursive: true });
  }
}

function lockedVersion(directory: string, path: string): string | undefined {
  const { packages } = readJson<{ packages: Record<string, LockedPackage> }>(
    join(directory, 'package-lock.json'),
  );
  return packages[path]?.version;
}

function isSameFile(one: string, other: string): boolean {
  return readFileSync(one).equals(readFileSync(other));
}

function readJson<Value>(path: string): Value {
  return JSON.parse(readFileSync(path, 'utf8')) as Value;
}

function commitOf(revision: string): string {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  try {
    return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
  } catch (error) {
    throw new Error(`git has no revision "${revision}".`, { cause: error });
  }
}

function npm(directory: string, ...args: string[]): void {
  execFileSync('npm', args, { cwd: directory, stdio: ['ignore', 'ignore', 'inherit'] });
}
