/**
 * Programs that the check of the starters adds to a generated project (see starters.mjs):
 *
 *     node tools/checks/starter-programs.mjs webpack|processor DIRECTORY
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { run } from './consumers.mjs';
import { expectToServe, freePort } from './served-program.mjs';

const INSTALL = ['install', '--no-audit', '--no-fund', '--loglevel=error', '--legacy-peer-deps'];

/**
 * Bundles the whole application with webpack, as Nest's recipe for serverless does: the packages that are not installed
 * are ignored. Then starts the bundle.
 *
 * @see https://docs.nestjs.com/faq/serverless
 */
async function bundleWithWebpack(directory) {
  run('npm', [...INSTALL, '--save-dev', 'webpack', 'ts-loader', 'webpack-node-externals'], directory);
  writeFileSync(
    join(directory, 'webpack.config.js'),
    `module.exports = (options, webpack) => {
  const optional = ['@nestjs/microservices', '@nestjs/microservices/microservices-module', '@nestjs/websockets/socket-module',
    '@nestjs/platform-socket.io', 'class-transformer', 'class-validator', 'class-transformer/storage'];
  return {
    ...options,
    externals: [],
    output: { ...options.output, filename: 'main.js', libraryTarget: 'commonjs2' },
    plugins: [
      ...options.plugins,
      new webpack.IgnorePlugin({ checkResource: resource => {
        if (!optional.includes(resource)) return false;
        try {
          require.resolve(resource, { paths: [process.cwd()] });
          return false;
        } catch {
          return true;
        }
      } }),
    ],
  };
};
`,
  );
  rmSync(join(directory, 'dist'), { recursive: true, force: true });
  run('npx', ['nest', 'build', '--webpack'], directory);
  rmSync(join(directory, 'webpack.config.js'));
  await expectToServe(directory, join(directory, 'dist/main.js'), { '/health': 200, '/me': 401 });
}

/** A processor of BullMQ, on a Redis server of its own: an application without an HTTP adapter. */
async function runProcessor(directory) {
  const port = await freePort();
  const redis = spawn('redis-server', ['--port', String(port), '--save', '', '--appendonly', 'no'], {
    stdio: 'ignore',
  });
  try {
    run('npm', [...INSTALL, '@nestjs/bullmq', 'bullmq', 'ioredis'], directory);
    writeFileSync(join(directory, 'src/worker.ts'), WORKER);
    run('npx', ['nest', 'build'], directory);
    const file = ['dist/worker.js', 'dist/src/worker.js'].find(each => existsSync(join(directory, each)));
    const printed = execFileSync(process.execPath, [file], {
      cwd: directory,
      encoding: 'utf8',
      env: { ...process.env, REDIS_PORT: String(port) },
      timeout: 60_000,
    });
    if (!printed.includes('Hello Ada')) throw new Error(printed);
  } finally {
    redis.kill();
    rmSync(join(directory, 'src/worker.ts'), { force: true });
  }
}

const WORKER = `import { BullModule, Processor, WorkerHost } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Queue, QueueEvents } from 'bullmq';
import type { Job } from 'bullmq';
import { ClerkClient, ClerkModule } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

const connection = { host: '127.0.0.1', port: Number(process.env.REDIS_PORT) };

@Processor('greetings')
class GreetingsProcessor extends WorkerHost {
  constructor(private readonly clerk: ClerkClient) {
    super();
  }

  async process({ data }: Job<{ userId: string }>): Promise<string> {
    return 'Hello ' + (await this.clerk.users.getUser(data.userId)).firstName;
  }
}

@Module({
  imports: [
    ClerkModule.forRoot(),
    BullModule.forRoot({ connection }),
    BullModule.registerQueue({ name: 'greetings' }),
  ],
  providers: [GreetingsProcessor],
})
class WorkerModule {}

async function main(): Promise<void> {
  const local = await LocalClerk.create({ users: [{ id: 'user_ada', firstName: 'Ada' }] });
  const server = await local.listen();
  process.env.CLERK_SECRET_KEY = local.secretKey;
  process.env.CLERK_API_URL = server.url;
  const application = await NestFactory.createApplicationContext(WorkerModule, { logger: ['error'] });
  const events = new QueueEvents('greetings', { connection });
  const job = await application.get<Queue>('BullQueue_greetings').add('greet', { userId: 'user_ada' });
  console.log(await job.waitUntilFinished(events));
  await events.close();
  await application.close();
  await server.close();
}
void main();
`;

const [program, directory] = process.argv.slice(2);
await { webpack: bundleWithWebpack, processor: runProcessor }[program](directory);
