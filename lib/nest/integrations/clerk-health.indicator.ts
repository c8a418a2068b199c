import { Inject, Injectable } from '@nestjs/common';

import type { KeysState } from '../../tokens/key-source.js';
import { isRejection } from '../../tokens/jwt.js';
import { CLERK_CONFIGURATION } from '../configuration/clerk-configuration.js';
import type { ClerkConfiguration } from '../configuration/clerk-configuration.js';

/** How well Clerk is, in the form of a `HealthIndicatorResult` of `@nestjs/terminus`. */
export interface ClerkHealth {
  status: 'up' | 'down';
  /** Seconds since Clerk last confirmed the keys; not there when they are configured. */
  keysConfirmedSecondsAgo?: number;
  /** Why it is down, such as `'jwk-remote-failed-to-load'` or `'secret-key-invalid'`. */
  reason?: string;
  /** What is behind it, for a person; never a key. */
  message?: string;
}

/**
 * A health indicator for `@nestjs/terminus`: whether session tokens can be verified.
 *
 * It is up with `jwtKey`, and as long as the keys of the instance are known, while Clerk cannot be reached too. It is
 * down when a request with a valid token would be rejected for lack of a key. A check fetches the keys only where such
 * a request would, shares that fetch and takes six seconds at most, so it can be called as often as one likes.
 *
 * Where `requestOptions` chooses the keys it looks at none, and is up.
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
   * Tells how it stands with the keys. Never rejects.
   *
   * @param key - the name in the result
   * @example
   * ```ts
   * await clerk.isHealthy('clerk'); // { clerk: { status: 'up', keysConfirmedSecondsAgo: 12 } }
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
