import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';

import { AppModule } from './app.module.js';
import { tour } from './client/tour.js';
import { tokenOf } from './local-clerk.js';

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
  const [ada, bob] = await Promise.all([tokenOf('user_ada'), tokenOf('user_bob')]);
  console.log(`\nListening on ${url} (Ctrl-C to stop). The results of its clients:\n`);
  for await (const step of tour(url, { ada, bob })) console.log(step);

  const curl = `curl -i ${url}/graphql -H 'Content-Type: application/json'`;
  console.log(`
Try it with these tokens, which are valid for an hour

  ADA=${ada}
  BOB=${bob}

and these commands; GraphQL responds with status 200 to errors too:

  200: with the code UNAUTHENTICATED
  ${curl} -d '{"query":"{ messages { author text } }"}'

  200: Bob posts
  ${curl} -H "Authorization: Bearer $BOB" -d '{"query":"mutation { postMessage(text: \\"Hi\\") { author } }"}'

  200: with the code FORBIDDEN, because Bob is not an admin
  ${curl} -H "Authorization: Bearer $BOB" -d '{"query":"mutation { clearMessages }"}'

  200: Ada is an admin
  ${curl} -H "Authorization: Bearer $ADA" -d '{"query":"mutation { clearMessages }"}'
`);
}

main().catch((error: NodeJS.ErrnoException) => {
  const isTaken = error.code === 'EADDRINUSE';
  console.error(isTaken ? `Port ${PORT} is taken. Choose another one with the variable PORT.` : error);
  process.exit(1);
});
