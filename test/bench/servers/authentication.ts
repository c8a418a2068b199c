import { pathToFileURL } from 'node:url';
import { readFileSync } from 'node:fs';

import { createParamDecorator, Injectable, UnauthorizedException } from '@nestjs/common';
import type { CanActivate, ExecutionContext, INestApplication, ModuleMetadata, Type } from '@nestjs/common';

import type * as NestClerk from '../../../lib/index.js';
import type { ServerSpec, TenantKeys } from './server-spec.js';

/** What an implementation adds to an application. */
export interface Authentication {
  readonly imports: NonNullable<ModuleMetadata['imports']>;
  readonly guard: Type<CanActivate>;
  /** A decorator that gives a handler an object with the user's id. */
  readonly parameter: () => ParameterDecorator;
  /** Called before the application listens. */
  install(app: INestApplication): Promise<void>;
}

/** As much of an auth object as the handlers read. */
export interface UserOfRequest {
  readonly userId: string | null;
}

export async function authenticationOf(spec: ServerSpec): Promise<Authentication> {
  if (spec.implementation === 'nest-clerk') return nestClerk(spec);
  if (spec.implementation === 'reference') return reference(spec);
  return {
    imports: [],
    guard: spec.implementation === 'empty guard' ? EmptyGuard : ThrowingGuard,
    parameter: createParamDecorator(() => NO_USER),
    install: async () => {},
  };
}

const NO_USER: UserOfRequest = { userId: 'user_0' };

@Injectable()
class EmptyGuard implements CanActivate {
  canActivate(): boolean {
    return true;
  }
}

@Injectable()
class ThrowingGuard implements CanActivate {
  canActivate(): boolean {
    throw new UnauthorizedException();
  }
}

async function nestClerk({ packageDirectory, tenants, apiUrl }: ServerSpec): Promise<Authentication> {
  const { Auth, ClerkAuthGuard, ClerkModule } = await importPackage(packageDirectory);
  const options = new Map(tenants.map(tenant => [tenant.host, optionsOf(tenant, apiUrl)]));
  const [first] = options.values();
  const module =
    tenants.length === 1
      ? ClerkModule.forRoot(first)
      : ClerkModule.forRoot({ requestOptions: ({ headers }) => options.get(String(headers.host)) });
  return {
    imports: [module],
    guard: ClerkAuthGuard,
    parameter: () => Auth(),
    install: async () => {},
  };
}

/** Imports a built package by its own `exports`, which other revisions may lay out in another way. */
async function importPackage(directory: string): Promise<typeof NestClerk> {
  const { exports } = JSON.parse(readFileSync(`${directory}/package.json`, 'utf8')) as {
    exports: { '.': { default: string } };
  };
  const entryPoint = pathToFileURL(`${directory}/${exports['.'].default}`).href;
  return import(entryPoint) as Promise<typeof NestClerk>;
}

function optionsOf({ publishableKey, secretKey }: TenantKeys, apiUrl: string) {
  return { publishableKey, secretKey, apiUrl };
}

async function reference({ adapter, tenants, apiUrl }: ServerSpec): Promise<Authentication> {
  const options = new Map(tenants.map(tenant => [tenant.host, optionsOf(tenant, apiUrl)]));
  const [first] = options.values();
  if (adapter === 'fastify') {
    const { clerkPlugin, getAuth } = await import('@clerk/fastify');
    return {
      ...byGetAuth(context => getAuth(context.switchToHttp().getRequest())),
      install: async app => {
        await (app as unknown as { register(plugin: unknown, options: unknown): Promise<void> }).register(
          clerkPlugin,
          first,
        );
      },
    };
  }
  const { clerkMiddleware, getAuth } = await import('@clerk/express');
  const byHost = clerkMiddleware(request => options.get(String(request.headers.host))!);
  const requestOf = await requestReader(adapter);
  return {
    ...byGetAuth(context => getAuth(requestOf(context) as never)),
    install: async app => void app.use(tenants.length === 1 ? clerkMiddleware(first) : byHost),
  };
}

/** The guard and decorator that an application with `@clerk/express` or `@clerk/fastify` would write. */
function byGetAuth(authOf: (context: ExecutionContext) => UserOfRequest) {
  @Injectable()
  class ReferenceGuard implements CanActivate {
    canActivate(context: ExecutionContext): boolean {
      if (authOf(context).userId === null) throw new UnauthorizedException();
      return true;
    }
  }
  return {
    imports: [],
    guard: ReferenceGuard,
    parameter: createParamDecorator((_, context) => authOf(context)),
  };
}

async function requestReader(
  adapter: ServerSpec['adapter'],
): Promise<(context: ExecutionContext) => unknown> {
  if (adapter !== 'graphql') return context => context.switchToHttp().getRequest();
  const { GqlExecutionContext } = await import('@nestjs/graphql');
  return context => GqlExecutionContext.create(context).getContext<{ req: unknown }>().req;
}
