/**
 * Prints the files of lib/ whose code runs for one request with a session token that was verified before: from the
 * middleware over the guard to `@Auth()`.
 *
 *     npm run trace:request
 */
import { Session } from 'node:inspector/promises';
import { Controller, Get, Module, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Auth, ClerkAuthGuard, ClerkModule } from '../lib/index.js';
import { LocalClerk } from '../lib/testing/index.js';

@Controller()
@UseGuards(ClerkAuthGuard)
class TracedController {
  @Get()
  me(@Auth('userId') userId: string) {
    return { userId };
  }
}

const local = await LocalClerk.create({ users: [{ id: 'user_traced' }] });

@Module({ imports: [ClerkModule.forRoot({ ...local.keys })], controllers: [TracedController] })
class TracedModule {}

const app = await NestFactory.create(TracedModule, { logger: false });
await app.listen(0);
const url = (await app.getUrl()).replace('[::1]', 'localhost');
const authorization = `Bearer ${await local.issueSessionToken({ userId: 'user_traced' })}`;
const send = async () => (await fetch(url, { headers: { authorization } })).text();

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
await send();
await session.post('Profiler.takePreciseCoverage');
await send();
const { result } = await session.post('Profiler.takePreciseCoverage');
session.disconnect();
await app.close();

const files = result
  .filter(
    ({ url: file, functions }) =>
      file.endsWith('.ts') &&
      file.includes('/lib/') &&
      functions.some(each => each.ranges.some(range => range.count > 0)),
  )
  .map(({ url: file }) => file.replace(/^.*\/lib\//, 'lib/'))
  .filter(file => !file.startsWith('lib/testing/') && !file.includes('node_modules'))
  .sort();
for (const file of files) console.log(file);
console.log(`${files.length} files`);
