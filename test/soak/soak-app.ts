import { Controller, Get, Injectable, Module, UseGuards } from '@nestjs/common';
import type { INestApplication, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { WsAdapter } from '@nestjs/platform-ws';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';

import { AcceptsToken, Auth, ClerkAuthGuard, ClerkModule, OnClerkEvent } from '../../lib/index.js';
import type { AuthObject, ClerkModuleOptions, MachineAuthObject, WebhookDelivery } from '../../lib/index.js';

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

/** Starts an application for the load; it listens on a free port. */
export async function startSoakApp(
  adapter: 'express' | 'fastify',
  options: ClerkModuleOptions,
): Promise<{ app: INestApplication; port: number }> {
  @Module({
    imports: [ClerkModule.forRoot(options)],
    controllers: [SoakController],
    providers: [SoakGateway, SoakEvents],
  })
  class SoakModule {}

  const httpAdapter = adapter === 'fastify' ? new FastifyAdapter() : new ExpressAdapter();
  const app = await NestFactory.create<INestApplication>(SoakModule as Type, httpAdapter, {
    logger: false,
    abortOnError: false,
  });
  app.useWebSocketAdapter(new WsAdapter(app));
  await app.listen(0, '127.0.0.1');
  return { app, port: (app.getHttpServer().address() as { port: number }).port };
}
