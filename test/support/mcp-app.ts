import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { All, Controller, Req, Res } from '@nestjs/common';
import { ClerkClient, ClerkModule, McpEndpoint, Protect } from 'nest-clerk';
import type { ClerkModuleOptions } from 'nest-clerk';
import type { LocalClerk, LocalClerkServer } from 'nest-clerk/testing';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { startNest } from './running-app.js';
import type { NestSettings, RunningNestApp } from './running-app.js';

interface HttpRequest extends IncomingMessage {
  readonly raw?: IncomingMessage;
  readonly body?: unknown;
}

interface HttpResponse extends ServerResponse {
  readonly raw?: ServerResponse;
  hijack?(): void;
}

/** Gives a request to a new server of the SDK, on Express or on Fastify. */
export async function serveMcp(
  server: McpServer,
  request: HttpRequest,
  response: HttpResponse,
): Promise<void> {
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
  const raw = response.raw ?? response;
  raw.on('close', () => void server.close());
  response.hijack?.();
  await server.connect(transport);
  await transport.handleRequest(request.raw ?? request, raw, request.body);
}

/** A server whose tools answer with what they know of their caller. */
export function notesServer(): McpServer {
  const server = new McpServer({ name: 'notes', version: '1.0.0' });
  for (const name of ['whoami', 'add_note', 'delete_note', 'either']) {
    server.registerTool(name, { description: name }, extra => ({
      content: [{ type: 'text', text: JSON.stringify({ name, authInfo: extra.authInfo }) }],
    }));
  }
  return server;
}

@Controller('mcp')
@McpEndpoint({
  tools: {
    add_note: { scopes: 'notes:write' },
    delete_note: auth => auth.isAuthenticated && 'userId' in auth && auth.userId === 'user_ada',
    either: { scopes: ['notes:all', 'notes:write'] },
  },
})
@Protect({ scopes: 'notes:read' })
export class NotesController {
  @All()
  handle(@Req() request: HttpRequest, @Res() response: HttpResponse): Promise<void> {
    return serveMcp(notesServer(), request, response);
  }
}

/** The options of an application that uses a {@link LocalClerk} as its authorization server, over HTTP. */
export function withAuthorizationServer(local: LocalClerk, server: LocalClerkServer): ClerkModuleOptions {
  return { ...local.keys, proxyUrl: server.url };
}

/** Lets clients register themselves, which is off by default. */
export async function allowRegistration(local: LocalClerk, oauthJwtAccessTokens = true): Promise<void> {
  const clerk = new ClerkClient(local.keys);
  await clerk.instance.updateOAuthApplicationSettings({
    dynamicOauthClientRegistration: true,
    oauthJwtAccessTokens,
  });
}

export function startMcpApp(
  options: ClerkModuleOptions,
  settings: NestSettings = {},
): Promise<RunningNestApp> {
  return startNest({
    imports: [ClerkModule.forRoot(options)],
    controllers: [NotesController],
    ...settings,
  });
}
