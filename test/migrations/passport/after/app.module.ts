import { Module } from '@nestjs/common';
import { ClerkModule } from 'nest-clerk';
import { ProfileController } from './profile.controller.js';

@Module({
  imports: [ClerkModule.forRoot()],
  controllers: [ProfileController],
})
export class AppModule {}
