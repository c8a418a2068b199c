/**
 * Runs the samples as README describes, and follows their output: pastes their `curl` lines into a shell, visits their
 * pages, and ends them with Ctrl-C.
 *
 *     node --import ./tools/run-ts.mjs tools/checks/sample.mjs
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';

import { io } from 'socket.io-client';

import { McpTestClient } from '../../test/support/mcp-client.js';
import { TestBrowser } from '../../test/support/test-browser.js';
import { paste, printedCommands, shorten } from './samples/curl.mjs';
import { freePort, RunningProgram } from './samples/running-sample.mjs';

const START_TIMEOUT = 120_000;
const STOP_TIMEOUT = 5_000;
let passed = 0;
let failed = 0;

await drive('01-quickstart', { script: 'start', commands: 4 }, async sample => {
  await check('the public page answers 200', async () => {
    assert.equal((await fetch(sample.url)).status, 200);
  });
  await check('GET /user without a token is 401 with JSON', async () => {
    const response = await fetch(new URL('/user', sample.url));
    assert.equal(response.status, 401);
    assert.equal((await response.json()).statusCode, 401);
  });
  await check('GET /user with the printed token is the user', () => {
    const { command } = printedCommands(sample.output).find(
      ({ command }) => /authorization/i.test(command) && /\/user\b/.test(command),
    );
    assert.match(JSON.parse(paste(command, sample.output).body).id, /^user_/);
  });
  await check('a browser that is sent to sign in comes back to its page', async () => {
    const { status, url, text } = await lastOf(new TestBrowser().visit(`${sample.url}/user`));
    assert.equal(status, 200, text);
    assert.equal(url, `${sample.url}/user`);
    assert.equal(JSON.parse(text).id, 'user_ada');
  });
});

await drive('02-organizations', { script: 'start:organizations', commands: 19 }, async sample => {
  const browser = new TestBrowser();
  await check('a browser is asked who it is, and comes back to its page', async () => {
    const { url, text } = await signIn(browser, `${sample.url}/orgs/acme`, 'user_grace');
    assert.equal(url, `${sample.url}/orgs/acme`);
    assert.match(text, /"organization":"Acme","you":"Grace Hopper","role":"org:member"/);
  });
  await check('the organization in the URL becomes the active one', async () => {
    const { text } = await lastOf(browser.visit(`${sample.url}/orgs/globex`));
    assert.match(text, /"organization":"Globex","you":"Grace Hopper","role":"org:admin"/);
  });
  await check('an organization that one is not in stays closed', async () => {
    const { status, text } = await signIn(new TestBrowser(), `${sample.url}/orgs/globex`, 'user_bob');
    assert.equal(status, 403, text);
  });
});

await drive('03-graphql-websockets', { script: 'start:graphql-websockets', commands: 4 }, async sample => {
  await check('its clients print the expected results', () => {
    const byGraphql = '{"author":"Bob Frankston","text":"Hello by GraphQL"}';
    const bySocket = '{"author":"Bob Frankston","text":"Hello by socket.io"}';
    assert.deepEqual(sample.output.match(/(?<=^ {2})(HTTP|graphql-ws|socket\.io), .+$/gm), [
      'HTTP, signed out: list: "UNAUTHENTICATED"',
      `HTTP, Bob: post: ${byGraphql}`,
      `HTTP, Bob: list: [${byGraphql}]`,
      'HTTP, Bob, a member: clear: "FORBIDDEN"',
      'graphql-ws, signed out: subscribe: "UNAUTHENTICATED"',
      `graphql-ws, Ada: subscribe: ${byGraphql}`,
      'socket.io, signed out: follow: "UNAUTHENTICATED"',
      `socket.io, Ada: follow: ${byGraphql}`,
      `socket.io, Bob: post: ${bySocket}`,
      `socket.io, Ada: next message: ${bySocket}`,
      `graphql-ws, Ada: next message: ${bySocket}`,
      'socket.io, Bob, a member: clear: "FORBIDDEN"',
      'socket.io, Ada, an admin: clear: 2',
      'socket.io, Bob: renew with a fresh token of Bob: "user_bob"',
      'socket.io, Bob: renew with a token of Ada: "UNAUTHENTICATED"',
    ]);
  });
  await check('a socket connects, and stays connected', async () => {
    const socket = io(sample.url, { transports: ['websocket'], reconnection: false });
    await new Promise((connected, rejected) => {
      socket.once('connect', connected).once('connect_error', rejected);
    });
  });
});

await drive('04-user-sync', { script: 'start:user-sync', commands: 3 }, async sample => {
  await check('the backfill shows its progress', () => {
    assert.match(sample.output, /^users +█+ 250\/250$/m);
  });
  await check('webhooks are delivered, and the tables follow them', async () => {
    assert.match(sample.output, /^webhook user\.created: succeeded$/m);
    assert.doesNotMatch(sample.output, /: (failed|pending)$/m);
    const users = await (await fetch(`${sample.url}/users`)).json();
    assert.equal(users.length, 250);
    assert.ok(!users.some(({ id }) => id === 'user_001'));
    assert.equal(users.find(({ id }) => id === 'user_ada').last_name, 'Lovelace');
  });
});

await drive('05-mcp', { script: 'start:mcp', commands: 4 }, async sample => {
  for (const path of ['/mcp', '/mcp-nest']) {
    const url = `${new URL(sample.url).origin}${path}`;
    const ada = new McpTestClient(url, 'user_ada');
    await check(`${path}: a client finds the authorization server, registers and connects`, async () => {
      await ada.connect();
      assert.deepEqual(await ada.tools(), ['whoami', 'list_notes', 'add_note']);
      assert.deepEqual(ada.requestedScopes, ['notes:read']);
      assert.equal(ada.authorizations[0].searchParams.get('resource'), new URL(sample.url).origin);
    });
    await check(`${path}: a tool knows its user, client and scopes`, async () => {
      const { text } = await ada.call('whoami');
      assert.deepEqual(JSON.parse(text), {
        userId: 'user_ada',
        clientId: ada.clientId,
        scopes: ['notes:read'],
      });
    });
    await check(`${path}: the client asks its user for the scope of a tool`, async () => {
      const { text } = await ada.call('add_note', { text: `by ${path}` });
      assert.ok(JSON.parse(text).includes(`by ${path}`), text);
      assert.deepEqual(ada.requestedScopes, ['notes:read', 'notes:read notes:write']);
    });
    await check(`${path}: another user has notes of their own`, async () => {
      const bob = await new McpTestClient(url, 'user_bob').connect();
      assert.equal((await bob.call('list_notes')).text, '[]');
      await bob.close();
    });
    await check(`${path}: a valid token is rejected on another host (DNS rebinding)`, async () => {
      const authorization = `Bearer ${ada.token}`;
      assert.equal(await statusOfPost(url, { authorization }), 200);
      assert.equal(await statusOfPost(url, { authorization, host: 'evil.example' }), 403);
    });
    await ada.close();
  }
});

console.log('\n06-testing');
await check('npm run test:sample: its tests pass', async () => {
  const tests = new RunningProgram(['npm', 'run', 'test:sample'], 0);
  const code = await tests.exit(START_TIMEOUT).finally(() => tests.kill());
  assert.equal(code, 0, tests.output);
  assert.match(tests.output, /^Tests: +8 passed, 8 total$/m);
});

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

/**
 * Starts a sample, follows its output, runs its special checks, and ends it.
 *
 * @param commands - how many `curl` lines it prints
 * @param special - may leave connections open
 */
async function drive(name, { script, commands }, special) {
  console.log(`\n${name}`);
  const port = await freePort();
  const sample = new RunningProgram(['npm', 'run', script], port);
  await check(`npm run ${script}: it starts, and prints its URL and ${commands} curl lines`, () =>
    sample.until(() => sample.url && printedCommands(sample.output).length === commands, START_TIMEOUT),
  );
  for (const { command, status, promise } of printedCommands(sample.output)) {
    await check(`${shorten(command)} answers ${status}: ${promise}`, () => {
      const answer = paste(command, sample.output);
      assert.equal(answer.status, status, answer.body);
      const [code = ''] = /\b(UNAUTHENTICATED|FORBIDDEN)\b/.exec(promise) ?? [];
      assert.ok(answer.body.includes(code), answer.body);
    });
  }
  await special(sample);
  await check('a port that is taken is said, and ends the program', async () => {
    const another = new RunningProgram(['node', `sample/${name}/dist/main.js`], port);
    assert.notEqual(await another.exit(START_TIMEOUT).finally(() => another.kill()), 0);
    assert.match(another.output, new RegExp(`\\b${port}\\b`), another.output);
    assert.doesNotMatch(another.output, /^\s+at .+:\d+:\d+\)?$/m, 'a stack trace is no clear message');
  });
  await check('Ctrl-C ends it promptly and cleanly, with connections still open', async () => {
    sample.pressCtrlC();
    assert.equal(await sample.exit(STOP_TIMEOUT), 0, sample.output);
  });
  sample.kill();
}

/** Loads a page, follows the redirect to the sign-in page, and chooses a user there. */
async function signIn(browser, page, userId) {
  const { url } = await lastOf(browser.visit(page));
  assert.equal(url, `${new URL(page).origin}/sign-in?redirect_url=${encodeURIComponent(page)}`);
  return lastOf(browser.visit(url.replace('/sign-in', `/sign-in/${userId}`)));
}

/** The status of a call of the tool `whoami`. Not by `fetch`, which sets the host itself. */
async function statusOfPost(url, headers) {
  const body = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'whoami', arguments: {} } };
  const request = httpRequest(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...headers,
    },
  }).end(JSON.stringify(body));
  const [response] = await once(request, 'response');
  response.resume();
  return response.statusCode;
}

async function lastOf(visits) {
  return (await visits).at(-1);
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
