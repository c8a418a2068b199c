/** Serves an application of test/migrations/ as a program: node migrated-app.ts clerk-express/before */
import type { AddressInfo } from 'node:net';

import { Logger } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';

const [folder] = process.argv.slice(2);
const { createApp } = (await import(`../migrations/${folder}/main.ts`)) as {
  createApp(): Promise<INestApplication>;
};
Logger.overrideLogger(['error', 'warn']);
const app = await createApp();
await app.listen(0, '127.0.0.1');
process.send?.((app.getHttpServer() as { address(): AddressInfo }).address().port);
process.on('disconnect', () => void app.close().then(() => process.exit()));
