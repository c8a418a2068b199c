import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';

import type { ShutdownReport, ShutdownScenario } from '../../support/shutdown-app.js';

const PROGRAM = fileURLToPath(new URL('../../support/shutdown-app.ts', import.meta.url));
const TYPESCRIPT_LOADER = new URL('../../../tools/run-ts.mjs', import.meta.url).href;

/** Each with what happens, in its order. */
const SCENARIOS: Record<ShutdownScenario, string[]> = {
  'not used': ['closed'],
  'tokens verified with a fetched key set': ['200', '200', '200', 'closed'],
  'machine tokens verified': ['200', '200', 'closed'],
  'requests proxied to the Frontend API': ['200', '200', '200', 'closed'],
  'a WebSocket with a token that expires': ['{"event":"who","data":"user_alice"}', 'closed'],
  'webhooks handled': ['handled', '200', 'closed'],
  'a webhook in flight': ['released', 'handler ended', 'closed', '200'],
  'a webhook whose handler takes longer than its time': ['500', 'released', 'handler ended', 'closed'],
};

/** Runs the program until it ends by itself; what is left in it would keep it alive. */
async function run(adapter: string, scenario: ShutdownScenario): Promise<ShutdownReport & { code: number }> {
  const child = spawn(process.execPath, ['--import', TYPESCRIPT_LOADER, PROGRAM, adapter, scenario], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return { code: code as number, ...(JSON.parse(output) as ShutdownReport) };
}

describe.each(['express', 'fastify'])('app.close() on %s', adapter => {
  it.each(Object.keys(SCENARIOS) as ShutdownScenario[])(
    'leaves nothing active, and the process ends: %s',
    async scenario => {
      expect(await run(adapter, scenario)).toEqual({ code: 0, active: [], events: SCENARIOS[scenario] });
    },
  );
});
