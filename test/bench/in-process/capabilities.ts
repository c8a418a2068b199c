/**
 * Measures what each capability adds to a request, without sockets: `npm run bench:capabilities`.
 *
 * The middleware, the guard and the parameter decorator are called as Nest calls them, and awaited. A case is compared with
 * the same request without its capability, in turns. Prints a table of CPU time in microseconds.
 */
import 'reflect-metadata';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { parseArgs } from 'node:util';

import { metrics, trace } from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider } from '@opentelemetry/sdk-trace-base';
import type * as NestClerk from '../../../lib/index.js';
import type * as NestClerkTesting from '../../../lib/testing/index.js';

import { describeMachine, machineText } from '../machine.js';
import { wholeNumber } from '../options.js';
import { spreadOf } from '../statistics.js';
import { textTable } from '../text-table.js';
import { createCapabilitySubject } from './capability-subject.js';
import type { CapabilitySettings, CapabilitySubject } from './capability-subject.js';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, requests: { type: 'string', default: '10000' } },
});
const rounds = wholeNumber('rounds', values.rounds);
const requests = wholeNumber('requests', values.requests);

const entry = (path: string) => new URL(`../../../dist/${path}`, import.meta.url).href;
const nestClerk = (await import(entry('index.js'))) as typeof NestClerk;
const { LocalClerk } = (await import(entry('testing/index.js'))) as typeof NestClerkTesting;

const local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
const session = `Bearer ${await local.issueSessionToken({ userId: 'user_alice', expiresIn: 86_400 })}`;
const apiKey = `Bearer ${local.apiKeys.create({ subject: 'user_alice', name: 'CI' }).secret}`;
const options = { ...local.keys, jwtKey: local.jwtKey };

class Resolver {
  resolve() {
    return { plan: 'pro' };
  }
}
class Allows {
  allows() {
    return true;
  }
}

const { AcceptsToken, AppUser, Auth, CurrentUser, Protect } = nestClerk;
const make = (settings: Partial<CapabilitySettings>) =>
  createCapabilitySubject(nestClerk, { options, parameter: Auth(), ...settings });
const plain = await make({});
const withKey = (cache: NestClerk.ClerkCacheOptions | undefined) =>
  make({ options: { ...options, cache }, route: AcceptsToken('api_key') });

const silent = (_event: unknown) => undefined;
const CHANNELS = ['nest-clerk:authentication', 'nest-clerk:backend-api'];
let disable = () => undefined as void;

interface Case {
  readonly name: string;
  readonly base: CapabilitySubject;
  readonly subject: CapabilitySubject;
  readonly authorization: string;
  readonly enable?: () => unknown;
  readonly end?: () => unknown;
}

const cases: Case[] = [
  { name: 'none of them', base: plain, subject: await make({}), authorization: session },
  {
    name: '`@AppUser()` with a resolver that returns at once',
    base: plain,
    subject: await make({
      options: { ...options, userResolver: Resolver },
      providers: [Resolver],
      parameter: AppUser(),
    }),
    authorization: session,
  },
  {
    name: '`@Protect()` with a policy',
    base: plain,
    subject: await make({ route: Protect(Allows), providers: [Allows] }),
    authorization: session,
  },
  {
    name: 'an API key from the cache in memory, in place of a call',
    base: plain,
    subject: await withKey({ machineTokens: { ttl: 3_600_000 } }),
    authorization: apiKey,
  },
  {
    name: '`@CurrentUser()` from the cache in memory, in place of a call',
    base: plain,
    subject: await make({
      options: { ...options, cache: { users: { ttl: 86_400_000 } } },
      parameter: CurrentUser(),
    }),
    authorization: session,
  },
  {
    name: 'a subscriber of the diagnostics channels',
    base: plain,
    subject: plain,
    authorization: session,
    enable: () => CHANNELS.forEach(channel => subscribe(channel, silent)),
    end: () => CHANNELS.forEach(channel => unsubscribe(channel, silent)),
  },
  {
    name: 'OpenTelemetry, metrics only',
    base: plain,
    subject: plain,
    authorization: session,
    enable: async () => (disable = await nestClerk.enableOpenTelemetry({ spans: false })),
    end: () => disable(),
  },
  {
    name: 'OpenTelemetry, spans without exporter, metrics',
    base: plain,
    subject: plain,
    authorization: session,
    enable: async () => (disable = await nestClerk.enableOpenTelemetry()),
    end: () => disable(),
  },
];

trace.setGlobalTracerProvider(new BasicTracerProvider());
const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 2 ** 31 - 1 });
metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));

const rows: string[][] = [];
for (const measured of cases) {
  const differences: number[] = [];
  for (let round = -1; round < rounds; round++) {
    const without = await cpuOf(
      measured.base,
      measured.base === measured.subject ? measured.authorization : session,
    );
    await measured.enable?.();
    const withIt = await cpuOf(measured.subject, measured.authorization);
    await measured.end?.();
    // The first round is the warm-up.
    if (round >= 0) differences.push((withIt - without) / requests);
  }
  const { median, low, high } = spreadOf(differences);
  rows.push([measured.name, median.toFixed(1), `${low.toFixed(1)} to ${high.toFixed(1)}`]);
}
console.log(`${machineText(describeMachine())}\n`);
console.log(textTable(['capability', 'CPU µs more per request', 'quartiles'], rows));
process.exit();

/** CPU time of all threads, in microseconds. */
async function cpuOf(subject: CapabilitySubject, authorization: string): Promise<number> {
  const began = process.cpuUsage();
  for (let index = 0; index < requests; index++) await subject({ host: 'shop.example', authorization });
  const { user, system } = process.cpuUsage(began);
  return user + system;
}
