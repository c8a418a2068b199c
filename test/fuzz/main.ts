/**
 * Sends drawn and mutated requests to Nest applications with Clerk, and checks that they stay well:
 * `npm run fuzz -- --requests 100000 --seed 1 --adapter express`. `--replay file` sends what was found again.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { CHECKS, excerpt, saveFinding } from './findings.js';
import type { ReplayFile } from './findings.js';
import { FuzzRun } from './fuzz-run.js';
import type { FuzzReport } from './fuzz-run.js';
import { ADAPTERS, PLANTS } from './settings.js';
import type { AdapterName, Plant } from './settings.js';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    adapter: { type: 'string' },
    replay: { type: 'string' },
    /** A fault of the server, to see its check fail. */
    plant: { type: 'string' },
    /** Plants every fault, and checks that each is found. */
    'self-check': { type: 'boolean', default: false },
  },
});

for (const name of Object.keys(process.env)) if (name.startsWith('CLERK_')) delete process.env[name];
const print = (line: string) => void process.stdout.write(`${line}\n`);
const seed = Number(values.seed);
const adapters = values.adapter ? [oneOf(ADAPTERS, values.adapter, '--adapter')] : ADAPTERS;

if (values.replay) process.exitCode = await replay(values.replay);
else if (values['self-check']) process.exitCode = await selfCheck();
else process.exitCode = await fuzz(Number(values.requests));

/** Shares the requests out among the adapters. */
async function fuzz(requests: number): Promise<number> {
  const plant = values.plant === undefined ? undefined : oneOf(PLANTS, values.plant, '--plant');
  let passed = 0;
  let failed = 0;
  for (const adapter of adapters) {
    const report = await fuzzAdapter(adapter, Math.floor(requests / adapters.length), plant);
    printReport(report, adapter);
    const broken = new Set(report.findings.map(({ check }) => check));
    failed += broken.size;
    passed += CHECKS.length - broken.size;
  }
  print(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

async function fuzzAdapter(adapter: AdapterName, requests: number, plant?: Plant): Promise<FuzzReport> {
  print(`${adapter}: ${requests} requests, seed ${seed}`);
  const run = await FuzzRun.start(adapter, seed, plant);
  try {
    return await run.run(requests, answered => print(`${adapter}: ${answered} of ${requests} requests`));
  } finally {
    run.stop();
  }
}

function printReport(report: FuzzReport, adapter: AdapterName): void {
  const { requests, seconds, statuses, labels, explained, heap, trend, lastSample, findings } = report;
  const counts = (map: ReadonlyMap<string | number, number>) =>
    [...map]
      .sort(([, a], [, b]) => b - a)
      .map(([key, count]) => `${key}: ${count}`)
      .join(', ');
  print(`statuses: ${counts(statuses)}`);
  print(`drawn: ${counts(labels)}`);
  print(`signed in: ${report.signedIn}; over HTTP/2: ${report.overHttp2}`);
  print(`explained 5xx: ${counts(explained) || 'none'}`);
  print(
    `heap in MB: ${heap.map(({ bytes }) => (bytes / 1e6).toFixed(1)).join(' ')}; ` +
      `${trend.slope.toFixed(1)} bytes for each request after the first third`,
  );
  if (lastSample) {
    const { loopDelay, gcMs, maxGcMs, cpuMs } = lastSample;
    const { user, system } = process.cpuUsage();
    print(
      `CPU in s: servers ${(cpuMs / 1000).toFixed(1)}, this process ${((user + system) / 1e6).toFixed(1)} in all`,
    );
    print(
      `event loop delay in ms: median ${loopDelay.p50.toFixed(1)}, p99 ${loopDelay.p99.toFixed(1)}, maximum ` +
        `${loopDelay.max.toFixed(1)}; garbage collection ${gcMs.toFixed(0)} ms, longest ${maxGcMs.toFixed(1)} ms; ` +
        `stalls that did not repeat: ${report.unconfirmedStalls}`,
    );
  }
  for (const finding of findings) {
    print(`\nFAILED ${finding.check} (requests ${finding.numbers.join(', ') || 'of the whole run'})`);
    print(`  ${finding.detail}`);
    if (finding.bytes) print(excerpt(finding.bytes));
    print(`  npm run fuzz -- --replay ${saveFinding(finding, adapter, seed)}`);
  }
  print(
    `${adapter}: ${requests} requests in ${seconds.toFixed(0)} s, ${Math.round(requests / seconds)} a second\n`,
  );
}

/** Each fault must be found by its check, and no other check may fail for it, but those that a crash takes along. */
async function selfCheck(): Promise<number> {
  const expected: Record<Plant, string> = {
    error: 'no 5xx of ours',
    rejection: 'no unhandled rejection, uncaught exception or warning',
    crash: 'no crash',
    leak: 'flat heap',
    stall: 'no stall of ours over 50 ms',
    'sign-in': 'no caller is signed in without a valid token',
  };
  let failed = 0;
  for (const plant of PLANTS) {
    const { findings } = await fuzzAdapter(adapters[0] ?? 'express', 3000, plant);
    const isFound = findings.some(({ check }) => check === expected[plant]);
    print(`${isFound ? 'found' : 'NOT FOUND'}: ${plant}`);
    if (!isFound) failed++;
  }
  print(`${PLANTS.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

/** Draws the requests of a finding again and sends them; a file that is no JSON is sent as it is. */
async function replay(path: string): Promise<number> {
  const content = readFileSync(path);
  const file = parseReplayFile(content);
  const adapter = file ? oneOf(ADAPTERS, file.adapter, 'adapter') : (adapters[0] ?? 'express');
  const run = await FuzzRun.start(adapter, file?.seed ?? seed);
  try {
    if (!file) {
      for (const { head, body } of await run.sendRaw(content)) print(`${head}\n\n${body}\n`);
      return 0;
    }
    const findings = await run.replay(file.numbers, (request, answer) => {
      print(`request ${request.number}: ${[...request.labels].join(', ')}`);
      print(answer ? `${answer.head}\n\n${answer.body}\n` : '(no answer)');
    });
    for (const { check, detail } of findings) print(`FAILED ${check}: ${detail}`);
    return findings.length > 0 ? 1 : 0;
  } finally {
    run.stop();
  }
}

function parseReplayFile(content: Buffer): ReplayFile | undefined {
  try {
    return JSON.parse(content.toString()) as ReplayFile;
  } catch {
    return undefined;
  }
}

function oneOf<const T extends string>(choices: readonly T[], value: string, option: string): T {
  const choice = choices.find(each => each === value);
  if (choice === undefined) throw new Error(`${option} is one of ${choices.join(', ')}`);
  return choice;
}
