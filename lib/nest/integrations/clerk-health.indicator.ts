import { Inject, Injectable } from '@nestjs/common';

import type { KeysState } from '../../tokens/key-source.js';
import { isRejection } from '../../tokens/jwt.js';
import { CLERK_CONFIGURATION } from '../configuration/clerk-configuration.js';
import type { ClerkConfiguration } from '../configuration/clerk-configuration.js';

/** The state of Clerk, in the form of a `HealthIndicatorResult` of `@nestjs/terminus`. */
export interface ClerkHealth {
  status: 'up' | 'down';
  /** Seconds since Clerk last confirmed the keys; missing if they are configured. */
  keysConfirmedSecondsAgo?: number;
  /** The reason for `down`, such as `'jwk-remote-failed-to-load'` or `'secret-key-invalid'`. */
  reason?: string;
  /** A description of the reason; never a key. */
  message?: string;
}

/**
 * A health indicator for `@nestjs/terminus`: whether session tokens can be verified.
 *
 * It reports up with `jwtKey`, and as long as the keys of the instance are known, even while Clerk cannot be reached.
 * It reports down if a request with a valid token would be rejected for lack of a key. A check fetches the keys only if
 * such a request would, shares that fetch and takes six seconds at most, so it can be called at any rate.
 *
 * If `requestOptions` chooses the keys, it checks none and reports up.
 *
 * @example
 * ```ts
 * @Controller('health')
 * export class HealthController {
 *   constructor(
 *     private readonly health: HealthCheckService,
 *     private readonly clerk: ClerkHealthIndicator,
 *   ) {}
 *
 *   @Get()
 *   @HealthCheck()
 *   check() {
 *     return this.health.check([() => this.clerk.isHealthy('clerk')]);
 *   }
 * }
 * ```
 *
 * @see https://docs.nestjs.com/recipes/terminus
 */
@Injectable()
export class ClerkHealthIndicator {
  constructor(@Inject(CLERK_CONFIGURATION) private readonly configuration: ClerkConfiguration) {}

  /**
   * Returns the state of the keys. Never rejects.
   *
   * @param key - the name in the result
   * @example
   * ```ts
   * await clerkHealth.isHealthy('clerk'); // { clerk: { status: 'up', keysConfirmedSecondsAgo: 12 } }
   * ```
   */
  async isHealthy<const Key extends string = 'clerk'>(
    key: Key = 'clerk' as Key,
  ): Promise<Record<Key, ClerkHealth>> {
    const health = healthOf(await this.configuration.defaultInstance?.verifier.checkKeys());
    return { [key]: health } as Record<Key, ClerkHealth>;
  }
}

function healthOf(state: KeysState | undefined): ClerkHealth {
  if (!state) return { status: 'up', message: 'The keys are chosen by the request.' };
  if (isRejection(state)) {
    const { reason, message, action } = state;
    return { status: 'down', reason, message: action ? `${message} ${action}` : message };
  }
  const { confirmedAt } = state;
  if (confirmedAt === undefined) return { status: 'up' };
  const keysConfirmedSecondsAgo = Math.max(0, Math.floor((Date.now() - confirmedAt) / 1000));
  return { status: 'up', keysConfirmedSecondsAgo };
}
