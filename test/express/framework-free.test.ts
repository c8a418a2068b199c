import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, it } from '@jest/globals';

const LIB = join(dirname(fileURLToPath(import.meta.url)), '../../lib');

/** The files and packages that loading a module loads. */
function loadedWith(entry: string): { files: Set<string>; packages: Set<string> } {
  const files = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string) => {
    if (files.has(file)) return;
    files.add(file);
    for (const specifier of importsOf(file)) {
      if (specifier.startsWith('.')) visit(join(dirname(file), specifier.replace(/\.js$/, '.ts')));
      else if (!specifier.startsWith('node:')) packages.add(specifier);
    }
  };
  visit(join(LIB, entry));
  return { files, packages };
}

/** Every import and re-export except `import type`. */
function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^;']*?\sfrom\s+)?'([^']+)'/gm)].map(
    ([, name]) => name!,
  );
}

const FRAMEWORKS = /^(@nestjs\/|rxjs|reflect-metadata|express|fastify)/;
const frameworksAmong = (packages: Set<string>) => [...packages].filter(name => FRAMEWORKS.test(name)).sort();

it('nest-clerk/express runs in an Express application without loading Nest', () => {
  const { files, packages } = loadedWith('express/index.ts');
  expect(files.size).toBeGreaterThan(40);
  expect(packages).toContain('jose');
  expect(frameworksAmong(packages)).toEqual([]);
  expect([...files].filter(file => /\/lib\/(nest|testing)\//.test(file))).toEqual([]);
});

it('nest-clerk loads Nest but no platform adapter', () => {
  expect(frameworksAmong(loadedWith('index.ts').packages)).toEqual([
    '@nestjs/common',
    '@nestjs/common/constants.js',
    '@nestjs/core',
    '@nestjs/core/exceptions/exceptions-handler.js',
    '@nestjs/core/guards/guards-context-creator.js',
    '@nestjs/core/helpers/execution-context-host.js',
    '@nestjs/core/router/request/request-constants.js',
    'reflect-metadata',
    'rxjs',
  ]);
});
