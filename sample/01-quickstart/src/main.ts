import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ClerkConfigurationError } from 'nest-clerk';

import { AppModule } from './app.module.js';
import { isLocal, localClerk } from './local-clerk.js';

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

  await introduce((await app.getUrl()).replace('127.0.0.1', 'localhost'));
}

async function introduce(url: string): Promise<void> {
  console.log(
    isLocal
      ? 'No Clerk keys in the environment: using LocalClerk, a Clerk instance inside this process.'
      : 'Using Clerk. For TOKEN, run `await Clerk.session.getToken()` in the console of a page you are signed in to.',
  );
  const token = isLocal ? await tokenOfAda() : '$TOKEN';
  console.log(`
Listening on ${url} (Ctrl-C to stop). Open it in a browser, or try:

  200: the page is public
  curl ${url}/

  401: no user is signed in
  curl -i ${url}/user

  200: your user, from the Backend API
  curl -H "Authorization: Bearer ${token}" ${url}/user

  200: the claims of your session token
  curl -H "Authorization: Bearer ${token}" ${url}/me
`);
}

async function tokenOfAda(): Promise<string> {
  const { clerk } = await localClerk();
  return clerk.issueSessionToken({ userId: 'user_ada', expiresIn: 3600 });
}

main().catch((error: unknown) => {
  console.error(messageFor(error));
  process.exit(1);
});

function messageFor(error: unknown): unknown {
  if (error instanceof ClerkConfigurationError) return error.message;
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    return `Port ${PORT} is taken. Choose another one: PORT=${PORT + 1} npm start`;
  }
  return error;
}
