import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { clerkMiddleware, getAuth as getReferenceAuth } from '@clerk/express';
import type { CanActivate, DynamicModule, ExecutionContext, INestApplication } from '@nestjs/common';
import {
  Controller,
  createParamDecorator,
  Get,
  Injectable,
  Module,
  UnauthorizedException,
  UseGuards,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Request } from 'express';
import { Auth, ClerkAuthGuard, ClerkModule } from 'nest-clerk';

/** The keys of the instance, and the URL of its Backend API. */
export interface ServerOptions {
  publishableKey: string;
  secretKey: string;
  apiUrl: string;
}

/** The apps that are measured side by side. */
export type ServerName = 'bare Nest' | 'empty guard' | '@clerk/express' | 'nest-clerk';

@Controller()
class BareController {
  @Get('me')
  me() {
    return { userId: 'no one' };
  }
}

@Injectable()
class EmptyGuard implements CanActivate {
  canActivate(): boolean {
    return true;
  }
}

const EmptyParameter = createParamDecorator(() => 'no one');

@Controller()
@UseGuards(EmptyGuard)
class EmptyGuardController {
  @Get('me')
  me(@EmptyParameter() userId: string) {
    return { userId };
  }
}

@Injectable()
class ReferenceGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (!getReferenceAuth(context.switchToHttp().getRequest<Request>()).isAuthenticated)
      throw new UnauthorizedException();
    return true;
  }
}

const ReferenceAuth = createParamDecorator((_: unknown, context: ExecutionContext) =>
  getReferenceAuth(context.switchToHttp().getRequest<Request>()),
);

@Controller()
@UseGuards(ReferenceGuard)
class ReferenceController {
  @Get('me')
  me(@ReferenceAuth() auth: { userId: string | null }) {
    return { userId: auth.userId };
  }
}

@Controller()
@UseGuards(ClerkAuthGuard)
class NestClerkController {
  @Get('me')
  me(@Auth() auth: { userId: string | null }) {
    return { userId: auth.userId };
  }
}

@Module({})
class BenchModule {}

const APPS: Record<ServerName, (options: ServerOptions) => Promise<INestApplication>> = {
  'bare Nest': () => create({ controllers: [BareController] }),
  'empty guard': () => create({ controllers: [EmptyGuardController] }),
  '@clerk/express': async options => {
    const app = await create({ controllers: [ReferenceController] });
    return app.use(clerkMiddleware(options));
  },
  'nest-clerk': options =>
    create({ imports: [ClerkModule.forRoot(options)], controllers: [NestClerkController] }),
};

/** Starts one of the apps on a free port, and returns the port. */
export async function startServer(name: ServerName, options: ServerOptions): Promise<number> {
  const app = await APPS[name](options);
  const server = (await app.listen(0, '127.0.0.1')) as { address(): AddressInfo };
  return server.address().port;
}

function create(definition: Omit<DynamicModule, 'module'>): Promise<INestApplication> {
  return NestFactory.create({ module: BenchModule, ...definition }, { logger: false, abortOnError: false });
}
