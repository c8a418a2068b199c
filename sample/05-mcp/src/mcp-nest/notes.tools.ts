import { McpController, Tool } from '@rekog/mcp-nest';
import { Payload } from '@nestjs/microservices';
import { AcceptsToken, Auth, Protect } from 'nest-clerk';
import type { AuthenticatedMachineObject } from 'nest-clerk';
import { z } from 'zod';

import { Notes } from '../notes/notes.js';

type Caller = AuthenticatedMachineObject<'oauth_token'>;

@McpController()
@AcceptsToken('oauth_token')
@Protect({ scopes: 'notes:read' })
export class NotesTools {
  constructor(private readonly notes: Notes) {}

  @Tool({ name: 'whoami', description: 'Who calls' })
  whoami(@Auth() { userId, clientId, scopes }: Caller) {
    return { userId, clientId, scopes };
  }

  @Tool({ name: 'list_notes', description: 'The notes of the user' })
  list(@Auth('userId') userId: string) {
    return this.notes.of(userId);
  }

  @Tool({
    name: 'add_note',
    description: 'Adds a note',
    parameters: z.object({ text: z.string().max(1000) }),
  })
  @Protect({ scopes: 'notes:write' })
  add(@Auth('userId') userId: string, @Payload() { text }: { text: string }) {
    return this.notes.add(userId, text);
  }
}
