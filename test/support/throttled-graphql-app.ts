/** A throttled GraphQL application, as a program. Its argument `finds-request` has the guard find the request. */
import type { AddressInfo } from 'node:net';

import { ApolloDriver } from '@nestjs/apollo';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { Injectable, Module } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { GqlExecutionContext, GraphQLModule, Query, Resolver } from '@nestjs/graphql';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';

import { ClerkModule, clerkTracker } from '../../lib/index.js';

interface HttpPair {
  req: Record<string, unknown>;
  res: Record<string, unknown>;
}

@Injectable()
class GraphqlThrottlerGuard extends ThrottlerGuard {
  protected override getRequestResponse(context: ExecutionContext): HttpPair {
    const { req, res } = GqlExecutionContext.create(context).getContext<HttpPair>();
    return { req, res };
  }
}

@Resolver()
class GreetingResolver {
  @Query(() => String)
  greeting() {
    return 'Hello';
  }
}

@Module({
  imports: [
    ClerkModule.forRoot(),
    ThrottlerModule.forRoot({ throttlers: [{ ttl: 600_000, limit: 1 }], getTracker: clerkTracker }),
    GraphQLModule.forRoot<ApolloDriverConfig>({
      driver: ApolloDriver,
      autoSchemaFile: true,
      graphiql: false,
      context: ({ req, res }: HttpPair) => ({ req, res }),
    }),
  ],
  providers: [
    GreetingResolver,
    {
      provide: APP_GUARD,
      useClass: process.argv[2] === 'finds-request' ? GraphqlThrottlerGuard : ThrottlerGuard,
    },
  ],
})
class AppModule {}

const app = await NestFactory.create(AppModule, { logger: false });
await app.listen(0, '127.0.0.1');
process.on('disconnect', () => process.exit());
process.send!((app.getHttpServer() as { address(): AddressInfo }).address().port);
