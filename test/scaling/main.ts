/**
 * What an application costs Clerk's API in an hour, by the number of its processes: `npm run simulate:scaling`. The figures are in
 * docs/scaling.md. Nothing waits: the simulation moves the clock.
 */
import { simulate } from './simulation.js';
import type { Scenario } from './simulation.js';

const PROCESSES = [1, 10, 100];
const API_KEYS = { apiKeys: 10, apiKeyRequestsPerSecond: 10 };

/** What all scenarios of a row have in common, and whether the row is about keys or about verifications. */
const ROWS: readonly [title: string, figure: 'keyFetches' | 'verifications', Omit<Scenario, 'processes'>][] =
  [
    ['`jwtKey` is set', 'keyFetches', { jwtKey: true }],
    ['keys from the Backend API', 'keyFetches', {}],
    ['with a key rotation', 'keyFetches', { hasRotation: true }],
    ['with tokens of unknown keys, one a second for each process', 'keyFetches', { strangersPerSecond: 1 }],
    ['API keys without a cache', 'verifications', { ...API_KEYS, cache: 'none' }],
    ['API keys, a cache in each process', 'verifications', { ...API_KEYS, cache: 'each process' }],
    ['API keys, one cache', 'verifications', { ...API_KEYS, cache: 'shared' }],
  ];

for (const name of Object.keys(process.env)) if (name.startsWith('CLERK_')) delete process.env[name];
const print = (line: string) => void process.stdout.write(`${line}\n`);
print(
  `| calls in an hour | ${PROCESSES.map(count => `${count} ${count === 1 ? 'process' : 'processes'}`).join(' | ')} |`,
);
print(`| --- |${PROCESSES.map(() => ' ---: |').join('')}`);
for (const [title, figure, scenario] of ROWS) {
  const figures: string[] = [];
  for (const processes of PROCESSES) {
    figures.push((await simulate({ ...scenario, processes }))[figure].toLocaleString('en'));
  }
  print(`| ${title} | ${figures.join(' | ')} |`);
}
