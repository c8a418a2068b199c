/**
 * Sends the same drawn requests through the Frontend API proxy of `@clerk/express` and through ours, to an upstream
 * that records them, and compares the requests at the upstream and the responses: `npm run conformance:proxy -- --seed
 * 1 --count 5000`. `--only 17` draws and prints one.
 */
import { parseArgs } from 'node:util';

import { increment, table } from '../tally.js';
import { proxyDifferences } from './compare.js';
import type { ComparedExchange, Outcome, ProxyDifference } from './compare.js';
import { PROXY_DEVIATIONS } from './deviations.js';
import { drawExchange } from './drawn-exchange.js';
import type { DrawnExchange } from './drawn-exchange.js';
import { ExchangeClient } from './exchange-client.js';
import { RecordingUpstream } from './recording-upstream.js';
import { startReference, SUBJECTS } from './subjects.js';
import type { ProxyPath, ProxySubject } from './subjects.js';

const CONCURRENT = 16;
/** Fewer requests do not show every deviation. */
const SMALLEST_MEANINGFUL_RUN = 2000;
const SHOWN = 5;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '5000' },
    only: { type: 'string' },
  },
});
const seed = Number(values.seed);
const numbers = values.only
  ? values.only.split(',').map(Number)
  : Array.from({ length: Number(values.count) }, (_, number) => number);

const print = (line: string) => process.stdout.write(`${line}\n`);
// Both log warnings about input that is drawn on purpose.
for (const level of ['log', 'info', 'warn', 'error'] as const) console[level] = () => {};
process.env['CLERK_TELEMETRY_DISABLED'] = '1';

interface Server extends ProxySubject {
  client: ExchangeClient;
}

const upstream = new RecordingUpstream();
await upstream.listen();
process.env['CLERK_FAPI_URL'] = upstream.url;
const keys = {
  secretKey: 'sk_test_secret',
  publishableKey: `pk_test_${btoa('happy-fox-1.clerk.accounts.dev$')}`,
};
const servers = new Map<ProxyPath, Server[]>();
for (const path of ['/__clerk', '/auth/clerk'] as const) {
  const started = await Promise.all([startReference, ...SUBJECTS].map(start => start(keys, path)));
  servers.set(
    path,
    started.map(subject => ({ ...subject, client: new ExchangeClient(subject.port, subject.version) })),
  );
}

const compared = new Map<string, number>();
const statuses = new Map<string, number>();
const deviations = new Map<string, number>();
let different = 0;

async function outcomeAt(server: Server, exchange: DrawnExchange): Promise<Outcome> {
  const id = `${exchange.number}-${server.port}`;
  upstream.expect(id, exchange.answer);
  const answer = await server.client.send(exchange, id);
  return { answer, requests: upstream.take(id) };
}

async function compare(number: number): Promise<void> {
  const exchange = drawExchange(seed, number);
  const [referenceServer, ...ours] = servers.get(exchange.proxyPath)!;
  const reference = await outcomeAt(referenceServer!, exchange);
  increment(statuses, String(reference.answer.status));
  let isDifferent = false;
  const named = new Set<string>();
  for (const server of ours.filter(({ version }) => version === exchange.version)) {
    increment(compared, `${server.name} over HTTP/${server.version}`);
    const found: ComparedExchange = { exchange, reference, ours: await outcomeAt(server, exchange) };
    const unexplained = proxyDifferences(found).filter(difference => {
      const deviation = PROXY_DEVIATIONS.find(({ explains }) => explains(difference, found));
      if (deviation) named.add(deviation.name);
      return !deviation;
    });
    if (unexplained.length > 0) {
      isDifferent = true;
      if (different < SHOWN) describe(server, exchange, unexplained);
    }
  }
  named.forEach(name => increment(deviations, name));
  if (isDifferent) different++;
}

function describe({ name, version }: Server, exchange: DrawnExchange, differences: ProxyDifference[]): void {
  const { number, method, target, headers, framing, body, answer } = exchange;
  const short = (value: string | undefined) => JSON.stringify(value)?.slice(0, 200);
  print(`\nDIFFERENT (seed ${seed}) case ${number}, ${name} over HTTP/${version}`);
  print(`  > ${method} ${target} ${JSON.stringify(headers)} ${framing} ${body.length} bytes`);
  print(`  < ${answer.status} ${JSON.stringify(answer.headers)} ${answer.body.length} bytes`);
  for (const { what, reference, ours } of differences)
    print(`  ${what}\n    reference ${short(reference)}\n    ours      ${short(ours)}`);
}

const queue = [...numbers];
await Promise.all(
  Array.from({ length: CONCURRENT }, async () => {
    for (let number = queue.shift(); number !== undefined; number = queue.shift()) await compare(number);
  }),
);
for (const server of [...servers.values()].flat()) {
  server.client.close();
  await server.close();
}
upstream.close();

const unseen = PROXY_DEVIATIONS.filter(({ name }) => !deviations.has(name)).map(({ name }) => name);
const isDegenerate = numbers.length >= SMALLEST_MEANINGFUL_RUN && unseen.length > 0;
print('comparisons');
table(compared).forEach(print);
print('statuses of the reference');
table(statuses).forEach(print);
print('deviations on purpose');
table(deviations).forEach(print);
if (isDegenerate) unseen.forEach(name => print(`DEGENERATE the deviation "${name}" was not seen`));
print(`Frontend API proxy, seed ${seed}: ${numbers.length} requests, ${different} different`);
process.exit(different > 0 || isDegenerate ? 1 : 0);
