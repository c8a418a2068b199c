import { authenticationChannel } from '../helpers/diagnostics.js';
import type { MaybePromise } from '../helpers/maybe-promise.js';
import type { TokenType } from '../tokens/token-type.js';
import type { AuthReason } from './auth-reason.js';
import type { AuthenticationResult, AuthStatus } from './authentication-result.js';

/**
 * What is published on the channel `nest-clerk:authentication` of `node:diagnostics_channel`, once per authenticated request,
 * connection or message. It contains no ID, token or key, so that all of it can be an attribute of a metric.
 *
 * @see https://nodejs.org/api/diagnostics_channel.html
 */
export interface ClerkAuthenticationEvent {
  /** The outcome; `handshake` redirects a browser for fresh cookies. */
  readonly status: AuthStatus;
  /** Why the caller is not signed in, as in `x-clerk-auth-reason`; `null` for one who is. */
  readonly reason: AuthReason | null;
  /** The type of the token that was presented. */
  readonly tokenType: TokenType | null;
  /** Milliseconds that it took, calls of Clerk included. */
  readonly durationMs: number;
}

/** Whether the channel has a subscriber. Ask before {@link published}, so that no request creates a function for nothing. */
export function isAuthenticationObserved(): boolean {
  return authenticationChannel.hasSubscribers;
}

/** Publishes the result of an authentication. Without a subscriber it costs the reading of one property. */
export function published(
  authenticate: () => MaybePromise<AuthenticationResult>,
): MaybePromise<AuthenticationResult> {
  if (!authenticationChannel.hasSubscribers) return authenticate();
  const began = performance.now();
  const publish = (result: AuthenticationResult): AuthenticationResult => {
    const { status, reason, tokenType } = result;
    const event: ClerkAuthenticationEvent = {
      status,
      reason,
      tokenType,
      durationMs: performance.now() - began,
    };
    authenticationChannel.publish(event);
    return result;
  };
  const result = authenticate();
  return result instanceof Promise ? result.then(publish) : publish(result);
}
