import { NestFactory } from '@nestjs/core';
import { clerkMiddleware } from '@clerk/express';
import { AppModule } from './app.module.js';

export async function createApp() {
  const app = await NestFactory.create(AppModule);
  app.use(clerkMiddleware());
  return app;
}
