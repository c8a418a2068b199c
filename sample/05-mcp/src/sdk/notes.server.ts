import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { AuthInfo } from '@modelcontextprotocol/sdk/server/auth/types.js';
import { Injectable } from '@nestjs/common';
import type { McpAuthExtra } from 'nest-clerk';
import { z } from 'zod';

import { Notes } from '../notes/notes.js';

/** Creates MCP servers for notes with the SDK alone. */
@Injectable()
export class NotesServer {
  constructor(private readonly notes: Notes) {}

  /** A server for one request: nothing is shared between users. */
  create(): McpServer {
    const server = new McpServer({ name: 'notes', version: '1.0.0' });
    server.registerTool('whoami', { description: 'Who calls' }, ({ authInfo }) =>
      asText({ userId: userOf(authInfo), clientId: authInfo?.clientId, scopes: authInfo?.scopes }),
    );
    server.registerTool('list_notes', { description: 'The notes of the user' }, ({ authInfo }) =>
      asText(this.notes.of(userOf(authInfo))),
    );
    server.registerTool(
      'add_note',
      { description: 'Adds a note', inputSchema: { text: z.string().max(1000) } },
      ({ text }, { authInfo }) => asText(this.notes.add(userOf(authInfo), text)),
    );
    return server;
  }
}

function userOf(authInfo: AuthInfo | undefined): string {
  const { userId } = authInfo?.extra as McpAuthExtra;
  return userId ?? '';
}

function asText(value: unknown) {
  return { content: [{ type: 'text' as const, text: JSON.stringify(value) }] };
}
