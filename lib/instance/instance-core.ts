import { cookieNames } from '../authentication/request/cookie-names.js';
import type { CookieNames } from '../authentication/request/cookie-names.js';
import { parsePublishableKey } from '../authentication/publishable-key.js';
import type { PublishableKeyParts } from '../authentication/publishable-key.js';
import type { RemoteCalls } from '../authentication/remote-calls.js';
import { SetupWarnings } from '../authentication/setup-warnings.js';
import { BackendApiClient } from '../backend-api/client.js';
import { createRemoteCalls } from '../backend-api/remote-calls.js';
import { OpenCalls } from '../backend-api/transport/open-calls.js';
import { BackendApiTransport } from '../backend-api/transport/backend-api-transport.js';
import { localKeySource } from '../tokens/key-source.js';
import { RemoteKeySource } from '../tokens/remote-key-source.js';
import { TokenVerifier } from '../tokens/token-verifier.js';
import { consoleLog } from './console-log.js';
import type { Log } from './log.js';
import { InstanceCache } from './instance-cache.js';
import type { ClerkOptions } from './options.js';
import { MachineVerification } from './machine-verification.js';
import { OutageLog } from './outage-log.js';
import { canParseUrl } from '../helpers/can-parse-url.js';

/** The parts of an instance that depend only on the keys, shared by every configuration with the same keys. */
export interface InstanceCore extends PublishableKeyParts {
  readonly publishableKey: string;
  readonly issuer: string;
  readonly cookieNames: CookieNames;
  readonly verifier: TokenVerifier;
  readonly remote: RemoteCalls;
  readonly setup: SetupWarnings;
  readonly outages: OutageLog;
  /** The calls of `verifier` and `remote`. */
  readonly openCalls: OpenCalls;
}

type KeyOptions = Pick<
  ClerkOptions,
  | 'secretKey'
  | 'publishableKey'
  | 'jwtKey'
  | 'machineSecretKey'
  | 'apiUrl'
  | 'apiVersion'
  | 'fetch'
  | 'timeoutMs'
  | 'retries'
>;

const UNKNOWN_FRONTEND_API: PublishableKeyParts = { instanceType: 'production', frontendApi: '' };

const cores = new InstanceCache<InstanceCore>();
const verifiers = new InstanceCache<TokenVerifier>();
const outageLogs = new InstanceCache<OutageLog>();
const openCalls = new InstanceCache<OpenCalls>();

/**
 * The core of an instance: the same one for the same keys and `fetch`.
 *
 * @throws {@link ClerkConfigurationError} for missing or malformed keys
 */
export function instanceCore(options: KeyOptions, warn = consoleLog.warn): InstanceCore {
  const { apiUrl, apiVersion, secretKey, publishableKey, jwtKey, machineSecretKey } = options;
  const { timeoutMs, retries } = options;
  const keys = [apiUrl, apiVersion, secretKey, publishableKey, jwtKey, machineSecretKey];
  const identity = [...keys, String(timeoutMs), String(retries)];
  return cores.getOrMake(options.fetch, identity, () => createCore(options, warn));
}

/**
 * The verifier of an instance: exactly one per instance, so that its key set is fetched once and its tokens are
 * verified once.
 *
 * Of configurations with the same keys, the first one's `timeoutMs` limits how long a key set is waited for.
 *
 * @param warn - logs problems with the keys; of several configurations with the same keys, the first one's
 * @throws {@link ClerkConfigurationError} `jwt_key_invalid`
 */
export function tokenVerifier(options: KeyOptions, warn = consoleLog.warn): TokenVerifier {
  const { apiUrl, apiVersion, secretKey, jwtKey } = options;
  const identity = jwtKey ? [jwtKey] : [apiUrl, apiVersion, secretKey];
  return verifiers.getOrMake(options.fetch, identity, () => {
    if (jwtKey) return new TokenVerifier(localKeySource(jwtKey));
    const { fetchJwks } = createRemoteCalls(transportFor(options), options.timeoutMs);
    return new TokenVerifier(new RemoteKeySource(fetchJwks, warn, outageLog(options, warn)));
  });
}

/**
 * Several configurations share the transport, so it must not depend on options outside of the identity: limits and
 * observers belong to a client.
 */
function transportFor(options: KeyOptions): BackendApiTransport {
  const { secretKey, machineSecretKey, apiUrl, apiVersion, fetch } = options;
  const transport = { secretKey, machineSecretKey, apiUrl, apiVersion, fetch };
  return new BackendApiTransport({ ...transport, openCalls: openCallsOf(options) });
}

function createCore(options: KeyOptions, warn: Log['warn']): InstanceCore {
  const { publishableKey = '' } = options;
  // Machine tokens need no publishable key; its presence is checked elsewhere for everything that needs one.
  const keyParts = publishableKey ? parsePublishableKey(publishableKey) : UNKNOWN_FRONTEND_API;
  return {
    ...keyParts,
    publishableKey,
    issuer: `https://${keyParts.frontendApi}`,
    cookieNames: cookieNames(publishableKey),
    verifier: tokenVerifier(options, warn),
    remote: remoteCalls(options, warn),
    setup: new SetupWarnings(warn, {
      frontendApi: keyParts.frontendApi,
      backendApi: hostOf(options.apiUrl),
      hasJwtKey: Boolean(options.jwtKey),
    }),
    outages: outageLog(options, warn),
    openCalls: openCallsOf(options),
  };
}

function remoteCalls(options: KeyOptions, warn: Log['warn']): RemoteCalls {
  const { timeoutMs, retries, secretKey, machineSecretKey, apiUrl, apiVersion, fetch } = options;
  const transport = new BackendApiTransport({
    secretKey,
    machineSecretKey,
    apiUrl,
    apiVersion,
    fetch,
    timeoutMs,
    retries,
    openCalls: openCallsOf(options),
  });
  const machines = new MachineVerification(outageLog(options, warn));
  const calls = createRemoteCalls(transport, timeoutMs);
  const { sessions } = new BackendApiClient(transport);
  return {
    refreshSession: calls.refreshSession,
    getHandshakePayload: calls.getHandshakePayload,
    verifyApiKey: machines.bounded(secret => calls.verifyApiKey(secret)),
    verifyM2MToken: machines.bounded(token => calls.verifyM2MToken(token)),
    verifyOAuthToken: machines.bounded(token => calls.verifyOAuthToken(token)),
    createSessionToken: async (sessionId, template, expiresInSeconds) =>
      (await sessions.getToken(sessionId, template ?? '', expiresInSeconds)).jwt,
  };
}

/** The log of outages of one Backend API; of configurations with the same one, the first one's `warn` takes the messages. */
function outageLog({ apiUrl, fetch }: KeyOptions, warn: Log['warn']): OutageLog {
  return outageLogs.getOrMake(fetch, [apiUrl], () => new OutageLog(hostOf(apiUrl), warn));
}

function openCallsOf({ apiUrl, secretKey, machineSecretKey, fetch }: KeyOptions): OpenCalls {
  return openCalls.getOrMake(fetch, [apiUrl, secretKey, machineSecretKey], () => new OpenCalls());
}

function hostOf(apiUrl = 'https://api.clerk.com'): string {
  return canParseUrl(apiUrl) ? new URL(apiUrl).host : apiUrl;
}
