import { LRUCache } from 'lru-cache';
import { cookieNames } from '../authentication/cookie-names.js';
import { parsePublishableKey } from '../authentication/publishable-key.js';
import { BackendApiClient } from '../backend-api/client.js';
import { createRemoteCalls } from '../backend-api/remote-calls.js';
import { BackendApiTransport } from '../backend-api/transport.js';
import { localKeySource } from '../tokens/key-source.js';
import { RemoteKeySource } from '../tokens/remote-key-source.js';
import { TokenVerifier } from '../tokens/token-verifier.js';
import { assertKeysBelongTogether, assertSecretKey } from './key-checks.js';
import { sharedCalls } from './shared-calls.js';
/** Enough for every tenant of a large application; keys that come and go do not fill the memory. */
const MAX_CORES = 1000;
/** By what makes their calls, so that two applications in a process, or two tests, have nothing in common. */
const coresByFetch = new WeakMap();
const coresOfDefaultFetch = newCache();
/**
 * The core of an instance: one for the same keys in the same place, so that its key set is fetched once and its tokens
 * are verified once; never one for two instances.
 *
 * @throws {@link ClerkConfigurationError} for keys that are missing, malformed or of different instances
 */
export function instanceCore(options) {
  const cores = coresFor(options.fetch);
  const identity = JSON.stringify([
    options.apiUrl,
    options.apiVersion,
    options.secretKey,
    options.publishableKey,
    options.jwtKey,
    options.machineSecretKey,
  ]);
  let core = cores.get(identity);
  if (!core) {
    core = createCore(options);
    cores.set(identity, core);
  }
  return core;
}
function coresFor(fetch) {
  if (!fetch) return coresOfDefaultFetch;
  let cores = coresByFetch.get(fetch);
  if (!cores) {
    cores = newCache();
    coresByFetch.set(fetch, cores);
  }
  return cores;
}
function newCache() {
  return new LRUCache({ max: MAX_CORES });
}
function createCore(options) {
  assertSecretKey(options.secretKey);
  const publishableKey = options.publishableKey ?? '';
  const parts = parsePublishableKey(publishableKey);
  assertKeysBelongTogether(options.secretKey, parts.instanceType);
  const transport = new BackendApiTransport(options);
  const { fetchJwks, ...calls } = createRemoteCalls(transport);
  const { sessions } = new BackendApiClient(transport);
  return {
    ...parts,
    publishableKey,
    cookieNames: cookieNames(publishableKey),
    verifier: new TokenVerifier(
      options.jwtKey ? localKeySource(options.jwtKey) : new RemoteKeySource(fetchJwks),
    ),
    remote: {
      refreshSession: calls.refreshSession,
      getHandshakePayload: calls.getHandshakePayload,
      verifyApiKey: sharedCalls(secret => calls.verifyApiKey(secret)),
      verifyM2MToken: sharedCalls(token => calls.verifyM2MToken(token)),
      verifyOAuthToken: sharedCalls(token => calls.verifyOAuthToken(token)),
      createSessionToken: async (sessionId, template, expiresInSeconds) =>
        (await sessions.getToken(sessionId, template ?? '', expiresInSeconds)).jwt,
    },
  };
}
