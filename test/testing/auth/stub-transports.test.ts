import { afterEach, describe, expect, it } from '@jest/globals';
import { Controller, Injectable, Module, UseInterceptors } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { GraphQLModule, Query, Resolver } from '@nestjs/graphql';
import { ApolloDriver } from '@nestjs/apollo';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { ClientProxyFactory, MessagePattern, Transport } from '@nestjs/microservices';
import { Test } from '@nestjs/testing';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import {
  Auth,
  ClerkAuthGuard,
  ClerkContext,
  ClerkContextInterceptor,
  ClerkModule,
  Protect,
} from 'nest-clerk';
import type { AuthObject } from 'nest-clerk';
import { signedInAuth, signedOutAuth, StubClerkAuthGuard, stubClerkOptions } from 'nest-clerk/testing';
import { lastValueFrom } from 'rxjs';
import type { Server } from 'node:net';
import type { AddressInfo } from 'node:net';

import { closeApps, listenNest } from '../../support/running-app.js';
import { closeSockets, SOCKET_KINDS } from '../../support/sockets.js';
import type { SocketKind } from '../../support/sockets.js';

const ADMIN = signedInAuth({ userId: 'user_ada', orgId: 'org_acme', orgRole: 'org:admin' });
const MEMBER = signedInAuth({ userId: 'user_bob', orgId: 'org_acme' });

@Injectable()
class Deep {
  constructor(private readonly clerk: ClerkContext) {}

  userId() {
    return this.clerk.getAuth().userId;
  }
}

@Resolver()
@Protect({ role: 'org:admin' })
class AdminResolver {
  @Query(() => String)
  admin(@Auth('userId') userId: string) {
    return userId;
  }
}

@WebSocketGateway()
@UseInterceptors(ClerkContextInterceptor)
class AdminGateway {
  constructor(private readonly deep: Deep) {}

  @SubscribeMessage('admin')
  @Protect({ role: 'org:admin' })
  admin(@Auth('userId') userId: string) {
    return { event: 'answer', data: { userId, deep: this.deep.userId() } };
  }
}

@Controller()
@UseInterceptors(ClerkContextInterceptor)
class AdminMessages {
  constructor(private readonly deep: Deep) {}

  @MessagePattern('admin')
  @Protect({ role: 'org:admin' })
  admin(@Auth('userId') userId: string) {
    return { userId, deep: this.deep.userId() };
  }
}

/** The two ways to stub: by the options of the module, or by a guard in front of the real ones. */
const WAYS = {
  'stubClerkOptions()': (auth: () => AuthObject) => ({
    imports: [ClerkModule.forRoot(stubClerkOptions(auth))],
    providers: [],
  }),
  StubClerkAuthGuard: (auth: () => AuthObject) => ({
    imports: [ClerkModule.forRoot(stubClerkOptions(signedOutAuth()))],
    providers: [{ provide: APP_GUARD, useValue: new StubClerkAuthGuard(auth) }],
  }),
};

afterEach(() => {
  closeSockets();
  return closeApps();
});

describe.each(Object.entries(WAYS))('%s', (_, way) => {
  let caller: AuthObject = ADMIN;
  const stubbed = way(() => caller);

  it('provides the caller of a GraphQL operation', async () => {
    caller = ADMIN;
    const driver: ApolloDriverConfig = { driver: ApolloDriver, autoSchemaFile: true, graphiql: false };
    const compiled = await Test.createTestingModule({
      imports: [...stubbed.imports, GraphQLModule.forRoot(driver)],
      providers: [...stubbed.providers, AdminResolver],
    }).compile();
    const app = await listenNest(compiled.createNestApplication({ logger: false }));
    const ask = async (): Promise<unknown> => {
      const headers = { 'content-type': 'application/json' };
      return (await app.request('/graphql', { method: 'POST', headers, body: '{"query":"{ admin }"}' })).json;
    };
    expect(await ask()).toEqual({ data: { admin: 'user_ada' } });
    caller = MEMBER;
    expect(await ask()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });

  it.each(SOCKET_KINDS.map(kind => [kind.name, kind] as [string, SocketKind]))(
    'provides the caller of the messages of %s',
    async (_name, kind) => {
      caller = ADMIN;
      const compiled = await Test.createTestingModule({
        imports: stubbed.imports,
        providers: [AdminGateway, Deep, ...stubbed.providers],
      })
        // Nest 11 runs no global guard for gateways, and an application that has one replaces this one.
        .overrideGuard(ClerkAuthGuard)
        .useValue(stubbed.providers[0]?.useValue ?? new ClerkAuthGuard())
        .compile();
      const nest = compiled.createNestApplication({ logger: false });
      nest.useWebSocketAdapter(kind.adapter(nest));
      const { port } = await listenNest(nest);
      const client = await kind.connect(port);
      expect((await client.ask('admin')).data).toEqual({ userId: 'user_ada', deep: 'user_ada' });
      caller = MEMBER;
      expect((await client.ask('admin')).data).toMatchObject({ code: 'FORBIDDEN' });
    },
  );

  it('provides the caller of the messages of a microservice', async () => {
    caller = ADMIN;
    @Module({
      imports: stubbed.imports,
      controllers: [AdminMessages],
      providers: [Deep, ...stubbed.providers],
    })
    class MessagesModule {}
    const compiled = await Test.createTestingModule({ imports: [MessagesModule] }).compile();
    const app = compiled.createNestMicroservice({
      transport: Transport.TCP,
      options: { host: '127.0.0.1', port: 0 },
      logger: false,
    });
    await app.listen();
    const { port } = app.unwrap<Server>().address() as AddressInfo;
    const client = ClientProxyFactory.create({
      transport: Transport.TCP,
      options: { host: '127.0.0.1', port },
    });
    try {
      const ask = () => lastValueFrom(client.send<unknown>('admin', {}));
      expect(await ask()).toEqual({ userId: 'user_ada', deep: 'user_ada' });
      caller = MEMBER;
      await expect(ask()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    } finally {
      client.close();
      await app.close();
    }
  });
});

describe('StubClerkAuthGuard in a unit test, with a context of the test', () => {
  class Handlers {
    @Protect({ role: 'org:admin' })
    admin() {
      return true;
    }
  }
  const { admin } = Handlers.prototype;
  const contextOf = (type: string, args: unknown[]): ExecutionContext => {
    const context = new ExecutionContextHost(args, Handlers, admin);
    context.setType(type as never);
    return context;
  };

  it.each<[string, unknown[]]>([
    ['http', [{ headers: {} }, {}]],
    ['graphql', [{}, {}, { req: { headers: {} } }, {}]],
    ['graphql', [{}, {}, {}, {}]],
    ['ws', [{}, 'data']],
    ['rpc', [{}, {}]],
    ['rpc', [{}, undefined]],
    ['telegraf', [{}]],
  ])('applies the rules of the handler to a call of the type %s', async (type, args) => {
    await expect(new StubClerkAuthGuard(ADMIN).canActivate(contextOf(type, args))).resolves.toBe(true);
    await expect(new StubClerkAuthGuard(MEMBER).canActivate(contextOf(type, args))).rejects.toThrow();
    await expect(
      new StubClerkAuthGuard(signedOutAuth()).canActivate(contextOf(type, args)),
    ).rejects.toThrow();
  });
});
