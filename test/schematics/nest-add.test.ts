import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { readModule, runNestAdd, starter } from './support.js';

const MODULE = `import { Module } from '@nestjs/common';
import { AppController } from './app.controller';
import { AppService } from './app.service';

@Module({
  imports: [],
  controllers: [AppController],
  providers: [AppService],
})
export class AppModule {}
`;

const JEST = {
  'package.json': JSON.stringify(
    { devDependencies: { jest: '^30', '@nestjs/testing': '^11' }, jest: { rootDir: 'src' } },
    null,
    2,
  ),
  'test/jest-e2e.json': '{ "rootDir": ".", "testRegex": ".e2e-spec.ts$" }\n',
};

const VITEST = {
  'package.json': JSON.stringify({
    type: 'module',
    devDependencies: { vitest: '^4', '@nestjs/testing': '^12' },
  }),
  'vitest.config.e2e.ts': `import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globals: true,
    include: ['**/*.e2e-spec.ts'],
  },
});
`,
};

describe('nest add nest-clerk', () => {
  it('imports ClerkModule into the module that main.ts passes to NestFactory', () => {
    const { files } = runNestAdd(starter(MODULE));
    expect(files['src/app.module.ts']).toBe(
      MODULE.replace('imports: []', 'imports: [ClerkModule.forRoot()]').replace(
        "'@nestjs/common';\n",
        "'@nestjs/common';\nimport { ClerkModule } from 'nest-clerk';\n",
      ),
    );
  });

  it('adds the global guard on request', () => {
    const { files, messages } = runNestAdd(starter(MODULE), { globalGuard: true });
    const { imports, metadata } = readModule(files['src/app.module.ts']!);
    expect(imports).toEqual(
      expect.arrayContaining([
        'APP_GUARD from @nestjs/core',
        'ClerkAuthGuard from nest-clerk',
        'ClerkModule from nest-clerk',
      ]),
    );
    expect(metadata.providers).toEqual(['AppService', '{ provide: APP_GUARD, useExisting: ClerkAuthGuard }']);
    expect(messages.join('\n')).toContain('@Public()');
  });

  it.each([{}, { globalGuard: true }])('changes nothing the second time, with the options %j', options => {
    const { files } = runNestAdd(starter(MODULE, JEST), options);
    expect(runNestAdd(files, options).files).toEqual(files);
  });

  it('adds the global guard in a second run', () => {
    const { files } = runNestAdd(runNestAdd(starter(MODULE)).files, { globalGuard: true });
    const { imports, metadata } = readModule(files['src/app.module.ts']!);
    expect(metadata.imports).toEqual(['ClerkModule.forRoot()']);
    expect(metadata.providers).toEqual(['AppService', '{ provide: APP_GUARD, useExisting: ClerkAuthGuard }']);
    expect(imports.filter(name => name.endsWith('nest-clerk'))).toHaveLength(2);
  });

  it('adds nothing to the root module if another module imports ClerkModule and has the guard', () => {
    const auth = `import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ClerkAuthGuard, ClerkModule as Clerk } from 'nest-clerk';

@Module({
  imports: [Clerk.forRootAsync({ useFactory: () => ({}) })],
  providers: [{ provide: APP_GUARD, useClass: ClerkAuthGuard }],
})
export class AuthModule {}
`;
    const before = starter(MODULE, { 'src/auth/auth.module.ts': auth });
    expect(runNestAdd(before, { globalGuard: true }).files['src/app.module.ts']).toBe(MODULE);
  });

  it('counts a guard in useGlobalGuards() as the global one', () => {
    const before = starter(MODULE);
    before['src/main.ts'] = before['src/main.ts']!.replace(
      '  await app',
      '  app.useGlobalGuards(app.get(ClerkAuthGuard));\n  await app',
    ).replace('import', "import { ClerkAuthGuard } from 'nest-clerk';\nimport");
    const { files } = runNestAdd(before, { globalGuard: true });
    expect(files['src/app.module.ts']).not.toContain('APP_GUARD');
  });

  describe('finds the root module', () => {
    it('of another name, in another file', () => {
      const root = MODULE.replace('AppModule', 'RootModule');
      const before = starter('', { 'src/root/index.ts': root });
      before['src/main.ts'] = `import { RootModule as Root } from "./root/index.js"
const app = await NestFactory.create<NestExpressApplication>(Root, { bufferLogs: true })`.replace(
        'const',
        "import { NestFactory } from '@nestjs/core'\nconst",
      );
      const { files } = runNestAdd(before);
      expect(files['src/root/index.ts']).toContain('ClerkModule.forRoot()');
      expect(files['src/app.module.ts']).toBe('');
    });

    it('of a project of a monorepo', () => {
      const before = {
        ...JEST,
        'nest-cli.json': JSON.stringify({
          sourceRoot: 'apps/web/src',
          projects: { web: { sourceRoot: 'apps/web/src' }, api: { sourceRoot: 'apps/api/src' } },
        }),
        'apps/web/src/app.module.ts': MODULE,
        'apps/api/src/app.module.ts': MODULE,
        'apps/api/test/jest-e2e.json': '{ "rootDir": "." }',
      };
      const { files } = runNestAdd(before, { project: 'api' });
      expect(files['apps/api/src/app.module.ts']).toContain('ClerkModule.forRoot()');
      expect(files['apps/web/src/app.module.ts']).toBe(MODULE);
      expect(JSON.parse(files['apps/api/test/jest-e2e.json']!).setupFiles).toEqual([
        '<rootDir>/clerk.setup.ts',
      ]);
      expect(files['apps/api/test/clerk.e2e-spec.ts']).toContain("from '../src/app.module'");
      expect(runNestAdd(before, { sourceRoot: 'apps/api/src', project: 'api' }).files).toEqual(files);
    });

    it('by the option --module', () => {
      const before = starter(MODULE, {
        'src/core/core.module.ts': MODULE.replace('AppModule', 'CoreModule'),
      });
      const { files } = runNestAdd(before, { module: './src/core/core.module.ts' });
      expect(files['src/core/core.module.ts']).toContain('ClerkModule.forRoot()');
      expect(files['src/app.module.ts']).toBe(MODULE);
    });

    it('or says which file to name', () => {
      expect(() => runNestAdd({ 'package.json': '{}' })).toThrow(/there is no src\/app.module.ts.*--module/);
    });

    it('or says that nest-cli.json does not have the project', () => {
      expect(() => runNestAdd(starter(MODULE), { project: 'api' })).toThrow('no project "api"');
    });
  });

  describe('writes .env.example', () => {
    it('with both variables and without values', () => {
      const { files } = runNestAdd(starter(MODULE));
      expect(files['.env.example']).toBe(
        '# Clerk: https://dashboard.clerk.com/~/api-keys\nCLERK_PUBLISHABLE_KEY=\nCLERK_SECRET_KEY=\n',
      );
    });

    it.each([
      [
        'PORT=3000\n',
        'PORT=3000\n\n# Clerk: https://dashboard.clerk.com/~/api-keys\nCLERK_PUBLISHABLE_KEY=\nCLERK_SECRET_KEY=\n',
      ],
      [
        'PORT=3000',
        'PORT=3000\n\n# Clerk: https://dashboard.clerk.com/~/api-keys\nCLERK_PUBLISHABLE_KEY=\nCLERK_SECRET_KEY=\n',
      ],
      [
        'A=1\r\n',
        'A=1\r\n\r\n# Clerk: https://dashboard.clerk.com/~/api-keys\r\nCLERK_PUBLISHABLE_KEY=\r\nCLERK_SECRET_KEY=\r\n',
      ],
      [
        'CLERK_SECRET_KEY=sk_test_…\n',
        'CLERK_SECRET_KEY=sk_test_…\n\n# Clerk: https://dashboard.clerk.com/~/api-keys\nCLERK_PUBLISHABLE_KEY=\n',
      ],
      [
        '# CLERK_PUBLISHABLE_KEY=\nexport CLERK_SECRET_KEY = x\n',
        '# CLERK_PUBLISHABLE_KEY=\nexport CLERK_SECRET_KEY = x\n',
      ],
    ])('after the lines that %j has', (before, after) => {
      expect(runNestAdd(starter(MODULE, { '.env.example': before })).files['.env.example']).toBe(after);
    });
  });

  describe('sets up Jest', () => {
    it('to transform the package, and end-to-end tests to have keys', () => {
      const { files, warnings } = runNestAdd(starter(MODULE, JEST));
      const patterns = [
        /transformIgnorePatterns: \['(.+)'\]/.exec(
          readFileSync('docs/typescript-and-commonjs.md', 'utf8'),
        )![1],
      ];
      expect(JSON.parse(files['package.json']!).jest).toEqual({
        rootDir: 'src',
        transformIgnorePatterns: patterns,
      });
      expect(JSON.parse(files['test/jest-e2e.json']!)).toMatchObject({
        transformIgnorePatterns: patterns,
        setupFiles: ['<rootDir>/clerk.setup.ts'],
      });
      expect(files['test/clerk.e2e-spec.ts']).toContain("import { AppModule } from '../src/app.module';");
      expect(files['test/clerk.e2e-spec.ts']).not.toContain('vitest');
      expect(warnings).toEqual([]);
    });

    it('and names the settings that it cannot extend', () => {
      const jest = { transformIgnorePatterns: ['node_modules/(?!uuid)'] };
      const { files, warnings } = runNestAdd(
        starter(MODULE, {
          'package.json': JSON.stringify({
            devDependencies: { jest: '^30', '@nestjs/testing': '^11' },
            jest,
          }),
          'test/jest-e2e.json': JSON.stringify({ rootDir: '../..', setupFiles: ['./a.ts'] }),
        }),
      );
      expect(JSON.parse(files['package.json']!).jest).toEqual(jest);
      expect(warnings).toHaveLength(2);
      expect(warnings.join('\n')).toMatch(
        /transformIgnorePatterns in package.json[\s\S]*setupFiles in test\/jest-e2e.json/,
      );
    });

    it('and keeps the setup files and tests that exist', () => {
      const { files } = runNestAdd(
        starter(MODULE, {
          ...JEST,
          'test/jest-e2e.json': JSON.stringify({ rootDir: '..', setupFiles: ['./a.ts'] }),
          'test/clerk.e2e-spec.ts': '// mine',
        }),
      );
      expect(JSON.parse(files['test/jest-e2e.json']!).setupFiles).toEqual([
        './a.ts',
        '<rootDir>/test/clerk.setup.ts',
      ]);
      expect(files['test/clerk.e2e-spec.ts']).toBe('// mine');
    });

    it('unless skipTests is set', () => {
      const { files } = runNestAdd(starter(MODULE, JEST), { skipTests: true });
      expect(files['package.json']).toBe(JEST['package.json']);
      expect(Object.keys(files)).not.toContain('test/clerk.e2e-spec.ts');
    });
  });

  describe('sets up Vitest', () => {
    it('for end-to-end tests, with the suffixes of ES modules', () => {
      const { files, warnings } = runNestAdd(
        starter(MODULE, {
          ...VITEST,
          'src/main.ts': "import { AppModule } from './app.module.js';\nNestFactory.create(AppModule);",
        }),
      );
      expect(files['vitest.config.e2e.ts']).toContain(
        "  test: {\n    setupFiles: ['./test/clerk.setup.ts'],\n    globals: true,",
      );
      expect(files['test/clerk.e2e-spec.ts']).toContain("import { AppModule } from '../src/app.module.js';");
      expect(files['test/clerk.e2e-spec.ts']).toContain("from 'vitest'");
      expect(warnings).toEqual([]);
    });

    it('and names the setting if the configuration has another form', () => {
      const { files, warnings } = runNestAdd(
        starter(MODULE, { ...VITEST, 'vitest.config.e2e.ts': 'export default configure();\n' }),
      );
      expect(files['vitest.config.e2e.ts']).toBe('export default configure();\n');
      expect(warnings).toEqual([expect.stringContaining('setupFiles in vitest.config.e2e.ts')]);
    });
  });

  it('writes the test with the Fastify adapter where Express is not installed', () => {
    const manifest = {
      dependencies: { '@nestjs/platform-fastify': '^12' },
      devDependencies: { vitest: '^4', '@nestjs/testing': '^12' },
    };
    const { files } = runNestAdd(starter(MODULE, { ...VITEST, 'package.json': JSON.stringify(manifest) }));
    expect(files['test/clerk.e2e-spec.ts']).toContain('createNestApplication(new FastifyAdapter())');
  });

  it.each<[string, string]>([
    ['metadata in a variable', MODULE.replace(/\(\{[\s\S]*\}\)/, '(metadata)')],
    ['imports in a variable', MODULE.replace('imports: []', 'imports: modules')],
    ['imports in shorthand', MODULE.replace('imports: []', 'imports')],
    ['imports that a condition chooses', MODULE.replace('imports: []', 'imports: [] ? [A] : [B]')],
    ['imports behind a spread', MODULE.replace('imports: [],', '...shared,')],
    ['a spread behind imports', MODULE.replace('imports: [],', 'imports: [], ...shared,')],
    [
      'a ClerkModule of its own',
      MODULE.replace('import { AppC', "import { ClerkModule } from './clerk';\nimport { AppC"),
    ],
    ['no class of this name', MODULE.replace('class AppModule', 'class OtherModule')],
    ['no decorator', MODULE.replace('@Module', 'Module')],
    ['a bracket that is not closed', MODULE.replace('imports: []', 'imports: [')],
    ['a template that does not end', `${MODULE}\nconst text = \`a\${b`],
    ['nothing', ''],
  ])('leaves a root module with %s as it is, and says what to write by hand', (_, source) => {
    expect(() => runNestAdd(starter(source), { globalGuard: true })).toThrow(
      /Nothing was changed[\s\S]*src\/app.module.ts[\s\S]*ClerkModule.forRoot\(\)[\s\S]*APP_GUARD/,
    );
  });
});

describe('schematics/collection.json', () => {
  it('names the factory that the build writes, and a schema with every option', () => {
    const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
    const { schematics, files } = read('package.json');
    expect(files).toContain('schematics');
    const { factory, schema } = read(schematics).schematics['nest-add'];
    expect(factory).toBe('../dist/schematics/nest-add/index.js#nestAdd');
    const { properties } = read(`schematics/${schema}`);
    expect(Object.keys(properties).sort()).toEqual([
      'globalGuard',
      'module',
      'project',
      'skipTests',
      'sourceRoot',
    ]);
  });
});
