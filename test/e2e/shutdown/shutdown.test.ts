import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';

import type { ShutdownGraphqlServer } from '../../support/shutdown-graphql-app.js';
import type { ShutdownReport, ShutdownScenario } from '../../support/shutdown-app.js';

const PROGRAM = 'shutdown-app.ts';
const GRAPHQL_PROGRAM = 'shutdown-graphql-app.ts';
const TYPESCRIPT_LOADER = new URL('../../../tools/run-ts.mjs', import.meta.url).href;

/** Each with what happens, in its order. */
const SCENARIOS: Record<ShutdownScenario, string[]> = {
  'not used': ['closed'],
  'tokens verified with a fetched key set': ['200', '200', '200', 'closed'],
  'machine tokens verified': ['200', '200', 'closed'],
  'a key set refreshed in the background while Clerk does not respond': [
    '200',
    '200',
    'closed',
    '0 open calls',
  ],
  'a token verified for a client that has gone while Clerk does not respond': ['closed', '0 open calls'],
  'requests proxied to the Frontend API': ['200', '200', '200', 'closed'],
  'a WebSocket with a token that expires': ['{"event":"who","data":"user_alice"}', 'closed'],
  'webhooks handled': ['handled', '200', 'closed'],
  'a webhook in flight': ['released', 'handler ended', 'closed', '200'],
  'a webhook whose handler takes longer than its time': ['500', 'released', 'handler ended', 'closed'],
};

const GRAPHQL_SERVERS: ShutdownGraphqlServer[] = [
  'Apollo on Express',
  'Apollo on Fastify',
  'mercurius on Fastify',
];

/** Runs the program until it ends by itself; what is left in it would keep it alive. */
async function run(program: string, ...args: string[]): Promise<ShutdownReport & { code: number }> {
  const path = fileURLToPath(new URL(`../../support/${program}`, import.meta.url));
  const child = spawn(process.execPath, ['--import', TYPESCRIPT_LOADER, path, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return { code: code as number, ...(JSON.parse(output) as ShutdownReport) };
}

describe.each(['express', 'fastify'])('app.close() on %s', adapter => {
  it.each(Object.keys(SCENARIOS) as ShutdownScenario[])(
    'leaves nothing active, and the process ends: %s',
    async scenario => {
      expect(await run(PROGRAM, adapter, scenario)).toEqual({
        code: 0,
        active: [],
        events: SCENARIOS[scenario],
      });
    },
  );
});

describe.each(GRAPHQL_SERVERS)('app.close() with %s', server => {
  it('leaves nothing active, and the process ends: an open subscription', async () => {
    const { code, active, events } = await run(GRAPHQL_PROGRAM, server);

    expect({ code, active }).toEqual({ code: 0, active: [] });
    expect(events[0]).toBe('{"data":{"ticks":"user_alice"}}');
    // mercurius closes its connections after the application.
    expect(events.slice(1).toSorted()).toEqual(['closed', 'disconnected', 'source ended']);
  });
});
