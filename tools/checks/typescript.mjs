/**
 * Compiles an application that uses every entry point of the packed library, with each TypeScript release from 5.4 on,
 * each module setting, in ES module and CommonJS projects. The expected results are the table of
 * docs/typescript-and-commonjs.md, which `node tools/checks/typescript.mjs --print` prints.
 *
 *     node tools/checks/typescript.mjs [--print]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { check, doors, install, manifest, run, withPackedLibrary } from './consumers.mjs';

const RELEASES = ['5.4', '5.5', '5.6', '5.7', '5.8', '5.9', '6.0'];
const SETTINGS = [
  { name: 'node10', options: { module: 'commonjs' } },
  { name: 'node16', options: { module: 'node16' } },
  { name: 'nodenext', options: { module: 'nodenext' } },
  { name: 'bundler', options: { module: 'esnext', moduleResolution: 'bundler' } },
];
const TYPES = ['module', 'commonjs'];

/** Settings with which the compiler rejects `require()` of an ES module (TS1479), although Node runs it. */
function rejectsRequiredModules(release, setting, type) {
  if (type !== 'commonjs') return false;
  if (setting === 'node16') return true;
  return setting === 'nodenext' && Number(release) < 5.8;
}

/** Old settings that the release accepts only with `ignoreDeprecations`. */
function extraOptions(release, setting) {
  return setting === 'node10' && Number(release) >= 6
    ? { ignoreDeprecations: '6.0', moduleResolution: 'node10' }
    : {};
}

const cells = new Map();

withPackedLibrary(({ workspace, tarball }) => {
  const aliases = RELEASES.map(release => `typescript-${release}@npm:typescript@~${release}.0`);
  const nest = ['common', 'core', 'testing'].map(name => `@nestjs/${name}@^11`);
  const packages = [
    tarball,
    ...nest,
    ...aliases,
    'reflect-metadata',
    'rxjs',
    '@types/node@^20',
    'express',
    '@types/express',
  ];
  check('TypeScript 5.4 to the newest: install', () => install(workspace, packages));

  for (const type of TYPES) {
    const directory = join(workspace, type);
    mkdirSync(directory);
    writeFileSync(join(directory, 'package.json'), JSON.stringify({ private: true, type }));
    writeFileSync(join(directory, 'main.ts'), source());
    for (const release of RELEASES) {
      for (const { name, options } of SETTINGS) {
        if (name === 'node10' && type === 'module') continue;
        const expected = rejectsRequiredModules(release, name, type) ? 'TS1479' : 'compiles';
        check(`TypeScript ${release}, ${name}, ${type}: ${expected}`, () => {
          const found = outcome(workspace, directory, release, {
            ...options,
            ...extraOptions(release, name),
          });
          cells.set(`${release} ${name} ${type}`, found);
          if (found !== expected) throw new Error(found);
        });
      }
    }
  }
  check('express/env: without it, `req.auth` is an error (TS2339)', () => {
    const directory = join(workspace, 'commonjs');
    writeFileSync(
      join(directory, 'main.ts'),
      `import '${manifest.name}/express';
import type { Request } from 'express';
export const byEnv = (request: Request): boolean => request.auth().isAuthenticated;
`,
    );
    const found = outcome(workspace, directory, RELEASES.at(-1), { module: 'nodenext' });
    if (found !== 'TS2339') throw new Error(found);
  });
  if (process.argv.includes('--print')) print();
});

/** Uses a type and a value of each entry point, so that an unresolved one fails. */
function source() {
  const imports = doors.map(
    ([door], index) => `import * as door${index} from '${door.replace('.', manifest.name)}';`,
  );
  return `${imports.join('\n')}
import { Injectable } from '@nestjs/common';
import { ClerkClient } from '${manifest.name}';
import type { SignedInAuth, User } from '${manifest.name}';
import { LocalClerk } from '${manifest.name}/testing';
import { getAuth } from '${manifest.name}/express';
import type { ExpressRequestWithAuth } from '${manifest.name}/express/types';
import type { Request } from 'express';

@Injectable()
export class Names {
  constructor(private readonly clerk: ClerkClient) {}
  async of(auth: SignedInAuth): Promise<string | null> {
    const user: User = await this.clerk.users.getUser(auth.userId);
    return user.fullName;
  }
  createKey(subject: string) {
    return this.clerk.apiKeys.create({ name: 'a', subject });
  }
}
export const local = (): Promise<LocalClerk> => LocalClerk.create();
export const userId = (request: object): string | null => getAuth(request).userId;
// \`express/env\`, which is imported above, declares \`req.auth()\`.
export const byEnv = (request: Request): boolean => request.auth().isAuthenticated;
export const byTypes = (request: ExpressRequestWithAuth): boolean => request.auth().isAuthenticated;
export const all = [${doors.map((_, index) => `door${index}`).join(', ')}];
`;
}

function outcome(workspace, directory, release, options) {
  const compilerOptions = {
    target: 'ES2022',
    lib: ['ES2023'],
    types: ['node'],
    strict: true,
    declaration: true,
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
    esModuleInterop: true,
    skipLibCheck: true,
    outDir: 'out',
    ...options,
  };
  writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['main.ts'] }));
  const tsc = join(workspace, `node_modules/typescript-${release}/bin/tsc`);
  try {
    run(process.execPath, [tsc, '-p', directory, '--pretty', 'false'], directory);
    return 'compiles';
  } catch (error) {
    const codes = new Set([...error.message.matchAll(/error (TS\d+)/g)].map(([, code]) => code));
    // TS1541 is TS1479 for a type import.
    codes.delete('TS1541');
    return codes.size === 1 ? [...codes][0] : error.message;
  }
}

function print() {
  console.log(`| TypeScript | ${SETTINGS.map(({ name }) => `\`${name}\``).join(' | ')} |`);
  console.log(`| --- |${SETTINGS.map(() => ' --- |').join('')}`);
  for (const release of RELEASES) {
    const row = SETTINGS.map(({ name }) =>
      TYPES.map(type => cells.get(`${release} ${name} ${type}`))
        .map((cell, index) => cell && `${TYPES[index] === 'module' ? 'ESM' : 'CommonJS'}: ${cell}`)
        .filter(Boolean)
        .join(', '),
    );
    console.log(`| ${release} | ${row.join(' | ')} |`);
  }
}
