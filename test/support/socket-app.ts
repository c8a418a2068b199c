import { Module, UseGuards } from '@nestjs/common';
import type { INestApplication, ModuleMetadata } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import {
  AcceptsToken,
  Auth,
  ClerkAuthGuard,
  ClerkConnections,
  ClerkModule,
  CurrentUser,
  Protect,
} from 'nest-clerk';
import type { AuthObject, ClerkModuleOptions, SessionAuthObject, User } from 'nest-clerk';

import { listenNest } from './running-app.js';
import type { RunningNestApp } from './running-app.js';
import type { Heard, SocketKind } from './sockets.js';

const answer = (data: unknown) => ({ event: 'answer', data });

/** Messages for everyone, for signed-in users, or for some of them. */
@WebSocketGateway()
export class TestGateway {
  constructor(private readonly connections: ClerkConnections) {}

  @SubscribeMessage('who')
  who(@Auth() auth: SessionAuthObject) {
    const { isAuthenticated, userId, sessionId } = auth;
    return answer({ isAuthenticated, userId, sessionId, ...reasonOf(auth) });
  }

  @SubscribeMessage('guarded')
  @UseGuards(ClerkAuthGuard)
  guarded(@Auth('userId') userId: string) {
    return answer({ userId });
  }

  @SubscribeMessage('admins')
  @Protect({ role: 'org:admin' })
  admins() {
    return answer('admin');
  }

  @SubscribeMessage('invoices')
  @Protect({ permission: 'org:invoices:read' })
  invoices() {
    return answer('invoices');
  }

  @SubscribeMessage('verified')
  @Protect({ reverification: 'strict' })
  verified() {
    return answer('verified');
  }

  @SubscribeMessage('machines')
  @UseGuards(ClerkAuthGuard)
  @AcceptsToken('api_key', 'session_token')
  machines(@Auth() auth: AuthObject) {
    return answer({ tokenType: auth.tokenType });
  }

  @SubscribeMessage('profile')
  profile(@CurrentUser() user: User | null, @CurrentUser('firstName') firstName: string | null) {
    return answer({ id: user?.id ?? null, firstName });
  }

  @SubscribeMessage('renew')
  async renew(@ConnectedSocket() client: object, @MessageBody() token: string) {
    const auth = await this.connections.renew(client, token);
    return answer({ tokenType: auth.tokenType });
  }
}

export interface SocketAppSettings extends ModuleMetadata {
  kind: SocketKind;
  http?: 'express' | 'fastify';
  /** Replaces the default. */
  adapter?: SocketKind['adapter'];
}

/** An application with a {@link TestGateway}, unless other providers are given. */
export async function startSockets(
  options: ClerkModuleOptions,
  { kind, http = 'express', adapter = kind.adapter, ...metadata }: SocketAppSettings,
): Promise<RunningNestApp> {
  @Module({ providers: [TestGateway], ...metadata, imports: [ClerkModule.forRoot(options)] })
  class SocketModule {}

  const settings = { logger: false, abortOnError: false } as const;
  const app: INestApplication =
    http === 'fastify'
      ? await NestFactory.create(SocketModule, new FastifyAdapter(), settings)
      : await NestFactory.create(SocketModule, settings);
  app.useWebSocketAdapter(adapter(app));
  return listenNest(app);
}

function reasonOf(auth: AuthObject): { reason?: unknown } {
  return auth.isAuthenticated ? {} : { reason: auth.debug().reason };
}

/** The message to a client while Clerk cannot be reached. */
export function unavailable(reason: string, retryAfter = 5): Heard {
  return {
    event: 'exception',
    data: {
      status: 'error',
      message: 'Service Unavailable',
      code: 'SERVICE_UNAVAILABLE',
      reason,
      retryAfter,
    },
  };
}

/** The only message to a signed-out client. */
export function rejection(reason: string): Heard {
  return {
    event: 'exception',
    data: { status: 'error', message: 'Unauthenticated', code: 'UNAUTHENTICATED', reason },
  };
}

/** The message to a client without the permission. */
export function denial(reason: string, more: object = {}): Heard {
  return {
    event: 'exception',
    data: { status: 'error', message: 'Forbidden', code: 'FORBIDDEN', reason, ...more },
  };
}
