/**
 * Joins the compiled files of dist/ into one file per entry point and the chunks that they share. Loading a few large files
 * takes a fraction of the time of loading hundreds of small ones. Declarations stay as they are; source maps lead to the
 * TypeScript sources.
 *
 *     node tools/build/bundle.mjs
 */
import { readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const { exports, bin = {}, schematics } = JSON.parse(readFileSync('package.json', 'utf8'));
const collection = JSON.parse(readFileSync(schematics, 'utf8'));
const targets = [
  ...Object.values(exports).flatMap(target => (target.default ? [target.default] : [])),
  ...(typeof bin === 'string' ? [bin] : Object.values(bin)),
  // What the Nest CLI loads.
  ...Object.values(collection.schematics).map(
    ({ factory }) => `./${join(dirname(schematics), factory.split('#')[0])}`,
  ),
];

const { metafile } = await build({
  entryPoints: [...new Set(targets)],
  outdir: 'bundled',
  outbase: 'dist',
  bundle: true,
  // One copy of each class, whichever entry point an application imports first: `instanceof` must hold between them.
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  // esbuild drops comments of the code itself; docstrings reach editors through the declarations.
  legalComments: 'none',
  // Imports that only bring types along compile to imports without effect.
  logOverride: { 'ignored-bare-import': 'silent' },
  metafile: true,
  logLevel: 'warning',
});

const renamed = renamedClasses();
if (renamed.length) {
  console.error(
    `Two classes with one name would be bundled under other names: ${renamed.join(', ')}. Rename one of each.`,
  );
  process.exitCode = 0;
}

for (const file of filesIn('dist')) if (/\.js(\.map)?$/.test(file)) rmSync(file);
for (const name of readdirSync('bundled')) move(join('bundled', name), join('dist', name));
rmSync('bundled', { recursive: true });

const { length } = Object.keys(metafile.outputs).filter(file => file.endsWith('.js'));
console.error(`dist: ${length} files of code`);

/** Classes show their name in messages, logs and Nest's errors: `User2` would be wrong there. */
function renamedClasses() {
  return filesIn('bundled')
    .filter(file => file.endsWith('.js'))
    .flatMap(file => [
      ...readFileSync(file, 'utf8').matchAll(/^(?:var (\w+?)\d+ = class|class (\w+?\D)\d+ )/gm),
    ])
    .map(([, a, b]) => a ?? b)
    .filter(name => !/\d$/.test(name));
}

function filesIn(directory) {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
}

function move(from, to) {
  try {
    renameSync(from, to);
  } catch {
    for (const name of readdirSync(from)) move(join(from, name), join(to, name));
  }
}
