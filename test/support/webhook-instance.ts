import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Redis } from 'ioredis';
import { ClerkModule, OnClerkEvent, RedisDeliveryStore } from '../../lib/index.js';
import type { WebhookDelivery, WebhookDeliveryClaim } from '../../lib/index.js';

import type { DeliveryStep } from './webhook-instances.js';

// A program: one of several instances, which kills itself at a step of a delivery.

const [socket = '', killAt] = process.argv.slice(2);
const redis = new Redis(socket);

/** Like a crash: nothing is cleaned up, and no response is sent. */
function reach(step: DeliveryStep): void {
  if (step === killAt) process.kill(process.pid, 'SIGKILL');
}

class ObservedStore extends RedisDeliveryStore {
  override async claim(id: string, ttlMs: number): Promise<WebhookDeliveryClaim> {
    reach('before the claim');
    const claim = await super.claim(id, ttlMs);
    reach('after the claim');
    return claim;
  }

  override async complete(id: string): Promise<void> {
    reach('before it is completed');
    await super.complete(id);
    reach('after it is completed');
  }
}

@Injectable()
class Effects {
  @OnClerkEvent('user.created')
  async handle(_event: unknown, { id }: WebhookDelivery) {
    reach('before the effect');
    await redis.rpush('effects', id);
    reach('after the effect');
  }
}

@Module({
  imports: [
    ClerkModule.forRoot({ webhooks: { store: new ObservedStore(redis), timeoutMs: 200, claimTtlMs: 400 } }),
  ],
  providers: [Effects],
})
class AppModule {}

const app = await NestFactory.create(AppModule, { logger: false });
await app.listen(0, '127.0.0.1');
process.send?.((app.getHttpServer().address() as { port: number }).port);
process.once('disconnect', () => process.exit());
