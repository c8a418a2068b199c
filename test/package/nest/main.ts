import 'reflect-metadata';
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { Controller, Get, Module, Req, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Auth, ClerkAuthGuard, ClerkClient, ClerkModule, getAuth } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

@Controller()
class MeController {
  constructor(private readonly clerk: ClerkClient) {}

  @Get('public')
  publicPage(@Req() request: Parameters<typeof getAuth>[0]) {
    return { userId: getAuth(request).userId };
  }

  @Get('me')
  @UseGuards(ClerkAuthGuard)
  async me(@Auth('userId') userId: string) {
    const user = await this.clerk.users.getUser(userId);
    return { userId: user.id };
  }
}

/** What an application does with the package: register it, guard a route, read who asks, call the Backend API. */
async function main(): Promise<void> {
  const local = await LocalClerk.create();
  const user = local.users.create({});
  const token = await local.issueSessionToken({ userId: user.id });

  @Module({ imports: [ClerkModule.forRoot({ ...local.keys })], controllers: [MeController] })
  class AppModule {}

  const app = await NestFactory.create(AppModule, { logger: false, abortOnError: false });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers });
  try {
    const signedIn = await get('/me', { Authorization: `Bearer ${token}` });
    assert.equal(signedIn.status, 200);
    assert.deepEqual(await signedIn.json(), { userId: user.id });
    assert.equal((await get('/me')).status, 401);
    assert.equal((await get('/me', { Authorization: `Bearer ${token}x` })).status, 401);
    assert.deepEqual(await (await get('/public')).json(), { userId: null });
  } finally {
    await app.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
