import { McpHttpControllerFor, McpStrategy, StreamableHttpTransport } from '@rekog/mcp-nest';
import { Controller } from '@nestjs/common';
import { McpEndpoint, Protect } from 'nest-clerk';

import { NotesTools } from './notes.tools.js';

const transport = new StreamableHttpTransport({
  security: { allowedHosts: 'localhost', allowedOrigins: 'localhost' },
});

/** The MCP server, which Nest runs as a microservice. */
export const notesStrategy = new McpStrategy({
  name: 'notes',
  version: '1.0.0',
  transports: [transport],
  logging: false,
});

/** The endpoint: the requirements of the tools come from their `@Protect()`. */
@Controller('mcp-nest')
@McpEndpoint({ tools: [NotesTools] })
@Protect({ scopes: 'notes:read' })
export class McpNestController extends McpHttpControllerFor(transport) {}
