import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ClerkConfigurationError } from 'nest-clerk';

import { AppModule } from './app.module.js';
import { Backfill } from './backfill.js';
import { isLocal, localClerk } from './local-clerk.js';
import { progressBar } from './progress-bar.js';

const PORT = Number(process.env.PORT ?? 3000);

async function main(): Promise<void> {
  const app = await NestFactory.create(AppModule, {
    logger: ['warn', 'error'],
    abortOnError: false,
    forceCloseConnections: true,
  });
  await app.listen(PORT, '127.0.0.1');

  let closing: Promise<never> | undefined;
  process.on('SIGINT', () => void (closing ??= app.close().then(() => process.exit(0))));

  // Webhooks are received from now on; the backfill does not overwrite what they bring.
  await app.get(Backfill).run(progressBar);
  const url = (await app.getUrl()).replace('127.0.0.1', 'localhost');
  if (isLocal) await changeSomething(url);
  introduce(url);
}

/** Changes what a user would change in Clerk, so that webhooks come. */
async function changeSomething(url: string): Promise<void> {
  const local = await localClerk();
  local.webhooks.addEndpoint(`${url}/webhooks/clerk`);
  local.users.create({ id: 'user_ada', firstName: 'Ada', emailAddress: ['ada@example.com'] });
  local.memberships.create({ organizationId: 'org_acme', userId: 'user_ada' });
  local.users.update('user_ada', { lastName: 'Lovelace' });
  local.users.delete('user_001');
  await local.webhooks.flush();
  for (const { event, status } of local.webhooks.deliveries) console.log(`webhook ${event.type}: ${status}`);
}

function introduce(url: string): void {
  console.log(`
Listening on ${url} (Ctrl-C to stop). Webhooks come to ${url}/webhooks/clerk. The tables:

  200: users
  curl ${url}/users

  200: organizations
  curl ${url}/organizations

  200: memberships
  curl ${url}/memberships
`);
}

main().catch((error: unknown) => {
  console.error(messageFor(error));
  process.exit(1);
});

function messageFor(error: unknown): unknown {
  if (error instanceof ClerkConfigurationError) return error.message;
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    return `Port ${PORT} is taken. Choose another one: PORT=${PORT + 1} npm run start:user-sync`;
  }
  return error;
}
