/**
 * Adds the packed library to the projects that `nest new` generates, for Nest 11 (CommonJS, Jest with ts-jest) and Nest 12
 * (ES modules, Vitest), as docs/typescript-and-commonjs.md says, and builds, tests and starts them: with npm and pnpm, on each
 * supported release of Node.
 *
 * Before that, `nest add nest-clerk` does it in a copy of each (see nest-add.mjs).
 *
 * Each obstacle that a new user met is a step of its own: compiling with `declaration: true`, the recipes of docs/testing.md,
 * the exception filter, `module: commonjs`, and bundling without the optional packages.
 *
 *     node tools/checks/starters.mjs [11 | 12]
 */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { check, installNodes, run, withPackedLibrary } from './consumers.mjs';

/** The pattern that docs/typescript-and-commonjs.md gives for Jest. */
const JEST_PATTERN = /transformIgnorePatterns: \['(.+)'\]/.exec(
  readFileSync('docs/typescript-and-commonjs.md', 'utf8'),
)[1];

const PROGRAMS = resolve('tools/checks/starter-programs.mjs');
const NEST_ADD = 'tools/checks/nest-add.mjs';

withPackedLibrary(({ workspace, tarball }) => {
  const nodes = installNodes(workspace);
  const only = Number(process.argv[2]);
  for (const major of only ? [only] : [11, 12]) checkStarter(major, { workspace, tarball, nodes });
});

function checkStarter(major, { workspace, tarball, nodes }) {
  const name = `starter-${major}`;
  const directory = join(workspace, name);
  const title = `Nest ${major} starter`;
  const isGenerated = check(`${title}: nest new`, () =>
    run(
      'npx',
      [
        '--yes',
        `@nestjs/cli@${major}`,
        'new',
        name,
        '--package-manager',
        'npm',
        '--skip-git',
        '--skip-install',
      ],
      workspace,
    ),
  );
  if (!isGenerated) return;
  const withNestAdd = join(workspace, `${name}-nest-add`);
  cpSync(directory, withNestAdd, { recursive: true });
  check(`${title}: nest add nest-clerk, then build, tests, and 401 by the global guard`, () =>
    run(process.execPath, [NEST_ADD, major, withNestAdd, tarball]),
  );
  addLibrary(directory, tarball, major);
  if (
    !check(`${title}, npm: install`, () =>
      run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], directory),
    )
  )
    return;

  checkProject(`${title}, npm`, directory, major, nodes);
  check(`${title}: declarations name the types of the package (declaration: true)`, () =>
    checkDeclarations(directory),
  );
  check(`${title}: bundles with esbuild without the optional packages`, () => bundle(directory, major));
  if (major === 11) checkCommonJs(`${title}, module: commonjs`, directory, major, nodes.slice(0, 1));
  check(`${title}: a command of nest-commander runs with the secret key alone`, () =>
    runCommand(directory, major),
  );

  const withPnpm = join(workspace, `${name}-pnpm`);
  cpSync(directory, withPnpm, { recursive: true, filter: file => !file.includes('node_modules') });
  rmSync(join(withPnpm, 'package-lock.json'), { force: true });
  const pnpm = ['--yes', 'pnpm@10'];
  if (
    !check(`${title}, pnpm: install`, () =>
      run('npx', [...pnpm, 'install', '--config.confirmModulesPurge=false'], withPnpm),
    )
  )
    return;
  checkProject(`${title}, pnpm`, withPnpm, major, nodes.slice(0, 1));
  if (major === 11) checkPrograms(title, directory);
}

function checkProject(title, directory, major, nodes) {
  // What docs/typescript-and-commonjs.md says of the cell that is run here.
  const { version } = JSON.parse(
    readFileSync(join(directory, 'node_modules/typescript/package.json'), 'utf8'),
  );
  const { compilerOptions } = JSON.parse(readFileSync(join(directory, 'tsconfig.json'), 'utf8'));
  console.log(`  ${title}: TypeScript ${version}, module ${compilerOptions.module}`);
  check(`${title}: nest build`, () => run('npx', ['nest', 'build'], directory));
  for (const { major: node, executable } of nodes) {
    check(`${title}, Node ${node}: unit and end-to-end tests`, () => test(directory, major, executable));
  }
}

/**
 * Last, since they change the project: they install packages, and compile it in another way. On Nest 11 alone: as an ES
 * module, BullMQ does not load its client, and Nest's webpack builder compiles no ES modules.
 */
function checkPrograms(title, directory) {
  const runProgram = name => run(process.execPath, [PROGRAMS, name, directory]);
  if (hasRedis())
    check(`${title}: a processor of BullMQ runs with the secret key alone`, () => runProgram('processor'));
  else console.log(`- ${title}: a processor of BullMQ: skipped, there is no redis-server`);
  check(`${title}: bundled with webpack, by Nest's recipe, it starts`, () => runProgram('webpack'));
}

function hasRedis() {
  if (process.env.NEST_CLERK_BROKERS === 'required') return true;
  try {
    return run('redis-server', ['--version']) !== '';
  } catch {
    return false;
  }
}

/** An application without an HTTP adapter, as docs/workers-and-cli.md has it. */
function runCommand(directory, major) {
  writeFileSync(
    join(directory, 'src/cli.ts'),
    `import { Module } from '@nestjs/common';
import { ClerkClient, ClerkModule } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';
import { Command, CommandFactory, CommandRunner } from 'nest-commander';

@Command({ name: 'greet' })
class GreetCommand extends CommandRunner {
  constructor(private readonly clerk: ClerkClient) {
    super();
  }

  async run([userId]: string[]): Promise<void> {
    console.log('Hello ' + (await this.clerk.users.getUser(userId)).firstName);
  }
}

@Module({ imports: [ClerkModule.forRoot()], providers: [GreetCommand] })
class CliModule {}

async function main(): Promise<void> {
  const local = await LocalClerk.create({ users: [{ id: 'user_ada', firstName: 'Ada' }] });
  const server = await local.listen();
  process.env.CLERK_SECRET_KEY = local.secretKey;
  process.env.CLERK_API_URL = server.url;
  await CommandFactory.run(CliModule);
  await server.close();
}
void main();
`,
  );
  const install = [
    'install',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--legacy-peer-deps',
    'nest-commander',
  ];
  run('npm', install, directory);
  run('npx', ['nest', 'build'], directory);
  const cli = ['dist/cli.js', 'dist/src/cli.js'].find(file => existsAsFile(join(directory, file)));
  const printed = run(process.execPath, [cli, 'greet', 'user_ada'], directory);
  rmSync(join(directory, 'src/cli.ts'));
  if (!printed.includes('Hello Ada')) throw new Error(`${major}: ${printed}`);
}

/** TS2742 and TS2883 stop the build; a declaration that lost its type would not. */
function checkDeclarations(directory) {
  const files = ['dist/app.controller.d.ts', 'dist/src/app.controller.d.ts'].map(file =>
    join(directory, file),
  );
  const file = files.find(candidate => existsAsFile(candidate));
  if (!file) throw new Error('no declarations: the starter no longer sets `declaration: true`');
  const declaration = readFileSync(file, 'utf8');
  if (!/createKey\(subject: string\): Promise<.*APIKey/.test(declaration)) throw new Error(declaration);
}

/** The settings of projects that are older than the starter of today: `module: commonjs` without `moduleResolution`. */
function checkCommonJs(title, directory, major, nodes) {
  const file = join(directory, 'tsconfig.json');
  const before = readFileSync(file, 'utf8');
  const { compilerOptions, ...others } = JSON.parse(before);
  for (const name of ['moduleResolution', 'resolvePackageJsonExports', 'isolatedModules'])
    delete compilerOptions[name];
  writeFileSync(
    file,
    JSON.stringify({ ...others, compilerOptions: { ...compilerOptions, module: 'commonjs' } }),
  );
  checkProject(title, directory, major, nodes);
  writeFileSync(file, before);
}

function test(directory, major, node) {
  // Jest reads both configurations; Vitest has one for each.
  const runs =
    major === 11
      ? [
          ['node_modules/jest/bin/jest.js'],
          ['node_modules/jest/bin/jest.js', '--config', 'test/jest-e2e.json'],
        ]
      : [
          ['node_modules/vitest/vitest.mjs', 'run'],
          ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.config.e2e.ts'],
        ];
  for (const args of runs) run(node, args, directory);
}

function bundle(directory, major) {
  const entry = join(directory, 'dist/src/main.js');
  const file = [entry, join(directory, 'dist/main.js')].find(candidate => existsAsFile(candidate));
  const esbuild = join(process.cwd(), 'node_modules/esbuild/bin/esbuild');
  // Nest's own optional packages, as in its serverless recipe; none of this package need be listed.
  const nest = [
    '@nestjs/microservices',
    '@nestjs/websockets/socket-module',
    '@nestjs/websockets/socket-module.js',
  ];
  const externals = [...nest, 'class-transformer', 'class-validator', '@nestjs/platform-socket.io'];
  run(
    esbuild,
    [
      file,
      '--bundle',
      '--platform=node',
      `--format=${major === 12 ? 'esm' : 'cjs'}`,
      `--outfile=bundled.${major === 12 ? 'mjs' : 'cjs'}`,
      '--log-level=error',
      ...externals.map(external => `--external:${external}`),
    ],
    directory,
  );
}

function existsAsFile(file) {
  try {
    return readFileSync(file).length > 0;
  } catch {
    return false;
  }
}

function addLibrary(directory, tarball, major) {
  const manifestFile = join(directory, 'package.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  manifest.dependencies['nest-clerk'] = `file:${tarball}`;
  const js = major === 12 ? '.js' : '';
  if (major === 11) {
    manifest.jest.transformIgnorePatterns = [JEST_PATTERN];
    const e2e = join(directory, 'test/jest-e2e.json');
    const config = JSON.parse(readFileSync(e2e, 'utf8'));
    writeFileSync(e2e, JSON.stringify({ ...config, transformIgnorePatterns: [JEST_PATTERN] }));
  }
  writeFileSync(manifestFile, JSON.stringify(manifest, null, 2));
  const write = (file, text) => writeFileSync(join(directory, file), text);
  const globals =
    major === 12
      ? `import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';\n`
      : '';
  const timers = major === 12 ? 'vi' : 'jest';
  // On Node 22 and later, `fetch()` waits for timers that Vitest fakes.
  const fakedTimers = major === 12 ? "{ toFake: ['Date'] }" : '';
  write(
    'src/app.module.ts',
    `import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { ClerkAuthGuard, ClerkExceptionFilter, ClerkModule } from 'nest-clerk';
import { AppController } from './app.controller${js}';

@Module({
  imports: [ClerkModule.forRoot()],
  controllers: [AppController],
  providers: [
    { provide: APP_GUARD, useExisting: ClerkAuthGuard },
    { provide: APP_FILTER, useClass: ClerkExceptionFilter },
  ],
})
export class AppModule {}
`,
  );
  write(
    'src/app.controller.ts',
    `import { Controller, Get, Param } from '@nestjs/common';
import { Auth, ClerkClient, Protect, Public } from 'nest-clerk';
import type { SignedInAuth } from 'nest-clerk';

@Controller()
export class AppController {
  constructor(private readonly clerk: ClerkClient) {}

  @Get('me')
  async me(@Auth() auth: SignedInAuth) {
    const user = await this.clerk.users.getUser(auth.userId);
    return { id: user.id, name: user.fullName };
  }

  @Get('users/:id')
  async user(@Param('id') id: string) {
    return { id: (await this.clerk.users.getUser(id)).id };
  }

  @Get('admin')
  @Protect({ role: 'org:admin' })
  admin(@Auth('orgId') orgId: string) {
    return { orgId };
  }

  @Public()
  @Get('health')
  health() {
    return 'ok';
  }

  createKey(subject: string) {
    return this.clerk.apiKeys.create({ name: 'export', subject });
  }
}
`,
  );
  write(
    'src/app.controller.spec.ts',
    `${globals}import { APP_GUARD } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { ClerkModule, ClerkAuthGuard } from 'nest-clerk';
import { ClerkTestingModule, LocalClerk, machineAuth, signedInAuth, signedOutAuth } from 'nest-clerk/testing';
import { AppController } from './app.controller${js}';

describe('AppController', () => {
  it('is created with a ClerkClient', async () => {
    const local = await LocalClerk.create();
    const module = await Test.createTestingModule({
      imports: [ClerkModule.forRoot({ ...local.keys })],
      controllers: [AppController],
    }).compile();
    expect(module.get(AppController).health()).toBe('ok');
  });

  it('rejects a token once local.clock has passed its expiry', async () => {
    const module = await Test.createTestingModule({
      imports: [ClerkTestingModule.forRoot({ users: [{ id: 'user_ada', firstName: 'Ada' }] })],
      controllers: [AppController],
      providers: [{ provide: APP_GUARD, useExisting: ClerkAuthGuard }],
    }).compile();
    const app = module.createNestApplication();
    await app.listen(0, '127.0.0.1');
    const local = module.get(LocalClerk);
    const { headers } = await local.signIn('user_ada');
    const status = async () => (await fetch((await app.getUrl()) + '/me', { headers })).status;
    expect(await status()).toBe(200);

    local.clock.advance('2m');

    expect(await status()).toBe(401);
    await app.close();
  });

  it('is tested without a module, with auth objects', () => {
    const auth = signedInAuth({ userId: 'user_ada', orgId: 'org_acme', orgRole: 'org:admin' });
    expect(auth.has({ role: 'org:admin' })).toBe(true);
    expect(signedOutAuth().isAuthenticated).toBe(false);
    expect(machineAuth('api_key', { scopes: ['read'] }).scopes).toEqual(['read']);
  });
});
`,
  );
  write(
    'test/app.e2e-spec.ts',
    `${globals}import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { CLERK_MODULE_OPTIONS, ClerkAuthGuard } from 'nest-clerk';
import type { AuthObject } from 'nest-clerk';
import { LocalClerk, signedInAuth, signedOutAuth, StubClerkAuthGuard, stubClerkOptions } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';
import { AppController } from './../src/app.controller${js}';
import { AppModule } from './../src/app.module${js}';

describe('AppModule', () => {
  let local: LocalClerk;
  let server: LocalClerkServer;
  let app: INestApplication;

  beforeAll(async () => {
    local = await LocalClerk.create({ users: [{ id: 'user_ada', firstName: 'Ada' }] });
    server = await local.listen();
    process.env.CLERK_SECRET_KEY = local.keys.secretKey;
    process.env.CLERK_PUBLISHABLE_KEY = local.keys.publishableKey;
    process.env.CLERK_API_URL = server.url;
    const module = await Test.createTestingModule({ imports: [AppModule] }).compile();
    app = module.createNestApplication();
    await app.listen(0);
  });
  afterEach(() => {
    ${timers}.useRealTimers();
  });
  afterAll(async () => {
    await app.close();
    await server.close();
  });

  async function get(path: string, token?: string) {
    const headers = token ? { authorization: 'Bearer ' + token } : undefined;
    const response = await fetch((await app.getUrl()).replace('[::1]', 'localhost') + path, { headers });
    return [response.status, await response.text()];
  }

  it('rejects a request without a token', async () => {
    expect((await get('/me'))[0]).toBe(401);
    expect((await get('/health'))[0]).toBe(200);
  });

  it('answers a signed-in user', async () => {
    const token = await local.issueSessionToken({ userId: 'user_ada' });
    expect(await get('/me', token)).toEqual([200, JSON.stringify({ id: 'user_ada', name: 'Ada' })]);
  });

  it('rejects a token that has expired by fake timers', async () => {
    ${timers}.useFakeTimers(${fakedTimers});
    const token = await local.issueSessionToken({ userId: 'user_ada' });
    expect((await get('/me', token))[0]).toBe(200);

    ${timers}.advanceTimersByTime(120_000);

    expect((await get('/me', token))[0]).toBe(401);
  });

  it('answers 404 for a user that Clerk does not have, by ClerkExceptionFilter', async () => {
    const token = await local.issueSessionToken({ userId: 'user_ada' });
    expect((await get('/users/user_unknown', token))[0]).toBe(404);
  });
});

describe('AppModule with other options', () => {
  let app: INestApplication;

  afterEach(() => app.close());

  async function start(options: object) {
    const module = await Test.createTestingModule({ imports: [AppModule] })
      .overrideProvider(CLERK_MODULE_OPTIONS)
      .useValue(options)
      .compile();
    app = module.createNestApplication();
    await app.listen(0);
  }

  async function get(path: string, headers: Record<string, string> = {}) {
    const response = await fetch((await app.getUrl()).replace('[::1]', 'localhost') + path, { headers });
    return [response.status, await response.text()];
  }

  it('has the keys of a LocalClerk', async () => {
    const local = await LocalClerk.create({
      users: [{ id: 'user_ada', firstName: 'Ada' }],
      organizations: [{ id: 'org_acme', name: 'Acme', members: [{ user: 'user_ada', role: 'org:admin' }] }],
    });
    await start(local.keys);
    const { headers } = await local.signIn('user_ada', { organization: 'org_acme' });
    expect((await get('/admin'))[0]).toBe(401);
    expect(await get('/admin', { ...headers })).toEqual([200, JSON.stringify({ orgId: 'org_acme' })]);
  });

  it('has the caller of the test for the global guard and @Protect() together', async () => {
    let auth: AuthObject = signedInAuth({ userId: 'user_ada', orgId: 'org_acme', orgRole: 'org:admin' });
    await start(stubClerkOptions(() => auth));
    expect(await get('/admin')).toEqual([200, JSON.stringify({ orgId: 'org_acme' })]);
    auth = signedInAuth({ userId: 'user_bob', orgId: 'org_acme' });
    expect((await get('/admin'))[0]).toBe(403);
    auth = signedOutAuth();
    expect((await get('/admin'))[0]).toBe(401);
  });

  it('has the caller of a StubClerkAuthGuard, for a controller alone', async () => {
    const auth = signedInAuth({ userId: 'user_ada', orgId: 'org_acme', orgRole: 'org:admin' });
    const module = await Test.createTestingModule({ controllers: [AppController] })
      .useMocker(() => ({}))
      .overrideGuard(ClerkAuthGuard)
      .useValue(new StubClerkAuthGuard(auth))
      .compile();
    app = module.createNestApplication();
    await app.listen(0);
    expect(await get('/admin')).toEqual([200, JSON.stringify({ orgId: 'org_acme' })]);
  });
});
`,
  );
  for (const file of ['src/app.service.ts', 'src/app.service.spec.ts'])
    rmSync(join(directory, file), { force: true });
}
