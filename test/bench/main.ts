/**
 * Measures what authentication costs a Nest server, beside `@clerk/express` and `@clerk/fastify`:
 *
 *     npm run bench -- --rounds 3 --seconds 0.5 --adapters fastify --cases bearer,rejection --json results.json
 *     npm run bench -- --against main
 *
 * Each server is a process of its own, all of them are measured in turns, and everything is repeated with new processes. The
 * package is measured as built (`dist`). Nothing is asserted on time.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { createInstances } from '../conformance/clerk-instance.js';
import { KeySetApi } from './backend-api.js';
import { CaseFactory, createTenants } from './cases.js';
import type { BenchCase } from './cases.js';
import { describeMachine } from './machine.js';
import { parseBenchOptions } from './options.js';
import { buildRevision } from './other-build.js';
import { benchReport } from './report.js';
import type { Series } from './results.js';
import { freshMeasurements, measureRepeatedly } from './runner.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const options = parseBenchOptions(process.argv.slice(2));
if (!existsSync(`${ROOT}/dist/index.js`)) {
  throw new Error('The package is measured as built: run `npm run build` first.');
}
const machine = describeMachine();
const progress = (text: string): void => void process.stderr.write(`${text}\n`);

if (options.against) progress(`building ${options.against}`);
const builds = { present: ROOT, other: options.against ? buildRevision(options.against) : undefined };

const { production: instance } = createInstances();
const tenants = options.cases.includes('tenants') ? createTenants() : [];
const backend = new KeySetApi([instance, ...tenants]);
const apiUrl = await backend.listen();
const factory = new CaseFactory(instance, tenants, freshMeasurements(options));

const series: Series[] = [];
for (const adapter of options.adapters) {
  progress(`${adapter}: signing tokens and starting servers`);
  const cases: BenchCase[] = [];
  for (const name of options.cases) {
    const benchCase = await factory.create(name, adapter);
    if (benchCase) cases.push(benchCase);
  }
  series.push(...(await measureRepeatedly(cases, options, builds, apiUrl, progress)));
}
backend.close();

const { json, ...chosen } = options;
const run = { machine, options: chosen, series };
process.stdout.write(`${benchReport(run)}\n`);
if (json) writeFileSync(json, `${JSON.stringify(run, null, 2)}\n`);
