/**
 * Checks the tarball that `npm publish` would send, and uses it without Nest. `compatibility.mjs` uses it with Nest.
 *
 *     node tools/checks/package.mjs
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

import {
  check,
  compile,
  doors,
  install,
  manifest,
  mustBeAbsent,
  run,
  withPackedLibrary,
} from './consumers.mjs';

withPackedLibrary(({ workspace, tarball, files }) => {
  check(
    'the tarball holds the build, the documentation, the schema of seeds, the schematics, the license and nothing else',
    () => {
      const foreign = files.filter(
        file =>
          !/^(dist\/.+\.(js|js\.map|d\.ts)|docs\/.+\.(md|svg)|(schemas|schematics)\/.+\.json|README\.md|CHANGELOG\.md|LICENSE|package\.json)$/.test(
            file,
          ),
      );
      if (foreign.length) throw new Error(`also in the tarball: ${foreign.join(', ')}`);
      const missing = ['README.md', 'CHANGELOG.md', 'docs/README.md', 'LICENSE'].filter(
        file => !files.includes(file),
      );
      if (missing.length) throw new Error(`missing: ${missing.join(', ')}`);
    },
  );
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

  checkWithoutNest(join(workspace, 'express'), tarball);
});

function checkWithoutNest(directory, tarball) {
  const name = 'Express without Nest';
  const installed = join(directory, 'node_modules');
  mkdirSync(directory);
  // The newest types of Node, because the library itself is compiled with the oldest.
  const packages = ['@types/node', 'express@^5', '@types/express@^5', '--omit=peer'];
  if (!check(`${name}: installs`, () => install(directory, [tarball, ...packages]))) return;

  check(`${name}: no @clerk package comes with it`, () => mustBeAbsent(join(installed, '@clerk')));
  check(`${name}: nothing of Nest is there`, () => mustBeAbsent(join(installed, '@nestjs')));
  check(`${name}: compiles against the declarations`, () => compile('express', directory, 'module'));
  check(`${name}: authenticates real requests`, () => run('node', ['main.js'], directory));
  check(`${name}: npx nest-clerk local serves seeds, keeps its state, and stops at Ctrl-C`, () =>
    run('node', ['tools/checks/packed-command.mjs', directory], process.cwd()),
  );
}

/** The exports of an entry point without a docstring, or functions without an example. */
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
