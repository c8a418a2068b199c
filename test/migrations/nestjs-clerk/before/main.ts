import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';

export function createApp() {
  return NestFactory.create(AppModule);
}
