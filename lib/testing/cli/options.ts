import { parseArgs } from 'node:util';

import { ClerkError } from '../../errors/clerk-error.js';

/** The options of `npx nest-clerk local`. */
export interface CliOptions {
  readonly port: number;
  readonly seed: string | undefined;
  readonly state: string | undefined;
  readonly watch: boolean;
  readonly force: boolean;
  readonly allowedOrigins: readonly string[];
  readonly allowedHosts: readonly string[];
  /** The URLs of webhook endpoints. */
  readonly webhooks: readonly string[];
}

export const USAGE = `Usage: npx nest-clerk local [options]

Starts Local Clerk: a Clerk instance for development, without an account or a network.

  --port <port>            Default: 4100. 0 for a free one.
  --seed <file>            Users and organizations to start with, as JSON or YAML.
  --watch                  Seeds again when the seed file changes. Signs everyone out.
  --state <file>           Keeps the state in a file. The seeds are for the first start then.
  --webhook <url>          Sends webhooks to an endpoint. May be repeated.
  --allow-origin <origin>  Answers pages of another origin than localhost too. May be repeated.
  --allow-host <host>      Answers requests for another host than localhost too. May be repeated.
  --force                  Starts with NODE_ENV=production or production keys in the environment.
  --print-schema           Prints the JSON Schema of the seed file.
  --help
`;

/** @throws {@link ClerkError} `usage` for an unknown option or an invalid value */
export function readOptions(args: readonly string[]): CliOptions | 'help' | 'schema' {
  const values = parse(args);
  if (values.help === true) return 'help';
  if (values['print-schema'] === true) return 'schema';
  const port = Number(values.port ?? '4100');
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw usage('--port is a number from 0 to 65535.');
  if (values.watch === true && values.seed === undefined) throw usage('--watch needs --seed.');
  return {
    port,
    seed: values.seed,
    state: values.state,
    watch: values.watch === true,
    force: values.force === true,
    allowedOrigins: values['allow-origin'] ?? [],
    allowedHosts: values['allow-host'] ?? [],
    webhooks: webhookUrls(values.webhook ?? []),
  };
}

function webhookUrls(urls: readonly string[]): readonly string[] {
  if (urls.every(url => /^https?:\/\//i.test(url) && URL.canParse(url))) return urls;
  throw usage('--webhook is an http URL, such as http://localhost:3000/webhooks/clerk.');
}

function parse(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        port: { type: 'string' },
        seed: { type: 'string' },
        state: { type: 'string' },
        watch: { type: 'boolean' },
        force: { type: 'boolean' },
        'allow-origin': { type: 'string', multiple: true },
        'allow-host': { type: 'string', multiple: true },
        'print-schema': { type: 'boolean' },
        webhook: { type: 'string', multiple: true },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help !== true && (positionals.length !== 1 || positionals[0] !== 'local')) {
      throw usage("The only command is 'local'.");
    }
    return values;
  } catch (error) {
    throw error instanceof ClerkError ? error : usage((error as Error).message);
  }
}

function usage(message: string): ClerkError {
  return new ClerkError('usage', `${message}\n\n${USAGE}`);
}
