import type { ClerkInstances } from './clerk-instance.js';
import type { Configuration } from './configurations.js';
import { sessionConfigurations, wholeConfigurations } from './configurations.js';

/** A set of requests to draw from, and the results that a run must have seen. */
export interface Space {
  name: 'session' | 'all';
  defaultCount: number;
  /** Navigations, handshake tokens and nonces, refresh cookies: input that the reference may answer with a redirect. */
  handshakes: boolean;
  machineTokens: boolean;
  configurations(instances: ClerkInstances, apiUrl: string): Configuration[];
  /** Reasons (`x-clerk-auth-reason`) that the reference must have given; with fewer, the draw is degenerate. */
  expectedReasons: string[];
}

const SESSION_REASONS = [
  'client-uat-but-no-session-token',
  'dev-browser-missing',
  'dev-browser-sync',
  'jwk-kid-mismatch',
  'session-token-and-uat-missing',
  'session-token-but-no-client-uat',
  'session-token-expired-refresh-non-eligible-no-refresh-cookie',
  'session-token-expired-refresh-non-eligible-non-get',
  'session-token-iat-before-client-uat',
  'session-token-iat-in-the-future',
  'session-token-nbf',
  'token-invalid',
  'token-invalid-algorithm',
  'token-invalid-authorized-parties',
  'token-invalid-signature',
  'token-type-mismatch',
  'token-verification-failed',
];

/** Session tokens in header or cookie, without handshakes, refreshes and machine tokens. */
const sessionTokens: Space = {
  name: 'session',
  defaultCount: 5000,
  handshakes: false,
  machineTokens: false,
  configurations: sessionConfigurations,
  expectedReasons: SESSION_REASONS,
};

/** Every request that the reference can authenticate. */
const everything: Space = {
  name: 'all',
  defaultCount: 20_000,
  handshakes: true,
  machineTokens: true,
  configurations: wholeConfigurations,
  expectedReasons: [
    ...SESSION_REASONS,
    'active-organization-mismatch',
    'primary-domain-cross-origin-sync',
    'primary-responds-to-syncing',
    'satellite-needs-syncing',
    'secret-key-invalid',
    'session-token-expired-refresh-fetch-error',
    'session-token-expired-refresh-invalid-session-token',
    'session-token-expired-refresh-refresh_token_invalid',
    'session-token-expired-refresh-unexpected-bapi-error',
    'session-token-missing',
    'unexpected-error',
  ],
};

export const SPACES = { session: sessionTokens, all: everything };
