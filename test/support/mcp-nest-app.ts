import {
  McpController,
  McpHttpControllerFor,
  McpStrategy,
  Prompt,
  StreamableHttpTransport,
  Tool,
  ToolScopes,
} from '@rekog/mcp-nest';
import type { McpContext } from '@rekog/mcp-nest';
import { Controller, Module, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx } from '@nestjs/microservices';
import {
  AcceptsToken,
  AppUser,
  Auth,
  ClerkAuthGuard,
  ClerkContext,
  ClerkContextInterceptor,
  ClerkModule,
  McpEndpoint,
  Protect,
} from 'nest-clerk';
import type { AuthenticatedAuthObject, AuthenticatedMachineObject, ClerkModuleOptions } from 'nest-clerk';
import { Injectable, UseInterceptors } from '@nestjs/common';

import { newHttpAdapter } from './http-adapter.js';
import { listenNest } from './running-app.js';
import type { RunningNestApp } from './running-app.js';

/** Finds a row for every user. */
@Injectable()
class Rows {
  resolve(auth: AuthenticatedAuthObject) {
    return { id: `row of ${'userId' in auth ? auth.userId : auth.subject}` };
  }
}

@McpController()
@UseGuards(ClerkAuthGuard)
@UseInterceptors(ClerkContextInterceptor)
@AcceptsToken('oauth_token')
export class NotesTools {
  constructor(private readonly clerk: ClerkContext) {}

  @Tool({ name: 'whoami', description: 'Who calls' })
  whoami(
    @Auth() auth: AuthenticatedMachineObject<'oauth_token'>,
    @AppUser() row: object,
    @Ctx() context: McpContext,
  ) {
    const { userId } = this.clerk.getAuth();
    const { user } = context.getRawRequest<{ user?: { clientId: string } }>() ?? {};
    const { clientId, scopes } = auth;
    return { userId: auth.userId, clientId, scopes, row, inContext: userId, clientOfUser: user?.clientId };
  }

  @Tool({ name: 'add_note', description: 'Adds a note' })
  @Protect({ scopes: 'notes:write' })
  add() {
    return { added: true };
  }

  @Tool({ name: 'delete_note', description: 'Deletes a note' })
  @Protect(auth => auth.isAuthenticated && 'userId' in auth && auth.userId === 'user_ada')
  delete() {
    return { deleted: true };
  }

  @Tool({ name: 'native', description: 'Has a scope of the library' })
  @ToolScopes(['notes:native'])
  native() {
    return { native: true };
  }

  @Prompt({ name: 'summary', description: 'A prompt' })
  @Protect({ scopes: 'notes:write' })
  summary() {
    return { messages: [] };
  }
}

/** Starts an application with an MCP server of `@rekog/mcp-nest`. */
export async function startMcpNestApp(
  options: ClerkModuleOptions,
  { statefulMode = false }: { statefulMode?: boolean } = {},
): Promise<RunningNestApp> {
  const transport = new StreamableHttpTransport({ statefulMode, stepUpAuthorization: true });
  const strategy = new McpStrategy({
    name: 'notes',
    version: '1.0.0',
    transports: [transport],
    logging: false,
  });

  @Controller('mcp')
  @McpEndpoint({ tools: [NotesTools] })
  @Protect({ scopes: 'notes:read' })
  class McpHttpController extends McpHttpControllerFor(transport) {}

  @Module({
    imports: [ClerkModule.forRoot({ ...options, userResolver: Rows })],
    controllers: [McpHttpController, NotesTools],
    providers: [Rows],
  })
  class RootModule {}

  const app = await NestFactory.create(RootModule, await newHttpAdapter(), {
    logger: false,
    abortOnError: false,
  });
  strategy.setHttpAdapter(app.getHttpAdapter() as never);
  app.connectMicroservice({ strategy });
  await app.startAllMicroservices();
  return listenNest(app);
}
