import KeyvRedis from '@keyv/redis';
import { Controller, Get, Module, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import Keyv from 'keyv';
import { AcceptsToken, Auth, ClerkAuthGuard, ClerkModule, CurrentUser } from '../../lib/index.js';

// A program: one of several instances of an application with one Redis.

const [socket = '', signingSecret = '', storeTimeout = ''] = process.argv.slice(2);
const warnings: string[] = [];
const store = new Keyv({ store: new KeyvRedis({ socket: { path: socket, tls: false } }) });
// Keyv reports the errors of Redis here, and returns `undefined`.
store.on('error', () => undefined);

@Controller()
@UseGuards(ClerkAuthGuard)
class InstanceController {
  @Get('api-key')
  @AcceptsToken('api_key')
  apiKey(@Auth('subject' as never) subject: string) {
    return subject;
  }

  @Get('name')
  name(@CurrentUser('firstName') name: string) {
    return name;
  }
}

@Controller()
class WarningsController {
  @Get('warnings')
  warnings() {
    return warnings;
  }
}

@Module({
  imports: [
    ClerkModule.forRoot({
      cache: { store, machineTokens: true, users: true, storeTimeout: Number(storeTimeout) },
      webhooks: { signingSecret },
    }),
  ],
  controllers: [InstanceController, WarningsController],
})
class AppModule {}

const nothing = () => undefined;
const logger = { log: nothing, error: nothing, debug: nothing, warn: (text: string) => warnings.push(text) };
const app = await NestFactory.create(AppModule, { logger });
await app.listen(0, '127.0.0.1');
process.send?.((app.getHttpServer().address() as { port: number }).port);
process.once('disconnect', () => process.exit());
