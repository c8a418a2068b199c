/**
 * Uses `npx nest-clerk local` of a project in which the package is installed, as its README says.
 *
 *     node tools/checks/packed-command.mjs <directory of the project>
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TIMEOUT = 60_000;
const directory = process.argv[2];

writeFileSync(join(directory, 'seeds.yml'), 'users:\n  - id: user_ada\n    firstName: Ada\n');
writeFileSync(join(directory, 'invalid.json'), '{\n  "users": [\n    { "id": 5 }\n  ]\n}\n');

const server = start('--port', '0', '--seed', 'seeds.yml', '--state', 'state.json');
await server.until(/^CLERK_WEBHOOK_SIGNING_SECRET=/m);
const environment = Object.fromEntries(
  [...server.output.matchAll(/^(CLERK_\w+)=(.+)$/gm)].map(([, name, value]) => [name, value]),
);
const headers = { authorization: `Bearer ${environment.CLERK_SECRET_KEY}` };
const users = await (await fetch(`${environment.CLERK_API_URL}/v1/users`, { headers })).json();
assert.deepEqual(
  users.map(({ first_name: name }) => name),
  ['Ada'],
);
const page = await fetch(environment.CLERK_PROXY_URL);
assert.match(await page.text(), /<h1>Local Clerk<\/h1>/);
assert.equal((await fetch(environment.CLERK_SIGN_IN_URL)).status, 200);
assert.equal(await server.stop(), 0, server.output);
assert.match(readFileSync(join(directory, 'state.json'), 'utf8'), /user_ada/);

const invalid = start('--port', '0', '--seed', 'invalid.json');
assert.equal(await invalid.exit(), 1);
assert.match(invalid.output, /invalid\.json:3: users\[0\]\.id must be a string/);

/** Starts the command without any key of Clerk. */
function start(...args) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(CLERK_|NODE_ENV$)/.test(name));
  // Not npx itself, which does not hand on signals.
  const command = join(directory, 'node_modules/.bin/nest-clerk');
  const child = spawn(command, ['local', ...args], {
    cwd: directory,
    env: Object.fromEntries(inherited),
    stdio: 'pipe',
  });
  const program = {
    output: '',
    async until(pattern) {
      const deadline = Date.now() + TIMEOUT;
      while (!pattern.test(program.output)) {
        assert.ok(child.exitCode === null && Date.now() < deadline, `It did not start:\n${program.output}`);
        await new Promise(resolve => setTimeout(resolve, 50));
      }
    },
    async exit() {
      if (child.exitCode === null) await once(child, 'exit');
      return child.exitCode;
    },
    stop() {
      child.kill('SIGINT');
      return program.exit();
    },
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', chunk => (program.output += chunk));
  }
  return program;
}
