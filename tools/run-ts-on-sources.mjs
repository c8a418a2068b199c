/**
 * As run-ts.mjs, for programs that import the package by its name: `nest-clerk` means the sources in lib/ and not what was built
 * last, which is older or missing.
 */
import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import { isMainThread } from 'node:worker_threads';
import './run-ts.mjs';

if (isMainThread) register(import.meta.url);

const { exports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

export async function resolve(specifier, context, nextResolve) {
  const [name, ...path] = specifier.split('/');
  if (name !== 'nest-clerk') return nextResolve(specifier, context);
  const built = exports[['.', ...path].join('/')]?.default;
  if (!built) return nextResolve(specifier, context);
  const source = built.replace('./dist/', '../lib/').replace(/\.js$/, '.ts');
  return nextResolve(new URL(source, import.meta.url).href, context);
}
