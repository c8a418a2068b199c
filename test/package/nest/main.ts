import 'reflect-metadata';
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { Body, Controller, Get, Module, Post, Req, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
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

  @Post('me')
  @UseGuards(ClerkAuthGuard)
  update(@Auth('userId') userId: string, @Body() changes: unknown) {
    return { userId, changes };
  }
}

/**
 * An application with the package: it registers the module, guards a route, reads the caller, calls the Backend API.
 *
 *     node main.js Express|Fastify
 */
async function main(adapterName: string | undefined): Promise<void> {
  assert(adapterName === 'Express' || adapterName === 'Fastify');

  const local = await LocalClerk.create();
  const user = local.users.create({});
  const token = await local.issueSessionToken({ userId: user.id });

  @Module({ imports: [ClerkModule.forRoot({ ...local.keys })], controllers: [MeController] })
  class AppModule {}

  const adapter = adapterName === 'Fastify' ? new FastifyAdapter() : new ExpressAdapter();
  const app = await NestFactory.create(AppModule, adapter, { logger: false, abortOnError: false });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;

  const send = (path: string, bearer?: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      ...init,
      headers: { 'Content-Type': 'application/json', ...(bearer && { Authorization: `Bearer ${bearer}` }) },
    });
  try {
    const signedIn = await send('/me', token);
    assert.equal(signedIn.status, 200);
    assert.deepEqual(await signedIn.json(), { userId: user.id });

    assert.equal((await send('/me')).status, 401);
    const forged = await send('/me', withAnotherSignature(token));
    assert.equal(forged.status, 401);
    assert.match(await forged.text(), /"reason":"token-invalid-signature"/);

    const update = { method: 'POST', body: '{"name":"Alice"}' };
    assert.equal((await send('/me', undefined, update)).status, 401);
    assert.deepEqual(await (await send('/me', token, update)).json(), {
      userId: user.id,
      changes: { name: 'Alice' },
    });

    assert.deepEqual(await (await send('/public')).json(), { userId: null });
    assert.deepEqual(await (await send('/public', token)).json(), { userId: user.id });
  } finally {
    await app.close();
  }
}

function withAnotherSignature(token: string): string {
  const [header, payload, signature = ''] = token.split('.');
  return [header, payload, (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1)].join('.');
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
