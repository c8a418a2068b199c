/** A program: one of several processes of an application, which share a Redis for webhooks and for the cache. */
import KeyvRedis from '@keyv/redis';
import { Controller, Get, Injectable, Module, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Redis } from 'ioredis';
import Keyv from 'keyv';

import {
  AcceptsToken,
  Auth,
  ClerkAuthGuard,
  ClerkModule,
  CurrentUser,
  OnClerkEvent,
  RedisDeliveryStore,
} from '../../lib/index.js';
import type { MachineAuthObject, WebhookDelivery } from '../../lib/index.js';

const [adapterName, socket = '', signingSecret = ''] = process.argv.slice(2);
const redis = new Redis(socket);
const store = new Keyv({ store: new KeyvRedis({ socket: { path: socket, tls: false } }) });
store.on('error', () => undefined);

@Controller()
@UseGuards(ClerkAuthGuard)
class WhoController {
  @Get('who')
  who(@Auth('userId') userId: string) {
    return { userId, pid: process.pid };
  }

  @Get('name')
  name(@CurrentUser('firstName') name: string) {
    return { name, pid: process.pid };
  }

  @Get('api-key')
  @AcceptsToken('api_key')
  apiKey(@Auth() auth: MachineAuthObject<'api_key'>) {
    return { userId: auth.isAuthenticated ? auth.subject : null, pid: process.pid };
  }
}

@Injectable()
class Effects {
  @OnClerkEvent('user.created')
  async created(_event: unknown, { id }: WebhookDelivery) {
    await redis.hincrby('effects', id, 1);
  }
}

@Module({
  imports: [
    ClerkModule.forRoot({
      cache: { store, machineTokens: true, users: true, storeTimeout: 5_000 },
      webhooks: {
        signingSecret,
        store: new RedisDeliveryStore(redis),
        // The claim of a process that was killed ends soon.
        timeoutMs: 2_000,
        claimTtlMs: 3_000,
      },
    }),
  ],
  controllers: [WhoController],
  providers: [Effects],
})
class AppModule {}

const adapter = adapterName === 'fastify' ? new FastifyAdapter() : new ExpressAdapter();
const app = await NestFactory.create(AppModule, adapter, { logger: false });
await app.listen(0, '127.0.0.1');
process.send?.((app.getHttpServer().address() as { port: number }).port);
process.once('disconnect', () => process.exit());
