/** One of several processes that test at the same time; see `parallel.test.ts`. Prints what it saw as JSON. */
import { createClerkClient, verifyToken } from '../../lib/express/index.js';
import { LocalClerk } from '../../lib/testing/index.js';

const { SHARED_URL = '', SHARED_SECRET_KEY = '', WORKER = '' } = process.env;
const USERS = 25;

// The same ids and addresses in each process.
const local = await LocalClerk.create({ users: [{ id: 'user_ada', emailAddress: ['ada@example.com'] }] });
const server = await local.listen();
const { token } = await local.signIn('user_ada');
const { sub } = await verifyToken(token, { ...local.keys, apiUrl: server.url, fetch: globalThis.fetch });

const shared = createClerkClient({ secretKey: SHARED_SECRET_KEY, apiUrl: SHARED_URL });
const created = await Promise.all(
  Array.from({ length: USERS }, (_, index) =>
    shared.users.createUser({ emailAddress: [`worker${WORKER}-${index}@example.com`], firstName: WORKER }),
  ),
);
const found = await shared.users.getUserList({ userId: created.map(({ id }) => id), limit: 100 });

// As the next test of a worker would.
local.users.create({ id: 'user_bob' });
local.clock.advance('1h');
local.reset();

process.stdout.write(
  JSON.stringify({
    sub,
    token,
    url: server.url,
    kid: local.kid,
    secretKey: local.secretKey,
    publishableKey: local.publishableKey,
    users: local.users.list().map(({ id }) => id),
    foundNames: [...new Set(found.data.map(({ firstName }) => firstName))],
    foundCount: found.totalCount,
  }),
);
await server.close();
