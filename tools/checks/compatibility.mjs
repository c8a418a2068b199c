/**
 * Runs an application with the packed library on every supported combination: Nest 11 and 12, Express and Fastify, ES
 * modules and CommonJS, on each supported Node release.
 *
 *     node tools/checks/compatibility.mjs
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import {
  check,
  compile,
  doors,
  install,
  installNodes,
  manifest,
  mustBeAbsent,
  run,
  withPackedLibrary,
} from './consumers.mjs';

const NEST_MAJORS = [11, 12];
const ADAPTERS = ['Express', 'Fastify'];
const MODULE_SYSTEMS = [
  { name: 'ES modules', type: 'module' },
  { name: 'CommonJS', type: 'commonjs' },
];

withPackedLibrary(({ workspace, tarball }) => {
  const nodes = installNodes(workspace);
  for (const nestMajor of NEST_MAJORS) {
    const directory = join(workspace, `nest-${nestMajor}`);
    if (!installNest(nestMajor, directory, tarball)) continue;
    for (const modules of MODULE_SYSTEMS) {
      checkApplication(`Nest ${nestMajor}`, modules, join(directory, modules.type), nodes);
    }
    checkGateways(nestMajor, join(directory, 'gateways'));
    checkRules(nestMajor, join(directory, 'rules'));
    checkCopies(nestMajor, join(directory, 'copies'));
  }
});

/** Returns whether the remaining checks can run. */
function installNest(major, directory, tarball) {
  const names = [
    'common',
    'core',
    'platform-express',
    'platform-fastify',
    'platform-socket.io',
    'websockets',
    'microservices',
  ];
  const nest = names.map(name => `@nestjs/${name}@^${major}`);
  const isInstalled = check(`Nest ${major}: installs`, () => {
    mkdirSync(directory);
    install(directory, [tarball, ...nest, 'reflect-metadata@^0.2', 'rxjs@^7.8', '@types/node@^20']);
  });
  if (!isInstalled) return false;
  check(`Nest ${major}: no @clerk package comes with it`, () =>
    mustBeAbsent(join(directory, 'node_modules/@clerk')),
  );
  return true;
}

/** Uses the library from one module system, over both adapters, with each Node. */
function checkApplication(nest, { name, type }, directory, nodes) {
  const title = `${nest}, ${name}`;
  if (!check(`${title}: compiles against the declarations`, () => compile('nest', directory, type))) return;
  check(`${title}: every door opens`, () => {
    // These have types only, as in `@clerk/express`.
    const withCode = doors.filter(([door]) => !['./express/types', './express/env'].includes(door));
    const specifiers = withCode.map(([door]) => door.replace('.', manifest.name));
    const open = type === 'module' ? 'await import' : 'require';
    const script = specifiers.map(door => `if (!Object.keys(${open}('${door}')).length) throw '${door}';`);
    run('node', [`--input-type=${type}`, '--eval', script.join('')], directory);
  });
  for (const adapter of ADAPTERS) {
    for (const { major, executable } of nodes) {
      check(`${nest}, ${adapter}, ${name}, Node ${major}`, () =>
        run(executable, ['main.js', adapter], directory),
      );
    }
  }
}

/** Gateways with a global guard: Nest 11 does not run it for them, so the application must not start. */
function checkGateways(nestMajor, directory) {
  check(`Nest ${nestMajor}: gateways under a global guard`, () => {
    compile('gateways', directory, 'module');
    run('node', ['main.js', String(nestMajor)], directory);
  });
}

/** What depends on the internals of Nest: replaced methods, the headers of rejections, hybrid microservices. */
function checkRules(nestMajor, directory) {
  const isCompiled = check(`Nest ${nestMajor}: rules compile`, () => compile('rules', directory, 'module'));
  for (const adapter of isCompiled ? ADAPTERS : []) {
    check(
      `Nest ${nestMajor}, ${adapter}: replaced methods, headers of rejections, hybrid microservices`,
      () => run('node', ['main.js', adapter], directory),
    );
  }
}

/** Two copies of the package in one process share the state of requests, and decorators of both stop the start. */
function checkCopies(nestMajor, directory) {
  check(`Nest ${nestMajor}: two copies of the package`, () => {
    compile('copies', directory, 'module');
    run('node', ['main.js'], directory);
  });
}
