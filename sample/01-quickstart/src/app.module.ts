import { Module } from '@nestjs/common';
import { ClerkModule } from 'nest-clerk';

import { AppController } from './app.controller.js';
import { localClerk } from './local-clerk.js';

@Module({
  imports: [
    // With a Clerk account this is just `ClerkModule.forRoot()`: the keys come from the environment.
    ClerkModule.forRootAsync({ useFactory: async () => ({ ...(await localClerk())?.keys }) }),
  ],
  controllers: [AppController],
})
export class AppModule {}
