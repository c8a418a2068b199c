/**
 * Runs the quickstart sample as README tells a newcomer to, and does what it then invites to: pastes its `curl`
 * lines into a shell, and ends it with Ctrl-C.
 *
 *     node tools/checks/sample.mjs
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const startTimeout = 120_000;
const stopTimeout = 5_000;
let passed = 0;
let failed = 0;

const blocker = createServer().listen(0);
await once(blocker, 'listening');
const { port } = blocker.address();

const refused = start(port);
await check('a taken port is said and ends the program', async () => {
  assert.notEqual(await exitOf(refused, startTimeout), 0);
  assert.match(refused.output, new RegExp(`\\b${port}\\b`), refused.output);
  assert.doesNotMatch(refused.output, /^\s+at .+:\d+:\d+\)?$/m, 'a stack trace is no clear message');
});
blocker.close();

const sample = start(port);
await check('it starts, and prints its URL and curl lines', async () => {
  await until(
    () => urlOf(sample) && curlLines(sample).length > 0,
    startTimeout,
    () => sample.output,
  );
  await delay(500); // for the lines still to come
});
for (const line of curlLines(sample)) {
  const expected = /authorization/i.test(line) ? [200] : [200, 401];
  await check(`${shorten(line)} answers ${expected.join(' or ')}`, () => {
    const { status, body } = curl(line);
    assert.ok(expected.includes(status), `answered ${status}: ${body}`);
  });
}
await check('the public page answers 200', async () => {
  assert.equal((await fetch(urlOf(sample))).status, 200);
});
await check('GET /user without a token is 401 with JSON', async () => {
  const response = await fetch(new URL('/user', urlOf(sample)));
  assert.equal(response.status, 401);
  assert.equal((await response.json()).statusCode, 401);
});
await check('GET /user with the printed token is the user', () => {
  const line = curlLines(sample).find(
    curlLine => /authorization/i.test(curlLine) && /\/user\b/.test(curlLine),
  );
  assert.ok(line, `no such curl line in:\n${sample.output}`);
  assert.match(JSON.parse(curl(line).body).id, /^user_/);
});
await check('Ctrl-C ends it promptly and cleanly, with a connection still open', async () => {
  process.kill(-sample.process.pid, 'SIGINT');
  assert.equal(await exitOf(sample, stopTimeout), 0, sample.output);
});

for (const { process: child } of [refused, sample]) {
  if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL');
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

/**
 * Starts the sample without any Clerk key, in a process group of its own, as a terminal would. bash hands on the
 * exit code of a program that handles Ctrl-C; dash reports the signal in its place.
 */
function start(onPort) {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('CLERK_'));
  const env = { ...Object.fromEntries(inherited), PORT: String(onPort), npm_config_script_shell: 'bash' };
  const child = spawn('npm', ['start'], {
    env: { ...env, PORT: String(onPort) },
    detached: true,
    stdio: 'pipe',
  });
  const started = { process: child, output: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', chunk => (started.output += chunk));
  }
  return started;
}

function urlOf({ output }) {
  return output.match(/https?:\/\/[\w.:-]+/)?.[0];
}

/** The `curl` commands that the sample has printed, each whole, without a prompt. */
function curlLines({ output }) {
  return output
    .replaceAll('\\\n', ' ')
    .split('\n')
    .map(line => line.trim().replace(/^\$ /, ''))
    .filter(line => line.startsWith('curl '));
}

/** Pastes a `curl` line into a shell. */
function curl(line) {
  const output = execFileSync('sh', ['-c', `${line} --silent --write-out '\\n%{http_code}'`], {
    encoding: 'utf8',
  });
  const end = output.lastIndexOf('\n');
  return {
    status: Number(output.slice(end + 1)),
    body: output.slice(0, end).replace(/^HTTP\/[^]*?\r\n\r\n/, ''),
  };
}

function shorten(line) {
  return line.replace(/[\w-]{20,}(\.[\w-]+)*/g, '…');
}

async function exitOf(started, timeout) {
  const child = started.process;
  await until(
    () => child.exitCode !== null || child.signalCode !== null,
    timeout,
    () => started.output,
  );
  return child.exitCode ?? child.signalCode;
}

/** Waits until the condition holds, and fails with what `state` has to say when it does not in time. */
async function until(condition, timeout, state) {
  const deadline = Date.now() + timeout;
  while (!condition()) {
    assert.ok(Date.now() < deadline, `not within ${timeout / 1000} s:\n${state()}`);
    await delay(50);
  }
}

async function check(title, body) {
  try {
    await body();
    passed++;
    console.log(`✓ ${title}`);
  } catch (error) {
    failed++;
    console.log(`✗ ${title}\n${error.message}`);
  }
}
