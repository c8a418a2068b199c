/** An application whose services read the caller from nestjs-cls, as a program. Its argument is the adapter. */
import type { AddressInfo } from 'node:net';

import { Controller, Get, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ClsModule, ClsService } from 'nestjs-cls';

import { ClerkModule, getAuth } from '../../lib/index.js';

@Injectable()
class AuditLog {
  constructor(private readonly cls: ClsService) {}

  who() {
    return this.cls.get<string | null>('userId');
  }
}

@Controller()
class WhoController {
  constructor(private readonly log: AuditLog) {}

  @Get('who')
  async who() {
    await new Promise(resolve => setImmediate(resolve));
    return { userId: this.log.who() };
  }
}

@Module({
  imports: [
    ClerkModule.forRoot(),
    ClsModule.forRoot({
      middleware: {
        mount: true,
        setup: (cls, request: object) => cls.set('userId', getAuth(request).userId),
      },
    }),
  ],
  controllers: [WhoController],
  providers: [AuditLog],
})
class AppModule {}

const adapter = process.argv[2] === 'fastify' ? new FastifyAdapter() : new ExpressAdapter();
const app = await NestFactory.create(AppModule, adapter, { logger: false });
await app.listen(0, '127.0.0.1');
process.on('disconnect', () => process.exit());
process.send!((app.getHttpServer() as { address(): AddressInfo }).address().port);
