import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { All, Controller, Req, Res } from '@nestjs/common';
import { McpEndpoint, Protect } from 'nest-clerk';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { NotesServer } from './notes.server.js';

@Controller('mcp')
@McpEndpoint({ tools: { add_note: { scopes: 'notes:write' } } })
@Protect({ scopes: 'notes:read' })
export class McpController {
  constructor(private readonly servers: NotesServer) {}

  @All()
  async handle(
    @Req() request: IncomingMessage & { body?: unknown },
    @Res() response: ServerResponse,
  ): Promise<void> {
    // Without sessions: a client that opens many leaves nothing behind.
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
    const server = this.servers.create();
    response.on('close', () => void server.close());
    await server.connect(transport);
    await transport.handleRequest(request, response, request.body);
  }
}
