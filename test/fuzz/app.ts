import { once } from 'node:events';
import { createServer as createHttp2Server } from 'node:http2';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { ApolloDriver } from '@nestjs/apollo';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { All, Body, Controller, Get, Injectable, Module, Post, UseGuards } from '@nestjs/common';
import type { INestApplication, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { AbstractHttpAdapter } from '@nestjs/core';
import { Field, GraphQLModule, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';

import { clerkMiddleware } from '../../lib/express/index.js';
import {
  AcceptsToken,
  Auth,
  ClerkAuthGuard,
  ClerkModule,
  CurrentUser,
  getAuth,
  MemoryDeliveryStore,
  OnClerkEvent,
  Protect,
  Public,
} from '../../lib/index.js';
import type {
  AuthObject,
  ByRequest,
  ClerkModuleOptions,
  ClerkOptions,
  NodeRequest,
  User,
} from '../../lib/index.js';
import { planted } from './plants.js';
import { GLOBEX_ORIGIN, HOSTS, PROXY_PATH, PROXY_TIMEOUT_MS } from './settings.js';
import type { AdapterName, FuzzSettings } from './settings.js';

/** Who a request was taken for: what the oracle compares. */
interface Who {
  id: string | null;
  type: string | null;
}

function whoIs(auth: AuthObject): Who {
  if (!auth.isAuthenticated) return { id: null, type: null };
  const { tokenType } = auth;
  return { id: tokenType === 'session_token' ? auth.userId : auth.subject, type: tokenType };
}

const answer = (auth: AuthObject) => ({ who: whoIs(auth) });

@Controller()
class OpenController {
  @All(['open', 'orgs/:slug', 'me/:slug', 'health'])
  open(@Auth({ acceptsToken: 'any' }) auth: AuthObject) {
    return answer(auth);
  }

  @Post('echo')
  echo(@Auth() auth: AuthObject, @Body() body: unknown) {
    return { ...answer(auth), length: JSON.stringify(body ?? null).length };
  }

  @Get('profile')
  profile(@Auth() auth: AuthObject, @CurrentUser() user: User | null) {
    return { ...answer(auth), current: user?.id ?? null };
  }
}

@Controller('guarded')
@UseGuards(ClerkAuthGuard)
class GuardedController {
  @All()
  session(@Auth() auth: AuthObject) {
    return answer(auth);
  }

  @All('api-key')
  @AcceptsToken('api_key')
  apiKey(@Auth() auth: AuthObject) {
    return answer(auth);
  }

  @All('any')
  @AcceptsToken('any')
  any(@Auth() auth: AuthObject) {
    return answer(auth);
  }

  @All('admin')
  @Protect({ role: 'org:admin' })
  admin(@Auth() auth: AuthObject) {
    return answer(auth);
  }

  @All('invoices')
  @Protect({ permission: 'org:invoices:read' })
  invoices(@Auth() auth: AuthObject) {
    return answer(auth);
  }

  @All('recent')
  @Protect({ reverification: 'strict' })
  recent(@Auth() auth: AuthObject) {
    return answer(auth);
  }

  @All('public')
  @Public()
  public(@Auth() auth: AuthObject) {
    return answer(auth);
  }
}

@ObjectType()
class WhoType {
  @Field(() => String, { nullable: true })
  id!: string | null;

  @Field(() => String, { nullable: true })
  type!: string | null;
}

@Resolver()
class WhoResolver {
  @Query(() => WhoType)
  who(@Auth() auth: AuthObject): WhoType {
    return whoIs(auth);
  }

  @Query(() => WhoType)
  @UseGuards(ClerkAuthGuard)
  guardedWho(@Auth() auth: AuthObject): WhoType {
    return whoIs(auth);
  }
}

@Injectable()
class Events {
  handled = 0;

  @OnClerkEvent(['user.created', 'user.updated'])
  async user() {
    await Promise.resolve();
    this.handled++;
  }

  @OnClerkEvent()
  all() {
    this.handled++;
  }
}

/** Every other path, which each router spells in its own way. */
function catchAll(adapter: AdapterName): Type {
  @Controller()
  class CatchAllController {
    @All(adapter === 'fastify' ? ['*'] : ['/', '*path'])
    all(@Auth({ acceptsToken: 'any' }) auth: AuthObject) {
      return answer(auth);
    }
  }
  return CatchAllController;
}

function graphqlModule() {
  return GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    autoSchemaFile: true,
    graphiql: false,
    // Requests without preflight are 400 otherwise, before any guard.
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
  });
}

@Resolver()
class ControlResolver {
  @Query(() => WhoType)
  who(): WhoType {
    return { id: null, type: null };
  }

  @Query(() => WhoType)
  guardedWho(): WhoType {
    return this.who();
  }
}

/** The same body parsers and routers without Clerk: tells which failures are not ours. */
function controlModule(adapter: AdapterName): Type {
  @Controller()
  class ControlController {
    @All(adapter === 'fastify' ? ['*'] : ['/', '*path'])
    all() {
      return { who: { id: null, type: null } };
    }
  }
  @Module({ imports: [graphqlModule()], controllers: [ControlController], providers: [ControlResolver] })
  class ControlModule {}
  return ControlModule;
}

function tenants({ acme, globex }: FuzzSettings): Map<string, ClerkOptions> {
  const ofGlobex: ClerkOptions = {
    ...globex,
    authorizedParties: [GLOBEX_ORIGIN],
    signInUrl: `${GLOBEX_ORIGIN}/sign-in`,
    organizationSyncOptions: {
      organizationPatterns: ['/orgs/:slug', '/orgs/:slug/(.*)', '/by-id/:id/(.*)/x/(.*)'],
      personalAccountPatterns: ['/me', '/me/(.*)'],
    },
  };
  return new Map<string, ClerkOptions>([
    [HOSTS.acme, { ...acme }],
    [HOSTS.globex, ofGlobex],
    [HOSTS.satellite, { ...ofGlobex, isSatellite: true, domain: HOSTS.satellite, satelliteAutoSync: true }],
  ]);
}

/** The tenant of the host, in any case and with any port. One tenant's options come asynchronously. */
function chooseTenant(settings: FuzzSettings, more: ClerkOptions = {}): ByRequest<ClerkOptions | undefined> {
  const options = new Map([...tenants(settings)].map(([host, tenant]) => [host, { ...tenant, ...more }]));
  return (request: NodeRequest) => {
    const host = String(request.headers[':authority'] ?? request.headers.host ?? '');
    const tenant = options.get(host.toLowerCase().replace(/:\d*$/, ''));
    return tenant?.isSatellite ? Promise.resolve(tenant) : tenant;
  };
}

function moduleOptions(settings: FuzzSettings): ClerkModuleOptions {
  return {
    requestOptions: chooseTenant(settings),
    frontendApiProxy: {
      enabled: true,
      path: PROXY_PATH,
      fapiUrl: settings.frontendApiUrl,
      timeoutMs: PROXY_TIMEOUT_MS,
    },
    // Small, so that it is full early and its growth is no leak.
    webhooks: {
      signingSecret: settings.signingSecret,
      store: new MemoryDeliveryStore({ maxEntries: 200 }),
      bodyLimit: 64 * 1024,
    },
    exclude: ['/health', '/assets/*'],
    oauthProtectedResource: true,
  };
}

function newAdapter(name: AdapterName, isHttp2: boolean): AbstractHttpAdapter {
  if (name === 'express') return new ExpressAdapter();
  return new FastifyAdapter(isHttp2 ? ({ http2: true } as object) : undefined);
}

async function startNest(module: Type, adapter: AbstractHttpAdapter): Promise<INestApplication> {
  const app = await NestFactory.create(module, adapter, { logger: false, abortOnError: false });
  await app.listen(0, '127.0.0.1');
  return app;
}

function fuzzModule(settings: FuzzSettings): Type {
  @Module({
    imports: [ClerkModule.forRoot(moduleOptions(settings)), graphqlModule()],
    controllers: [OpenController, GuardedController, catchAll(settings.adapter)],
    providers: [WhoResolver, Events],
  })
  class FuzzModule {}
  return FuzzModule;
}

/** HTTP/2 with Nest on Fastify; Express does not have it, so there the middleware runs on `node:http2`. */
async function startHttp2(settings: FuzzSettings): Promise<{ server: Server; close: () => unknown }> {
  if (settings.adapter === 'fastify') {
    const app = await startNest(fuzzModule(settings), newAdapter('fastify', true));
    return { server: app.getHttpServer() as Server, close: () => app.close() };
  }
  const { frontendApiProxy } = moduleOptions(settings);
  const choose = chooseTenant(settings, { frontendApiProxy });
  // Without a tenant it gives `undefined`, which the type does not say.
  const middleware = clerkMiddleware(request => choose(request) as ClerkOptions | Promise<ClerkOptions>);
  const server = createHttp2Server((request, response) => {
    const end = (status: number, body: unknown) => {
      response.statusCode = status;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(body));
    };
    middleware(request as never, response as unknown as ServerResponse, (error?: unknown) => {
      if (error) end(500, { message: String(error) });
      else end(200, answer(getAuth(request as never, { acceptsToken: 'any' })));
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { server: server as unknown as Server, close: () => server.close() };
}

/** The servers that are fuzzed, and the one that failures are compared with. */
export interface FuzzServers {
  readonly ports: { readonly http1: number; readonly http2: number; readonly control: number };
  close(): Promise<void>;
}

/**
 * Starts the servers of one adapter.
 *
 * @param onRequest - is told the number of each drawn request
 */
export async function startServers(
  settings: FuzzSettings,
  onRequest: (request: IncomingMessage) => void,
): Promise<FuzzServers> {
  const adapter = newAdapter(settings.adapter, false);
  if (settings.plant) adapter.use(planted(settings.plant));
  const app = await startNest(fuzzModule(settings), adapter);
  const control = await startNest(controlModule(settings.adapter), newAdapter(settings.adapter, false));
  const http2 = await startHttp2(settings);
  const http1Server = app.getHttpServer() as Server;
  for (const server of [http1Server, http2.server]) server.prependListener('request', onRequest);
  return {
    ports: {
      http1: portOf(http1Server),
      http2: portOf(http2.server),
      control: portOf(control.getHttpServer() as Server),
    },
    async close() {
      await Promise.all([app.close(), control.close(), http2.close()]);
    },
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
