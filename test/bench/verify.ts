/**
 * Compares ways to verify the RS256 signature of a new token, over HTTP with 16 and 200 connections: `npm run
 * bench:verify`. The server is a process of its own; the baseline, `nothing`, only decodes the token.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createPublicKey, generateKeyPairSync, KeyObject, sign, verify } from 'node:crypto';
import { createServer } from 'node:http';
import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { compactVerify, importJWK } from 'jose';
import type { CryptoKey } from 'jose';

const WAYS = ['nothing', 'node:crypto, sync', 'node:crypto, callback', 'jose compactVerify'] as const;
type Way = (typeof WAYS)[number];
const CONNECTIONS = [16, 200];
const REQUESTS = 6000;
const ROUNDS = 5;

interface Usage {
  cpu: number;
  mainThread: number;
}

async function serve(way: Way, jwk: object): Promise<void> {
  const cryptoKey = (await importJWK(jwk as never, 'RS256')) as CryptoKey;
  const keyObject = KeyObject.from(cryptoKey);
  const parts = (token: string) => {
    const end = token.lastIndexOf('.');
    return [
      Buffer.from(token.slice(0, end), 'latin1'),
      Buffer.from(token.slice(end + 1), 'base64url'),
    ] as const;
  };
  const ways: Record<Way, (token: string) => boolean | Promise<boolean>> = {
    nothing: token => parts(token).length === 2,
    'node:crypto, sync': token => {
      const [signedPart, signature] = parts(token);
      return verify('sha256', signedPart, keyObject, signature);
    },
    'node:crypto, callback': token =>
      new Promise((resolve, reject) => {
        const [signedPart, signature] = parts(token);
        verify('sha256', signedPart, keyObject, signature, (error, isValid) =>
          error ? reject(error) : resolve(isValid),
        );
      }),
    'jose compactVerify': token => compactVerify(token, cryptoKey).then(() => true),
  };
  const isValid = ways[way];
  let before = { cpu: process.cpuUsage(), loop: performance.eventLoopUtilization() };
  const server = createServer((incoming, response) => {
    const answer = (valid: boolean) => response.writeHead(valid ? 204 : 401).end();
    const outcome = isValid(incoming.headers.authorization!.slice(7));
    if (outcome instanceof Promise) void outcome.then(answer, () => answer(false));
    else answer(outcome);
  });
  server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port));
  process.on('message', message => {
    if (message === 'start') before = { cpu: process.cpuUsage(), loop: performance.eventLoopUtilization() };
    if (message === 'stop') {
      const { user, system } = process.cpuUsage(before.cpu);
      const { active } = performance.eventLoopUtilization(before.loop);
      process.send!({
        cpu: (user + system) / REQUESTS,
        mainThread: (active * 1000) / REQUESTS,
      } satisfies Usage);
    }
  });
}

function post(port: number, agent: Agent, token: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    request({ port, host: '127.0.0.1', agent, headers: { authorization: `Bearer ${token}` } }, response => {
      response.resume();
      response.on('end', () =>
        response.statusCode === 204
          ? resolve(performance.now() - started)
          : reject(new Error(`answered ${response.statusCode}`)),
      );
    })
      .on('error', reject)
      .end();
  });
}

async function measure(
  way: Way,
  connections: number,
  jwk: object,
  tokens: string[],
): Promise<Usage & { p99: number }> {
  const child = fork(fileURLToPath(import.meta.url), [way, JSON.stringify(jwk)], {
    execArgv: process.execArgv,
  });
  const [port] = (await once(child, 'message')) as [number];
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const send = async (list: string[]) => {
    const latencies: number[] = [];
    let next = 0;
    const work = async () => {
      while (next < list.length) latencies.push(await post(port, agent, list[next++]!));
    };
    await Promise.all(Array.from({ length: connections }, work));
    return latencies.sort((a, b) => a - b);
  };
  await send(tokens.slice(0, 1500));
  child.send('start');
  const latencies = await send(tokens);
  child.send('stop');
  const [usage] = (await once(child, 'message')) as [Usage];
  agent.destroy();
  child.kill();
  await once(child, 'exit');
  return { ...usage, p99: latencies[Math.floor(latencies.length * 0.99)]! };
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

async function main(): Promise<void> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })).export({ format: 'jwk' });
  const tokens = Array.from({ length: REQUESTS }, (_, n) => {
    const parts = [
      { alg: 'RS256', kid: 'ins_1', typ: 'JWT' },
      { sub: `user_${n}`, padding: 'x'.repeat(400) },
    ];
    const signedPart = parts.map(part => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    return `${signedPart}.${sign('sha256', Buffer.from(signedPart), privateKey).toString('base64url')}`;
  });
  process.stdout.write(`Node ${process.version}, ${REQUESTS} tokens, medians of ${ROUNDS} rounds\n`);
  process.stdout.write('connections | way | CPU µs | main thread µs | p99 ms\n');
  for (const connections of CONNECTIONS) {
    const results = new Map(WAYS.map(way => [way, [] as (Usage & { p99: number })[]]));
    for (let round = 0; round < ROUNDS; round++)
      for (const way of WAYS) results.get(way)!.push(await measure(way, connections, jwk, tokens));
    for (const [way, usages] of results) {
      const of = (name: keyof (typeof usages)[number]) => median(usages.map(usage => usage[name])).toFixed(1);
      process.stdout.write(`${connections} | ${way} | ${of('cpu')} | ${of('mainThread')} | ${of('p99')}\n`);
    }
  }
}

const [, , way, jwk] = process.argv;
await (way && jwk ? serve(way as Way, JSON.parse(jwk) as object) : main());
