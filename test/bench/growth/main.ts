/**
 * Measures how the cost of a request grows with connections, distinct tokens, tenants, roles and permissions:
 *
 *     npm run bench:growth -- --rounds 5 --json test/bench/figures/growth.json
 *
 * With `--subjects` only some are measured, and the file keeps its figures of the others. Connections are measured over real
 * sockets, the rest without (as `npm run bench:in-process`).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { describeMachine } from '../machine.js';
import { listOf, positiveNumber, wholeNumber } from '../options.js';
import { measureConnections } from './connections.js';
import type { GrowthFigures } from './growth-figures.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PROGRAM = fileURLToPath(new URL('measured-process.ts', import.meta.url));
const NODE_OPTIONS = ['--expose-gc', '--max-semi-space-size=64', '--import', `${ROOT}/tools/run-ts.mjs`];
const SUBJECTS = ['connections', 'tokens', 'tenants', 'permissions'] as const;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '1' },
    subjects: { type: 'string', default: SUBJECTS.join() },
    json: { type: 'string' },
  },
});
const rounds = wholeNumber('rounds', values.rounds);
const seconds = positiveNumber('seconds', values.seconds);
const progress = (text: string): void => void process.stderr.write(`${text}\n`);

const earlier = values.json && existsSync(values.json) ? readFileSync(values.json, 'utf8') : '{}';
let figures = { ...(JSON.parse(earlier) as GrowthFigures), machine: describeMachine() };
for (const subject of listOf('subjects', values.subjects, SUBJECTS)) {
  progress(subject);
  const measured =
    subject === 'connections'
      ? await measureConnections(rounds, seconds, ROOT, progress)
      : measureInProcess(subject);
  figures = { ...figures, [subject]: measured };
}
const text = `${JSON.stringify(figures, null, 2)}\n`;
if (values.json) writeFileSync(values.json, text);
else process.stdout.write(text);

function measureInProcess(subject: string): unknown {
  const args = [...NODE_OPTIONS, PROGRAM, ROOT, String(rounds), subject];
  const output = execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  return JSON.parse(output.trim().split('\n').at(-1)!);
}
