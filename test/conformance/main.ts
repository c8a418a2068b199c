/**
 * Sends the same drawn requests to `@clerk/express` and this library and compares the responses: `npm run conformance
 * -- --space session --seed 1 --count 5000`. `--only 17` draws and prints one case. With `--backend-api local`, LocalClerk
 * answers the calls of both.
 */
import { parseArgs } from 'node:util';
import { BackendApi } from './backend-api.js';
import { createInstances } from './clerk-instance.js';
import { LocalBackendApi } from './local-backend-api.js';
import { closeConnections } from './http-client.js';
import { Run } from './run.js';
import { SPACES } from './spaces.js';
import { table } from './tally.js';

const { values } = parseArgs({
  options: {
    space: { type: 'string', default: 'session' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string' },
    only: { type: 'string' },
    show: { type: 'string', default: '5' },
    against: { type: 'string', default: 'nest,express' },
    'backend-api': { type: 'string', default: 'scripted' },
  },
});
const space = SPACES[values.space as keyof typeof SPACES];
if (!space) throw new Error(`--space is one of ${Object.keys(SPACES).join(', ')}`);

// The reference sends telemetry over the network by default.
process.env['CLERK_TELEMETRY_DISABLED'] = '1';
const print = (line: string) => process.stdout.write(`${line}\n`);
// Both implementations log warnings about input that is drawn on purpose.
for (const level of ['log', 'info', 'warn', 'error'] as const) console[level] = () => {};

const seed = Number(values.seed);
const numbers = values.only
  ? values.only.split(',').map(Number)
  : Array.from({ length: Number(values.count ?? space.defaultCount) }, (_, number) => number);

const instances = createInstances();
const backend =
  values['backend-api'] === 'local' ? await LocalBackendApi.create(instances) : new BackendApi(instances);
const configurations = space.configurations(instances, await backend.listen());
const run = await Run.start({
  space,
  seed,
  configurations,
  instances,
  backend,
  subjects: values.against.split(','),
});

let shown = 0;
const began = process.hrtime.bigint();
await run.compare(numbers, failure => {
  if (shown++ < Number(values.show)) print(`\nDIFFERENT (seed ${seed}) ${failure}`);
});
const seconds = Number(process.hrtime.bigint() - began) / 1e9;
await run.close();
backend.close();
closeConnections();

const shortcomings = run.tally.shortcomings(space, backend.unreachableReasons);
if (backend instanceof LocalBackendApi) {
  shortcomings.push(...backend.shortcomings());
  print('\nanswers of LocalClerk');
  table(backend.tally).forEach(print);
}
print(`\nrequests by configuration`);
table(run.tally.requests).forEach(print);
print(`reasons of the reference`);
table(run.tally.reasons).forEach(print);
print(`statuses of the reference`);
table(run.tally.statuses).forEach(print);
print(`surroundings`);
table(run.tally.surroundings).forEach(print);
print(`deviations on purpose`);
table(run.deviations).forEach(print);
shortcomings.forEach(shortcoming => print(`DEGENERATE ${shortcoming}`));
print(
  `space ${space.name}, seed ${seed}, against ${values.against}, ` +
    `${(run.tally.signedInShare * 100).toFixed(0)} % signed in, ${Math.round(numbers.length / seconds)} requests/s`,
);
print(`${numbers.length} requests, ${run.different} different`);
process.exitCode = run.different > 0 || shortcomings.length > 0 ? 1 : 0;
