import { Controller, Get, Injectable, Module, UseGuards } from '@nestjs/common';
import type { INestApplication, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { WsAdapter } from '@nestjs/platform-ws';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';

import { AcceptsToken, Auth, ClerkAuthGuard, ClerkModule, OnClerkEvent } from '../../lib/index.js';
import type { AuthObject, ClerkModuleOptions, MachineAuthObject, WebhookDelivery } from '../../lib/index.js';
import { plantedMiddleware, plantedOptions } from './plants.js';
import type { Plant } from './plants.js';

export const SIGNING_SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
export const USERS = ['user_alice', 'user_bob', 'user_carol'] as const;
export const ADAPTERS = ['express', 'fastify'] as const;

/** How often each delivery was handled, by its id. */
export const handled = new Map<string, number>();

@Controller()
@UseGuards(ClerkAuthGuard)
class SoakController {
  @Get('guarded')
  guarded(@Auth('userId') id: string) {
    return { id };
  }

  @Get('api-key')
  @AcceptsToken('api_key')
  apiKey(@Auth() auth: MachineAuthObject<'api_key'>) {
    return { id: auth.isAuthenticated ? auth.subject : null };
  }
}

@WebSocketGateway()
class SoakGateway {
  @SubscribeMessage('who')
  @UseGuards(ClerkAuthGuard)
  who(@Auth() auth: AuthObject) {
    return { event: 'who', data: 'userId' in auth ? auth.userId : null };
  }
}

@Injectable()
class SoakEvents {
  @OnClerkEvent('user.created')
  created(_event: unknown, { id }: WebhookDelivery) {
    handled.set(id, (handled.get(id) ?? 0) + 1);
  }
}

/** Starts an application for the load; it listens on a free port. @param plant - a fault of the application */
export async function startSoakApp(
  adapter: (typeof ADAPTERS)[number],
  options: ClerkModuleOptions,
  plant?: Plant,
): Promise<{ app: INestApplication; port: number }> {
  @Module({
    imports: [ClerkModule.forRoot(plantedOptions(plant, options))],
    controllers: [SoakController],
    providers: [SoakGateway, SoakEvents],
  })
  class SoakModule {}

  const httpAdapter = adapter === 'fastify' ? new FastifyAdapter() : new ExpressAdapter();
  if (plant) await plantMiddleware(httpAdapter, plant);
  const app = await NestFactory.create<INestApplication>(SoakModule as Type, httpAdapter, {
    logger: false,
    abortOnError: false,
  });
  app.useWebSocketAdapter(new WsAdapter(app));
  await app.listen(0, '127.0.0.1');
  return { app, port: (app.getHttpServer().address() as { port: number }).port };
}

async function plantMiddleware(adapter: ExpressAdapter | FastifyAdapter, plant: Plant): Promise<void> {
  const middleware = plantedMiddleware(plant);
  if (adapter instanceof ExpressAdapter) adapter.use(middleware);
  else {
    await adapter.init();
    (adapter.use as (handler: unknown) => void)(middleware);
  }
}
