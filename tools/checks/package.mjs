/**
 * Packs the library as `npm publish` would and uses the tarball as its users do: installed into empty projects,
 * compiled against its declarations, and run, from ES modules and from CommonJS, with Nest 12, Nest 11 and none.
 *
 *     node tools/checks/package.mjs
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const nest = major => [
  ...['common', 'core', 'platform-express'].map(name => `@nestjs/${name}@^${major}`),
  'reflect-metadata@^0.2',
  'rxjs@^7.8',
];
const consumers = [
  { name: 'Nest 12 from ES modules', type: 'module', source: 'nest', packages: nest(12) },
  { name: 'Nest 12 from CommonJS', type: 'commonjs', source: 'nest', packages: nest(12) },
  { name: 'Nest 11 from CommonJS', type: 'commonjs', source: 'nest', packages: nest(11) },
  {
    name: 'Express without Nest',
    type: 'module',
    source: 'express',
    packages: ['express@^5', '@types/express@^5', '--omit=peer'],
  },
];
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

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const doors = Object.entries(manifest.exports).filter(([, target]) => target.types);
const workspace = mkdtempSync(join(tmpdir(), 'nest-clerk-package-'));
let passed = 0;
let failed = 0;

try {
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--silent', '--pack-destination', workspace]));
  const tarball = join(workspace, packed.filename);
  const files = packed.files.map(file => file.path);

  check('the tarball holds the build, the README, the license and nothing else', () => {
    const foreign = files.filter(
      file => !/^(dist\/.+\.(js|js\.map|d\.ts)|README\.md|LICENSE|package\.json)$/.test(file),
    );
    if (foreign.length) throw new Error(`also in the tarball: ${foreign.join(', ')}`);
    const missing = ['README.md', 'LICENSE'].filter(file => !files.includes(file));
    if (missing.length) throw new Error(`missing: ${missing.join(', ')}`);
  });
  check('every target of "exports" is in the tarball', () => {
    const targets = Object.values(manifest.exports).flatMap(target =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    const missing = targets.filter(target => !files.includes(target.replace('./', '')));
    if (missing.length) throw new Error(`missing: ${missing.join(', ')}`);
  });
  check('every public export carries its docstring in the declarations', () => {
    const missing = doors.flatMap(([door, { types }]) =>
      undocumentedExports(types).map(what => `${door}: ${what}`),
    );
    if (missing.length) throw new Error(missing.join('\n'));
  });

  for (const consumer of consumers) checkConsumer(consumer, tarball);
} finally {
  rmSync(workspace, { recursive: true, force: true });
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

function checkConsumer({ name, type, source, packages }, tarball) {
  const directory = join(workspace, name.replaceAll(' ', '-').toLowerCase());
  const inConsumer = (command, args) => run(command, args, directory);
  const installed = join(directory, 'node_modules');

  const done = check(`${name}: installs`, () => {
    cpSync(join('test/package', source), directory, { recursive: true });
    writeFileSync(join(directory, 'package.json'), JSON.stringify({ private: true, type }));
    writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
    inConsumer('npm', ['install', ...quiet, tarball, '@types/node@^20', ...packages]);
  });
  if (!done) return;

  check(`${name}: no @clerk package comes with it`, () => mustBeAbsent(join(installed, '@clerk')));
  if (packages.includes('--omit=peer')) {
    check(`${name}: nothing of Nest is there`, () => mustBeAbsent(join(installed, '@nestjs')));
  }
  check(`${name}: compiles against the declarations`, () => compile(directory));
  check(`${name}: authenticates real requests`, () => inConsumer('node', ['main.js']));
  if (source === 'nest') {
    check(`${name}: every door opens`, () => {
      const specifiers = doors.map(([door]) => door.replace('.', manifest.name));
      const open = type === 'module' ? 'await import' : 'require';
      const script = specifiers.map(door => `if (!Object.keys(${open}('${door}')).length) throw '${door}';`);
      inConsumer('node', [`--input-type=${type}`, '--eval', script.join('')]);
    });
  }
}

function mustBeAbsent(directory) {
  if (existsSync(directory)) throw new Error(`installed: ${readdirSync(directory).join(', ')}`);
}

/** Compiles a consumer. Only what its own files and our declarations have wrong counts. */
function compile(directory) {
  const tsc = resolve('node_modules/typescript/bin/tsc');
  try {
    run(process.execPath, [tsc, '-p', directory, '--pretty', 'false'], directory);
  } catch (error) {
    const errors = error.message.split('\n').filter(line => /error TS\d+/.test(line));
    const foreign = errors.filter(line => /^node_modules\/(?!nest-clerk\/)/.test(line));
    if (!errors.length || foreign.length < errors.length) throw error;
  }
}

/** What a door exports without a docstring, or without an example where it can be called. */
function undocumentedExports(declarations) {
  const program = ts.createProgram([declarations], { module: ts.ModuleKind.NodeNext, types: ['node'] });
  const checker = program.getTypeChecker();
  const door = checker.getSymbolAtLocation(program.getSourceFile(declarations));
  return checker.getExportsOfModule(door).flatMap(exported => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    if (!symbol.getDocumentationComment(checker).length) return [`${exported.name} has no docstring`];
    const isCallable =
      symbol.flags & ts.SymbolFlags.Value && checker.getTypeOfSymbol(symbol).getCallSignatures().length > 0;
    const hasExample = symbol.getJsDocTags(checker).some(tag => tag.name === 'example');
    return isCallable && !hasExample ? [`${exported.name} has no @example`] : [];
  });
}

/** Runs one check, says how it went, and tells whether it passed. */
function check(title, body) {
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

/** The standard output of a command; an Error with all that it printed when it fails. */
function run(command, args, cwd = '.') {
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
