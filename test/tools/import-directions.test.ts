import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findViolations } from '../../tools/checks/import-directions.mjs';

const manifest = { peerDependencies: { '@nestjs/common': '^12.0.0', rxjs: '^7.0.0' } };

describe('the import-direction check', () => {
  let lib: string;

  beforeEach(() => {
    lib = mkdtempSync(join(tmpdir(), 'import-directions-'));
  });

  afterEach(() => {
    rmSync(lib, { recursive: true });
  });

  /** Writes a library of the given files and checks it. */
  function violationsOf(files: Record<string, string>, dependencies = {}): string[] {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(lib, name)), { recursive: true });
      writeFileSync(join(lib, name), text);
    }
    return findViolations(lib, { ...manifest, dependencies });
  }

  it('accepts imports that follow the architecture, direct and over several folders', () => {
    const files = {
      'index.ts': `export * from './nest/module.js';`,
      'nest/module.ts': `import { Module } from '@nestjs/common'; import { verify } from '../tokens/verify.js';`,
      'tokens/verify.ts': `import { jwtVerify } from 'jose/jwt'; import { E } from '../errors/e.js';`,
      'errors/e.ts': `import { inspect } from 'node:util'; export class E {}`,
      'testing/index.ts': `import { Observable } from 'rxjs'; import type { M } from '../nest/module.js';`,
    };
    expect(violationsOf(files, { jose: '^6.0.0' })).toEqual([]);
  });

  it.each([
    ['an import', `import { a } from '../express/a.js';`],
    ['a side-effect import', `import '../express/a.js';`],
    ['a type import', `import type { a } from '../express/a.js';`],
    ['a re-export', `export { a } from '../express/a.js';`],
    ['an export *', `export * from '../express/a.js';`],
    ['a dynamic import', `export const a = () => import('../express/a.js');`],
    ['an import inside a type', `export type A = import('../express/a.js').A;`],
    ['a require()', `import a = require('../express/a.js');`],
    ['a module augmentation', `declare module '../express/a.js' { interface A {} } export {};`],
  ])('rejects %s of a folder above', (_way, text) => {
    expect(violationsOf({ 'tokens/t.ts': text, 'express/a.ts': 'export const a = 1;' })).toEqual([
      "tokens/t.ts: tokens must not import from express ('../express/a.js')",
    ]);
  });

  /** The directions of docs/architecture.md, repeated: a folder and everything that it may import from. */
  const allowed: Record<string, string[]> = {
    helpers: [],
    errors: ['helpers'],
    tokens: ['helpers', 'errors'],
    authorization: ['helpers', 'errors', 'tokens'],
    authentication: ['helpers', 'errors', 'tokens', 'authorization'],
    'backend-api': ['helpers', 'errors'],
    webhooks: ['helpers', 'errors', 'backend-api'],
    'frontend-api-proxy': ['helpers', 'errors'],
    instance: ['helpers', 'errors', 'tokens', 'authorization', 'authentication', 'backend-api'],
  };
  allowed.oauth = [...(allowed.instance ?? []), 'instance'];
  allowed.express = [...allowed.oauth, 'oauth', 'webhooks', 'frontend-api-proxy'];
  allowed.nest = [...allowed.express, 'express'];
  allowed.testing = [...allowed.nest, 'nest'];
  const pairs = Object.keys(allowed).flatMap(from =>
    Object.keys(allowed)
      .filter(to => to !== from)
      .map(to => [from, to, allowed[from]?.includes(to)] as const),
  );

  it.each(pairs.filter(([, , isAllowed]) => !isAllowed))('does not let %s import from %s', (from, to) => {
    const found = violationsOf({ [`${from}/a.ts`]: `import '../${to}/b.js';`, [`${to}/b.ts`]: 'export {};' });
    expect(found).toEqual([`${from}/a.ts: ${from} must not import from ${to} ('../${to}/b.js')`]);
  });

  it.each(pairs.filter(([, , isAllowed]) => isAllowed))('lets %s import from %s', (from, to) => {
    const found = violationsOf({ [`${from}/a.ts`]: `import '../${to}/b.js';`, [`${to}/b.ts`]: 'export {};' });
    expect(found).toEqual([]);
  });

  it.each([
    ['request', 'session'],
    ['request', 'machine'],
    ['request', 'handshake'],
    ['request', 'connection'],
    ['session', 'machine'],
    ['session', 'handshake'],
    ['session', 'connection'],
    ['machine', 'session'],
    ['machine', 'handshake'],
    ['machine', 'connection'],
    ['handshake', 'connection'],
  ])('does not let authentication/%s import from authentication/%s', (from, to) => {
    const found = violationsOf({
      [`authentication/${from}/a.ts`]: `import '../${to}/b.js';`,
      [`authentication/${to}/b.ts`]: 'export {};',
    });
    expect(found).toEqual([
      `authentication/${from}/a.ts: authentication/${from} must not import from authentication/${to} ('../${to}/b.js')`,
    ]);
  });

  it('lets files directly in authentication import from its folders and be imported by them', () => {
    const found = violationsOf({
      'authentication/authenticate.ts': `import './handshake/a.js';`,
      'authentication/handshake/a.ts': `import '../results.js'; import '../session/b.js';`,
      'authentication/session/b.ts': 'export {};',
      'authentication/results.ts': 'export {};',
    });
    expect(found).toEqual([]);
  });

  it('does not let the entry point nest-clerk import from testing', () => {
    const found = violationsOf({
      'index.ts': `export * from './testing/t.js';`,
      'testing/t.ts': 'export {};',
    });
    expect(found).toEqual(["index.ts: index.ts must not import from testing ('./testing/t.js')"]);
  });

  it.each(['@nestjs/common', 'rxjs', 'rxjs/operators'])(
    'keeps %s out of the framework-free folders',
    name => {
      const found = violationsOf({ 'express/a.ts': `import type { x } from '${name}';` });
      expect(found).toEqual([`express/a.ts: express must not import the framework ('${name}')`]);
    },
  );

  it('rejects packages that package.json does not declare, type imports and references included', () => {
    const found = violationsOf({
      'express/a.ts': `import type { Request } from 'express'; export {};`,
      'nest/b.ts': `/// <reference types="express" />\nexport {};`,
    });
    expect(found).toEqual([
      "express/a.ts: imports 'express', which package.json declares neither as dependency nor as peer",
      "nest/b.ts: imports 'express', which package.json declares neither as dependency nor as peer",
    ]);
  });

  it('rejects every @clerk package, even if package.json declares it', () => {
    const files = { 'nest/a.ts': `import type { User } from '@clerk/backend/internal';` };
    expect(violationsOf(files)).toEqual([
      "nest/a.ts: imports '@clerk/backend/internal': the library uses no @clerk package",
    ]);
  });

  it('rejects a dependency that nothing imports', () => {
    const found = violationsOf({ 'errors/a.ts': 'export {};' }, { jose: '^6.0.0' });
    expect(found).toEqual(["package.json declares the dependency 'jose', which nothing imports"]);
  });

  it('requires the prefix node: on builtin modules', () => {
    const found = violationsOf({ 'errors/a.ts': `import { inspect } from 'util';` });
    expect(found).toEqual(["errors/a.ts: write 'node:util', not 'util'"]);
  });

  it('rejects an unknown folder, a missing file and a path outside of the library', () => {
    const found = violationsOf({
      'utils/a.ts': `import '../errors/e.js';`,
      'errors/e.ts': `import './gone.js'; import '../../package.json';`,
    });
    expect(found).toEqual([
      "errors/e.ts: imports './gone.js', which does not exist",
      "errors/e.ts: imports '../../package.json', which is outside of the library",
      'utils/a.ts: is in the folder "utils", which the table of folders does not have',
    ]);
  });

  it('reports a cycle once, with its files', () => {
    const found = violationsOf({
      'tokens/a.ts': `import './b.js';`,
      'tokens/b.ts': `import type { C } from './c.js';`,
      'tokens/c.ts': `import './b.js';`,
    });
    expect(found).toEqual(['import cycle: tokens/b.ts → tokens/c.ts → tokens/b.ts']);
  });

  it.each([
    ['an expression', `const x = await Promise.resolve(1);`],
    ['a loop', `for await (const x of []) console.log(x);`],
  ])('rejects a top-level await in %s', (_where, text) => {
    expect(violationsOf({ 'errors/a.ts': text })).toEqual([
      'errors/a.ts: top-level await: require() of the library would throw',
    ]);
  });

  it('accepts await inside of functions and methods', () => {
    const text = `export const f = async () => { await f(); };
      export class C { async m() { for await (const x of []) console.log(x); } }`;
    expect(violationsOf({ 'errors/a.ts': text })).toEqual([]);
  });

  it.each([
    ['an import', `import { WsException } from '@nestjs/websockets';`],
    ['a type import', `import type { WsException } from '@nestjs/websockets';`],
    ['a type inside of a type', `export type A = import('@nestjs/websockets').WsException;`],
    ['a dynamic import at load time', `export const loaded = import('@nestjs/websockets');`],
  ])('rejects %s of an optional package', (_way, text) => {
    const peers = { '@nestjs/common': '*', '@nestjs/websockets': '*' };
    mkdirSync(join(lib, 'nest'));
    writeFileSync(join(lib, 'nest/a.ts'), text);
    expect(findViolations(lib, { peerDependencies: peers })).toEqual([
      "nest/a.ts: imports the optional package '@nestjs/websockets' outside of a try block",
    ]);
  });

  it('rejects a dynamic import of an optional package in a function without try', () => {
    mkdirSync(join(lib, 'nest'));
    writeFileSync(join(lib, 'nest/a.ts'), `export const load = () => import('@nestjs/websockets');`);
    expect(findViolations(lib, { peerDependencies: { '@nestjs/websockets': '*' } })).toHaveLength(1);
  });

  it('accepts a dynamic import of an optional package inside the try block of a function', () => {
    const text = `export async function load() {
      try { return await import('@nestjs/websockets'); } catch { return undefined; }
    }`;
    mkdirSync(join(lib, 'nest'));
    writeFileSync(join(lib, 'nest/a.ts'), text);
    expect(findViolations(lib, { peerDependencies: { '@nestjs/websockets': '*' } })).toEqual([]);
  });
});
