#!/usr/bin/env node
import { ClerkError } from '../../errors/clerk-error.js';
import { assertDevelopment } from '../production-environment.js';
import { environmentOf, startLocalServer } from './local-server.js';
import { readOptions, USAGE } from './options.js';
import { SEED_SCHEMA } from './seed-schema.js';

const print = (text: string): void => void process.stdout.write(`${text}\n`);

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') return print(USAGE);
  if (options === 'schema') return print(JSON.stringify(SEED_SCHEMA, null, 2));
  if (!options.force) assertDevelopment(process.env);
  const server = await startLocalServer(options, print);
  const variables = Object.entries(environmentOf(server)).map(([name, value]) => `${name}=${value}`);
  print(`Local Clerk listens at ${server.url}, for this machine only.\n\n${variables.join('\n')}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ClerkError ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
