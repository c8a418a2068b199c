import { createHash } from 'node:crypto';
import { watchFile, unwatchFile } from 'node:fs';

import { ClerkError } from '../../errors/clerk-error.js';
import { LocalClerk } from '../local-clerk.js';
import type { LocalClerkSeed } from '../local-clerk-options.js';
import type { CliOptions } from './options.js';
import { readSeedFile } from './seed-file.js';
import { StateFile } from './state-file.js';

/** The same on each start, so that an application's environment stays valid. */
const FRONTEND_API = 'local-clerk-01.clerk.accounts.dev';
const SECRET_KEY = `sk_test_${createHash('sha256').update(FRONTEND_API).digest('hex').slice(0, 42)}`;
const WEBHOOK_SIGNING_SECRET = `whsec_${createHash('sha256').update(SECRET_KEY).digest('base64')}`;

const SAVE_INTERVAL = 1000;
const WATCH_INTERVAL = 500;

/** A running `npx nest-clerk local`. */
export interface LocalServer {
  readonly url: string;
  readonly local: LocalClerk;
  /** Saves the state, if it is persistent, and stops listening. */
  close(): Promise<void>;
}

/**
 * Starts Local Clerk on a port.
 *
 * @param say - prints one message
 * @throws {@link ClerkError} for an invalid seed file, or a port that is in use
 */
export async function startLocalServer(
  options: CliOptions,
  say: (text: string) => void,
): Promise<LocalServer> {
  const seeds = options.seed === undefined ? {} : await readSeedFile(options.seed);
  const local = await create(seeds);
  const stateFile = options.state === undefined ? undefined : new StateFile(options.state);
  if (stateFile) await resume(local, stateFile, say);
  for (const url of options.webhooks) local.webhooks.addEndpoint(url);
  const { allowedOrigins, allowedHosts } = options;
  // The command has checked the environment, keys included.
  const server = await local.listen(options.port, {
    webPage: true,
    allowedOrigins,
    allowedHosts,
    force: options.force,
  });
  const url = server.url.replace('127.0.0.1', 'localhost');
  const save = async (): Promise<void> => stateFile?.write(local.snapshot());
  const timer = setInterval(() => void save().catch((error: Error) => say(error.message)), SAVE_INTERVAL);
  if (options.watch && options.seed !== undefined) watch(local, options.seed, say);
  return {
    url,
    local,
    close: async () => {
      clearInterval(timer);
      if (options.seed !== undefined) unwatchFile(options.seed);
      await save();
      await server.close();
    },
  };
}

/** The environment variables for an application. */
export function environmentOf({ url, local }: LocalServer): Record<string, string> {
  return {
    CLERK_PUBLISHABLE_KEY: local.publishableKey,
    CLERK_SECRET_KEY: local.secretKey,
    CLERK_API_URL: url,
    CLERK_PROXY_URL: url,
    CLERK_SIGN_IN_URL: `${url}/sign-in`,
    CLERK_WEBHOOK_SIGNING_SECRET: local.webhooks.signingSecret,
  };
}

async function create(seeds: LocalClerkSeed): Promise<LocalClerk> {
  try {
    return await LocalClerk.create({
      ...seeds,
      frontendApi: FRONTEND_API,
      secretKey: SECRET_KEY,
      webhookSigningSecret: WEBHOOK_SIGNING_SECRET,
    });
  } catch (error) {
    throw new ClerkError('seed_invalid', `The seeds do not fit together: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

async function resume(local: LocalClerk, stateFile: StateFile, say: (text: string) => void): Promise<void> {
  const content = await stateFile.read();
  if (content.kind === 'damaged') {
    say(`The state file is damaged. It is now ${content.movedTo}; starting with the seeds.`);
  }
  if (content.kind === 'snapshot') {
    local.restore({ ...content.snapshot, machines: local.snapshot().machines ?? [] });
    say('The state is that of the last time; the seeds are not used.');
  }
}

function watch(local: LocalClerk, path: string, say: (text: string) => void): void {
  const reseed = async (): Promise<void> => {
    const fresh = await create(await readSeedFile(path));
    local.restore({ ...fresh.snapshot(), machines: local.snapshot().machines ?? [] });
    say(`Seeded again from ${path}.`);
  };
  // By polling, because editors replace the file, which ends a watch of the old one.
  watchFile(path, { interval: WATCH_INTERVAL }, () => {
    reseed().catch((error: Error) => say(`${error.message}\nThe state stays as it was.`));
  });
}
