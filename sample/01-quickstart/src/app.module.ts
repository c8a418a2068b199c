import { Module } from '@nestjs/common';
import { ClerkModule } from 'nest-clerk';

import { AppController } from './app.controller.js';
import { isLocal, localClerk } from './local-clerk.js';
import { LocalSignInController } from './local-sign-in.controller.js';

@Module({
  imports: [
    // With a Clerk account this is `ClerkModule.forRoot()`: the keys come from the environment.
    ClerkModule.forRootAsync({ useFactory: async () => (isLocal ? (await localClerk()).options : {}) }),
  ],
  controllers: isLocal ? [AppController, LocalSignInController] : [AppController],
})
export class AppModule {}
