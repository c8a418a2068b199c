/**
 * Measures the memory of the request path while it verifies tokens that it has never seen:
 *
 *     npm run bench:memory -- --tokens 2000000 --json test/bench/figures/memory.json
 *
 * Every token is really signed, with a key of 2,048 bits, by processes beside this one: two million take a quarter of an hour on
 * two cores. This process runs the built package's middleware, guard and `@Auth()`, and reads its heap after garbage
 * collections. It fails if the heap grows by more than the limit of remembered tokens, or grows on once that is full.
 */
import 'reflect-metadata';

import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

import type * as NestClerk from '../../../lib/index.js';
import { createSubject, handle } from '../in-process/subject.js';
import type { Subject } from '../in-process/subject.js';
import { describeMachine } from '../machine.js';
import { wholeNumber } from '../options.js';
import type { MemorySample } from './growth-figures.js';
import { MEMORY_LIMIT_MIB, memoryFault } from './memory-fault.js';
import type { SignerInput } from './signer-process.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const SIGNER = fileURLToPath(new URL('signer-process.ts', import.meta.url));
const FRONTEND_API = 'clerk.shop.example';
const SAMPLES = 40;

const { values } = parseArgs({
  options: {
    tokens: { type: 'string', default: '200000' },
    signers: { type: 'string', default: String(availableParallelism()) },
    json: { type: 'string' },
  },
});
const tokens = wholeNumber('tokens', values.tokens);
const signers = wholeNumber('signers', values.signers);
const every = Math.ceil(tokens / SAMPLES);

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const machine = describeMachine();
const entryPoint = pathToFileURL(`${ROOT}/dist/index.js`).href;
const subject = await createSubject((await import(entryPoint)) as typeof NestClerk, {
  publishableKey: `pk_live_${Buffer.from(`${FRONTEND_API}$`).toString('base64')}`,
  secretKey: 'sk_live_bench',
  jwtKey: keys.publicKey,
});
const samples: MemorySample[] = [await takeSample(0)];
let used = 0;
await Promise.all(Array.from({ length: signers }, (_, index) => useTokensOf(index)));

if (values.json) writeFileSync(values.json, `${JSON.stringify({ machine, samples }, null, 2)}\n`);
const fault = used === tokens ? memoryFault(samples) : `Only ${used} of ${tokens} tokens were used.`;
process.stdout.write(
  `${fault ?? `${tokens.toLocaleString('en')} distinct tokens: the heap stays within ${MEMORY_LIMIT_MIB} MiB.`}\n`,
);
process.exitCode = fault === undefined ? 0 : 1;

async function useTokensOf(index: number): Promise<void> {
  const count = Math.floor(tokens / signers) + (index < tokens % signers ? 1 : 0);
  const args = ['--import', `${ROOT}/tools/run-ts.mjs`, SIGNER, String(count), `${index}x`];
  const signer = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const input: SignerInput = {
    privateKey: keys.privateKey,
    kid: 'ins_bench',
    issuer: `https://${FRONTEND_API}`,
  };
  signer.stdin.end(JSON.stringify(input));
  for await (const token of createInterface({ input: signer.stdout })) {
    use(subject, token);
    if (++used % every !== 0 && used !== tokens) continue;
    const sample = await takeSample(used);
    samples.push(sample);
    process.stderr.write(`${sample.tokens} tokens: heap ${sample.heap.toFixed(1)} MiB\n`);
  }
}

function use(measured: Subject, token: string): void {
  handle(measured, { host: 'shop.example', authorization: `Bearer ${token}` }, false);
}

async function takeSample(count: number): Promise<MemorySample> {
  // What finalizers release is collected by the next collection.
  for (let round = 0; round < 3; round++) {
    await new Promise(resolve => setImmediate(resolve));
    globalThis.gc!();
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  return {
    tokens: count,
    heap: heapUsed / 2 ** 20,
    external: external / 2 ** 20,
    resident: rss / 2 ** 20,
  };
}
