import type { OnUnauthenticated as OnUnauthenticatedPolicy } from '../configuration/clerk-module-options.js';
import { routeDecorator } from '../rules/route-decorator.js';

/**
 * Sets how {@link ClerkAuthGuard} answers an unauthenticated request on a route or a controller, in place of the module's
 * option `onUnauthenticated`.
 *
 * @param policy - `'auto'`, `'reject'` or `'redirect'`, as for the option
 *
 * @example
 * ```ts
 * @OnUnauthenticated('redirect')
 * @Get('dashboard')
 * dashboard() {
 *   return 'Hello';
 * }
 * ```
 */
export const OnUnauthenticated = (policy: OnUnauthenticatedPolicy): ClassDecorator & MethodDecorator =>
  routeDecorator('onUnauthenticated', () => policy);
