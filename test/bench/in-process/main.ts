/**
 * Measures the code on the request path without sockets, and compares it with that of another revision:
 *
 *     npm run bench:in-process -- --rounds 3 --against main
 *
 * Each build is measured in processes of its own, in turns. The figures are medians of the processes.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { describeMachine, machineText } from '../machine.js';
import { wholeNumber } from '../options.js';
import { buildRevision } from '../other-build.js';
import { median, spreadOf } from '../statistics.js';
import { inProcessTable } from './table.js';
import type { InProcessResult } from './table.js';
import type { InProcessFigures } from './measured-process.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PROGRAM = fileURLToPath(new URL('measured-process.ts', import.meta.url));
const NODE_OPTIONS = ['--expose-gc', '--max-semi-space-size=64', '--import', `${ROOT}/tools/run-ts.mjs`];

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    requests: { type: 'string', default: '50000' },
    against: { type: 'string' },
    json: { type: 'string' },
  },
});
const rounds = wholeNumber('rounds', values.rounds);
const requests = wholeNumber('requests', values.requests);

const builds = [{ name: 'nest-clerk', directory: ROOT }];
if (values.against) builds.push({ name: `at ${values.against}`, directory: buildRevision(values.against) });

const measured = new Map<string, (InProcessFigures & { build: string })[]>();
for (let round = 0; round < rounds; round++) {
  for (const { name, directory } of round % 2 === 0 ? builds : [...builds].reverse()) {
    const figures = measure(directory);
    for (const figure of figures) {
      const key = `${figure.case} ${name}`;
      measured.set(key, [...(measured.get(key) ?? []), { ...figure, build: name }]);
    }
  }
}

const machine = describeMachine();
const results: InProcessResult[] = [...measured.values()].map(figures => ({
  case: figures[0]!.case,
  build: figures[0]!.build,
  cpu: spreadOf(figures.map(({ nanoseconds }) => nanoseconds / 1000)),
  bytes: median(figures.map(({ bytes }) => bytes)),
}));
process.stdout.write(
  `${machineText(machine)}\n\nPer request, above an empty middleware, guard and parameter decorator ` +
    `(a guard that throws, for the rejection)\n\n${inProcessTable(results)}\n`,
);
if (values.json) writeFileSync(values.json, `${JSON.stringify({ machine, results }, null, 2)}\n`);

function measure(directory: string): InProcessFigures[] {
  const args = [...NODE_OPTIONS, PROGRAM, directory, '5', String(requests)];
  const output = execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  return JSON.parse(output.trim().split('\n').at(-1)!) as InProcessFigures[];
}
