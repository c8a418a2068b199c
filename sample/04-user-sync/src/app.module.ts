import { Controller, Get, Module } from '@nestjs/common';
import { ClerkModule, Public } from 'nest-clerk';

import { Backfill } from './backfill.js';
import { ClerkSync } from './clerk-sync.js';
import { Database } from './database.js';
import { isLocal, localClerk } from './local-clerk.js';
import { Tables } from './tables.js';

/** Open to everybody for the sample's sake: it shows what is in the tables. */
@Controller()
@Public()
class TablesController {
  constructor(private readonly tables: Tables) {}

  @Get('users')
  users() {
    return this.tables.users();
  }

  @Get('organizations')
  organizations() {
    return this.tables.organizations();
  }

  @Get('memberships')
  memberships() {
    return this.tables.memberships();
  }
}

@Module({
  imports: [
    ClerkModule.forRootAsync({
      useFactory: async () => {
        const path = '/webhooks/clerk';
        if (!isLocal) return { webhooks: { path } };
        const { keys, webhooks } = await localClerk();
        return { ...keys, webhooks: { path, signingSecret: webhooks.signingSecret } };
      },
    }),
  ],
  controllers: [TablesController],
  providers: [{ provide: Database, useFactory: () => Database.open() }, Tables, ClerkSync, Backfill],
})
export class AppModule {}
