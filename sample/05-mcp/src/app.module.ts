import { Module } from '@nestjs/common';
import { ClerkModule } from 'nest-clerk';

import { authorizationServer, local, RESOURCE } from './local-clerk.js';
import { McpNestController } from './mcp-nest/mcp-nest.controller.js';
import { NotesTools } from './mcp-nest/notes.tools.js';
import { Notes } from './notes/notes.js';
import { McpController } from './sdk/mcp.controller.js';
import { NotesServer } from './sdk/notes.server.js';

@Module({
  imports: [
    ClerkModule.forRoot({
      ...local.keys,
      proxyUrl: authorizationServer.url,
      oauthProtectedResource: {
        resource: RESOURCE,
        requireAudience: true,
        scopesSupported: ['notes:read'],
        resourceName: 'Notes',
      },
    }),
  ],
  controllers: [McpController, McpNestController, NotesTools],
  providers: [Notes, NotesServer],
})
export class AppModule {}
