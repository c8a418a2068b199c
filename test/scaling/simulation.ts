import type { Instance } from '../../lib/authentication/instance.js';
import type { ClerkCacheOptions } from '../../lib/cache/cache-options.js';
import { MemoryCacheStore } from '../../lib/cache/memory-cache-store.js';
import { createInstance } from '../../lib/instance/create-instance.js';
import { LocalClerk } from '../../lib/testing/index.js';
import { isRejection } from '../../lib/tokens/jwt.js';

const SECOND_MS = 1_000;
const MINUTE_S = 60;
const HOUR_S = 3_600;
/** Each process verifies a session token this often. */
const SESSION_EVERY_S = 10;
/** Between two refreshes of the keys in the background. */
const ROTATION_AT_S = 1_937;

/** The application of a simulated hour. */
export interface Scenario {
  readonly processes: number;
  /** Whether the public key is configured, so that no key set is fetched. */
  readonly jwtKey?: boolean;
  /** Whether the signing key is rotated once. */
  readonly hasRotation?: boolean;
  /** Tokens with unknown key ids, which anyone can send, for each process. */
  readonly strangersPerSecond?: number;
  /** Requests with API keys, for all processes together; each key and each process in turn. */
  readonly apiKeyRequestsPerSecond?: number;
  readonly apiKeys?: number;
  /** Verified keys are kept for a minute: not at all, by each process, or by all together. */
  readonly cache?: 'none' | 'each process' | 'shared';
}

/** Calls to Clerk in the simulated hour. */
export interface Cost {
  readonly keyFetches: number;
  readonly verifications: number;
}

/**
 * Runs an hour of an application by a clock that the simulation moves on, second by second: each process verifies a session
 * token every ten seconds, and the requests of the scenario. The processes are instances of this library with a `fetch` each, so they share
 * nothing but what the scenario says.
 */
export async function simulate(scenario: Scenario): Promise<Cost> {
  const { now } = Date;
  let time = Date.UTC(2026, 0, 1);
  Date.now = () => time;
  try {
    const local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
    const foreign = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
    const {
      hasRotation = false,
      strangersPerSecond = 0,
      apiKeyRequestsPerSecond = 0,
      apiKeys = 1,
    } = scenario;
    const cost = { keyFetches: 0, verifications: 0 };
    const processes = startProcesses(scenario, local, cost);
    const secrets = Array.from(
      { length: apiKeys },
      () => local.apiKeys.create({ subject: 'user_alice', name: 'simulation' }).secret,
    );
    let token = '';
    let stranger = '';
    for (let second = 0; second < HOUR_S; second++) {
      const isRotation = hasRotation && second === ROTATION_AT_S;
      if (isRotation) await local.rotateKey();
      if (isRotation || second % MINUTE_S === 0) {
        token = await local.issueSessionToken({ userId: 'user_alice', expiresIn: 2 * MINUTE_S });
        stranger = await foreign.issueSessionToken({ userId: 'user_alice', expiresIn: 2 * MINUTE_S });
      }
      for (const instance of processes) {
        if (second % SESSION_EVERY_S === 0) await verifySession(instance, token);
        for (let count = 0; count < strangersPerSecond; count++) await verifySession(instance, stranger);
      }
      for (let count = 0; count < apiKeyRequestsPerSecond; count++) {
        const request = second * apiKeyRequestsPerSecond + count;
        const secret = secrets[request % secrets.length]!;
        await processes[Math.floor(request / secrets.length) % processes.length]!.remote.verifyApiKey(secret);
      }
      // Refreshes in the background.
      for (let turn = 0; turn < 20; turn++) await new Promise(resolve => setImmediate(resolve));
      time += SECOND_MS;
    }
    return cost;
  } finally {
    Date.now = now;
  }
}

function startProcesses(
  { processes, jwtKey = false, cache = 'none' }: Scenario,
  local: LocalClerk,
  cost: { keyFetches: number; verifications: number },
): Instance[] {
  const { secretKey, publishableKey } = local;
  const sharedStore = new MemoryCacheStore();
  const cacheOfProcess = (): ClerkCacheOptions | undefined =>
    cache === 'none' ? undefined : { machineTokens: true, ...(cache === 'shared' && { store: sharedStore }) };
  return Array.from({ length: processes }, () =>
    createInstance(
      {
        secretKey,
        publishableKey,
        ...(jwtKey && { jwtKey: local.jwtKey }),
        cache: cacheOfProcess(),
        fetch: (input, init) => {
          const path = new URL(typeof input === 'object' && 'url' in input ? input.url : input).pathname;
          if (path.endsWith('/jwks')) cost.keyFetches++;
          if (path.endsWith('/verify')) cost.verifications++;
          return local.fetch(input, init);
        },
      },
      { warn: () => undefined, debug: () => undefined },
    ),
  );
}

/** The key set is fetched or refreshed as by a request, whatever the result. */
async function verifySession({ verifier, requirements }: Instance, token: string): Promise<void> {
  const candidate = verifier.decode(token);
  if (!isRejection(candidate)) await verifier.verify(candidate, requirements);
}
