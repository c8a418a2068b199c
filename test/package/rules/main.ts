import 'reflect-metadata';
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { Controller, Get, Injectable, Module, UseFilters, UseGuards, Catch } from '@nestjs/common';
import type {
  ArgumentsHost,
  CanActivate,
  ExceptionFilter,
  ExecutionContext,
  INestApplication,
  Type,
} from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { MessagePattern, Transport } from '@nestjs/microservices';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import {
  AcceptsToken,
  ClerkAuthGuard,
  ClerkModule,
  OnUnauthenticated,
  Protect,
  Public,
  UnauthenticatedException,
} from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

/** Replaces a method without its metadata, as decorators for logging or caching do. */
function Replacing(): MethodDecorator {
  return (_target, _key, descriptor: PropertyDescriptor) => {
    const method = descriptor.value as (...args: unknown[]) => unknown;
    descriptor.value = function (this: unknown, ...args: unknown[]) {
      return method.apply(this, args);
    };
  };
}

/** "A or B" with a guard that always allows. */
@Injectable()
class EitherGuard implements CanActivate {
  constructor(private readonly clerk: ClerkAuthGuard) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    try {
      return await this.clerk.canActivate(context);
    } catch {
      return true;
    }
  }
}

/** Leaves the answer to its own words, and the headers to the exception. */
@Catch(UnauthenticatedException)
class OwnWords implements ExceptionFilter {
  catch(exception: UnauthenticatedException, host: ArgumentsHost): void {
    const response: { raw?: object; status(code: number): { send(body: unknown): void } } = host
      .switchToHttp()
      .getResponse();
    response.status(401).send({ why: exception.reason });
  }
}

@Controller()
class HeadersController {
  @Get('either')
  @UseGuards(EitherGuard)
  either() {
    return {};
  }

  @Get('guarded')
  @UseGuards(ClerkAuthGuard)
  guarded() {
    return {};
  }

  @Get('filtered')
  @UseGuards(ClerkAuthGuard)
  @UseFilters(OwnWords)
  filtered() {
    return {};
  }
}

@Controller()
class JobsController {
  @MessagePattern('jobs')
  jobs() {
    return 'jobs';
  }
}

/**
 * What depends on the internals of Nest: decorators below one that replaces the method, the headers of rejections, and
 * the microservices of a hybrid application.
 *
 *     node main.js Express|Fastify
 */
async function main(adapterName: string | undefined): Promise<void> {
  const adapter = () => (adapterName === 'Fastify' ? new FastifyAdapter() : new ExpressAdapter());
  const { keys } = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  const create = (controller: Type, isGlobal = false) => {
    @Module({
      imports: [ClerkModule.forRoot({ ...keys })],
      controllers: [controller],
      providers: [EitherGuard, ...(isGlobal ? [{ provide: APP_GUARD, useClass: ClerkAuthGuard }] : [])],
    })
    class AppModule {}
    return NestFactory.create(AppModule, adapter(), { logger: false, abortOnError: false });
  };
  await replacedMethods(create);
  await headersOfRejections(create);
  await hybridMicroservices(create);
}

type Create = (controller: Type, isGlobal?: boolean) => Promise<INestApplication>;

async function replacedMethods(create: Create): Promise<void> {
  const decorators = [
    () => AcceptsToken('api_key'),
    () => Protect(),
    () => Public(),
    () => OnUnauthenticated('reject'),
  ];
  for (const decorator of decorators) {
    @Controller()
    class ReplacedController {
      @Get('replaced')
      @Replacing()
      @decorator()
      replaced() {
        return {};
      }
    }
    const app = await create(ReplacedController, true);
    await assert.rejects(app.init(), {
      code: 'requirement_invalid',
      message: /ReplacedController\.replaced has no effect/,
    });
    await app.close().catch(() => undefined);
  }
}

async function headersOfRejections(create: Create): Promise<void> {
  const app = await create(HeadersController);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const challengeOf = async (path: string) => {
    const { status, headers } = await fetch(`http://127.0.0.1:${port}${path}`);
    return [status, headers.has('www-authenticate')];
  };
  try {
    assert.deepEqual(await challengeOf('/either'), [200, false]);
    assert.deepEqual(await challengeOf('/guarded'), [401, true]);
    assert.deepEqual(await challengeOf('/filtered'), [401, true]);
  } finally {
    await app.close();
  }
}

async function hybridMicroservices(create: Create): Promise<void> {
  const options = { transport: Transport.TCP, options: { host: '127.0.0.1', port: 0 } } as const;
  const start = async (inheritAppConfig: boolean) => {
    const app = await create(JobsController, true);
    app.connectMicroservice(options, { inheritAppConfig });
    try {
      await app.startAllMicroservices();
      await app.init();
    } finally {
      await app.close();
    }
  };
  await assert.rejects(start(false), {
    code: 'guard_missing',
    message: /JobsController\.jobs.*inheritAppConfig/s,
  });
  await start(true);
}

void main(process.argv[2]);
