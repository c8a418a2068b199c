/** Shared code of the checks that use the packed library as its users do: in projects outside of the repository. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

/** The entries of "exports" that can be imported, with their targets. */
export const doors = Object.entries(manifest.exports).filter(([, target]) => target.types);

const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2023'],
  module: 'NodeNext',
  types: ['node'],
  strict: true,
  experimentalDecorators: true,
  emitDecoratorMetadata: true,
  esModuleInterop: true,
  skipLibCheck: false,
};

let passed = 0;
let failed = 0;

/**
 * Packs the library as `npm publish` would, passes tarball and files to `body` with a directory to work in, and prints
 * the count of the checks at the end.
 */
export function withPackedLibrary(body) {
  const workspace = mkdtempSync(join(tmpdir(), 'nest-clerk-package-'));
  try {
    const [packed] = JSON.parse(run('npm', ['pack', '--json', '--silent', '--pack-destination', workspace]));
    const files = packed.files.map(file => file.path);
    body({ workspace, tarball: join(workspace, packed.filename), files });
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}

/** Runs one check, prints its result, and returns whether it passed. */
export function check(title, body) {
  const start = Date.now();
  try {
    body();
    passed++;
    console.log(`✓ ${title} (${Date.now() - start} ms)`);
    return true;
  } catch (error) {
    failed++;
    console.log(`✗ ${title}\n${error.message}`);
    return false;
  }
}

/** Installs packages into a directory; `packages` may contain arguments of npm. */
export function install(directory, packages) {
  writeFileSync(join(directory, 'package.json'), JSON.stringify({ private: true }));
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...packages], directory);
}

const NODE_MAJORS = [20, 22, 24];

/** The supported releases of Node: the running one, and the others from packages of the registry for this platform. */
export function installNodes(workspace) {
  const own = NODE_MAJORS.find(major => process.version.startsWith(`v${major}.`));
  const nodes = NODE_MAJORS.map(major => ({
    major,
    executable: major === own ? process.execPath : join(workspace, `node_modules/node-${major}/bin/node`),
  }));
  const others = nodes.filter(({ major }) => major !== own);
  const areInstalled = check(`Node ${others.map(({ major }) => major).join(' and ')}: install`, () => {
    const machine = `${process.platform}-${process.arch}`;
    install(
      workspace,
      others.map(({ major }) => `node-${major}@npm:node-${machine}@${major}`),
    );
    for (const { major, executable } of others) {
      const version = run(executable, ['--version']);
      if (!version.startsWith(`v${major}.`)) throw new Error(`Node ${major} is ${version}`);
    }
  });
  return areInstalled ? nodes : nodes.filter(({ major }) => major === own);
}

/** Copies an application of test/package/ into a directory, and compiles it against what is installed there. */
export function compile(source, directory, type) {
  cpSync(join('test/package', source), directory, { recursive: true });
  writeFileSync(join(directory, 'package.json'), JSON.stringify({ private: true, type }));
  writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  const tsc = resolve('node_modules/typescript/bin/tsc');
  try {
    run(process.execPath, [tsc, '-p', directory, '--pretty', 'false'], directory);
  } catch (error) {
    // Only errors of the application and of our declarations count.
    const errors = error.message.split('\n').filter(line => /error TS\d+/.test(line));
    const foreign = errors.filter(line => /^(\.\.\/)*node_modules\/(?!nest-clerk\/)/.test(line));
    if (!errors.length || foreign.length < errors.length) throw error;
  }
}

export function mustBeAbsent(directory) {
  if (existsSync(directory)) throw new Error(`installed: ${readdirSync(directory).join(', ')}`);
}

/** The standard output of a command; a failure is an Error with everything that it printed. */
export function run(command, args, cwd = '.') {
  try {
    return execFileSync(command, args, {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 300_000,
    });
  } catch (error) {
    throw new Error(`${command} failed:\n${error.stdout}${error.stderr}`, { cause: error });
  }
}
