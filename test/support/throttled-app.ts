/** A throttled application, as a program. Its argument is the adapter. */
import type { AddressInfo } from 'node:net';

import { Controller, Get, Module } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';

import { ClerkModule, clerkTracker } from '../../lib/index.js';

@Controller()
class ThingsController {
  @Get(['things', 'excluded'])
  things() {
    return [];
  }
}

@Module({
  imports: [
    ClerkModule.forRoot({ exclude: ['/excluded'] }),
    ThrottlerModule.forRoot({ throttlers: [{ ttl: 600_000, limit: 2 }], getTracker: clerkTracker }),
  ],
  controllers: [ThingsController],
  providers: [{ provide: APP_GUARD, useClass: ThrottlerGuard }],
})
class AppModule {}

/** Behind a proxy, so that `X-Forwarded-For` sets the address of a request. */
async function create(adapter: string | undefined): Promise<INestApplication> {
  if (adapter === 'fastify') {
    return NestFactory.create(AppModule, new FastifyAdapter({ trustProxy: true }), { logger: false });
  }
  const app = await NestFactory.create<NestExpressApplication>(AppModule, { logger: false });
  app.set('trust proxy', true);
  return app;
}

const app = await create(process.argv[2]);
await app.listen(0, '127.0.0.1');
process.on('disconnect', () => process.exit());
process.send!((app.getHttpServer() as { address(): AddressInfo }).address().port);
