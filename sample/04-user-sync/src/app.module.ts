import { Controller, Get, Module } from '@nestjs/common';
import { AppUser, ClerkModule, Protect, Public } from 'nest-clerk';

import { Backfill } from './backfill.js';
import { ClerkSync } from './clerk-sync.js';
import { Database } from './database.js';
import { isLocal, localClerk } from './local-clerk.js';
import { Provisioning } from './provisioning.js';
import type { Account } from './provisioning.js';
import { Tables } from './tables.js';

/** Public in this sample: it shows the rows of the tables. */
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

/** The row of the signed-in user, created by the first request if no webhook has. */
@Controller('me')
@Protect()
class MeController {
  @Get()
  me(@AppUser() account: Account) {
    return account;
  }
}

@Module({
  imports: [
    ClerkModule.forRootAsync({
      useFactory: async () => {
        const path = '/webhooks/clerk';
        if (!isLocal) return { webhooks: { path }, userResolver: Provisioning };
        const { keys, webhooks } = await localClerk();
        return {
          ...keys,
          webhooks: { path, signingSecret: webhooks.signingSecret },
          userResolver: Provisioning,
        };
      },
    }),
  ],
  controllers: [TablesController, MeController],
  providers: [
    { provide: Database, useFactory: () => Database.open() },
    Tables,
    ClerkSync,
    Backfill,
    Provisioning,
  ],
})
export class AppModule {}
