import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';

import { AppModule } from './app.module.js';
import { invitation } from './invitation.js';

const PORT = Number(process.env.PORT ?? 3000);

async function main(): Promise<void> {
  const app = await NestFactory.create(AppModule, {
    logger: ['warn', 'error'],
    abortOnError: false,
    forceCloseConnections: true,
  });
  await app.listen(PORT, '127.0.0.1');

  // On Ctrl-C the terminal signals every process and npm passes the signal on: the second signal must not interrupt the
  // first.
  let closing: Promise<never> | undefined;
  process.on('SIGINT', () => void (closing ??= app.close().then(() => process.exit(0))));

  console.log(await invitation((await app.getUrl()).replace('127.0.0.1', 'localhost')));
}

main().catch((error: NodeJS.ErrnoException) => {
  const isTaken = error.code === 'EADDRINUSE';
  console.error(isTaken ? `Port ${PORT} is taken. Choose another one with the variable PORT.` : error);
  process.exit(1);
});
