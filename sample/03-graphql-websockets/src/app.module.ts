import { ApolloDriver } from '@nestjs/apollo';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { ClerkModule } from 'nest-clerk';

import { local } from './local-clerk.js';
import { Messages } from './messages/messages.js';
import { MessagesGateway } from './messages/messages.gateway.js';
import { MessagesResolver } from './messages/messages.resolver.js';

@Module({
  imports: [
    ClerkModule.forRoot({ ...local.keys }),
    GraphQLModule.forRoot<ApolloDriverConfig>({
      driver: ApolloDriver,
      autoSchemaFile: true,
      graphiql: false,
      subscriptions: { 'graphql-ws': true },
    }),
  ],
  providers: [Messages, MessagesResolver, MessagesGateway],
})
export class AppModule {}
