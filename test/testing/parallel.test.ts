import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

import { verifyToken } from '@clerk/backend';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';

const run = promisify(execFile);
const WORKERS = ['1', '2', '3', '4'];
const RUN_TS = pathToFileURL(resolve('tools/run-ts.mjs')).href;
const WORKER_FILE = resolve('test/testing/parallel-worker.ts');

interface WorkerReport {
  readonly sub: string;
  readonly token: string;
  readonly url: string;
  readonly kid: string;
  readonly secretKey: string;
  readonly publishableKey: string;
  readonly users: string[];
  readonly foundNames: string[];
  readonly foundCount: number;
}

let shared: LocalClerk;
let server: LocalClerkServer;
let directory: string;

beforeEach(async () => {
  shared = await LocalClerk.create();
  server = await shared.listen();
  directory = await mkdtemp(join(tmpdir(), 'local-clerk-parallel-'));
});

afterEach(async () => {
  await server.close();
  await rm(directory, { recursive: true });
});

async function work(worker: string): Promise<WorkerReport> {
  const { stdout } = await run(process.execPath, ['--import', RUN_TS, WORKER_FILE], {
    cwd: directory,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TMPDIR: directory,
      SHARED_URL: server.url,
      SHARED_SECRET_KEY: shared.secretKey,
      WORKER: worker,
    },
  });
  return JSON.parse(stdout) as WorkerReport;
}

it('test processes at the same time have instances of their own, and one that they share', async () => {
  const reports = await Promise.all(WORKERS.map(work));

  for (const [index, report] of reports.entries()) {
    expect(report).toMatchObject({
      sub: 'user_ada',
      users: ['user_ada'],
      foundNames: [WORKERS[index]],
      foundCount: 25,
    });
  }
  for (const property of ['url', 'kid', 'secretKey', 'publishableKey', 'token'] as const) {
    expect(new Set(reports.map(report => report[property])).size).toBe(WORKERS.length);
  }
  expect(shared.users.list()).toHaveLength(100);
  // No process leaves a file in the working or the temporary directory, where another one could find it.
  expect(await readdir(directory)).toEqual([]);
  // Nor does the key of one verify the tokens of another.
  const verified = verifyToken(reports[0]!.token, { secretKey: shared.secretKey, apiUrl: server.url });
  await expect(verified).rejects.toMatchObject({ reason: 'jwk-kid-mismatch' });
});
