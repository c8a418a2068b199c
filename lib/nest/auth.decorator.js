import { createParamDecorator } from '@nestjs/common';
import { getAuth } from '../express/get-auth.js';
import { requestOf } from './request-of.js';
/**
 * Gives a handler what is known of who is asking: the whole auth object, as `getAuth()` gives it, or one field of it.
 *
 * It refuses nobody: put {@link ClerkAuthGuard} on the route for that.
 *
 * @param what - the name of a field, or the options of `getAuth()`
 * @throws {@link ClerkConfigurationError} `middleware_missing` on a path that `exclude` names
 *
 * @example
 * ```ts
 * @Get()
 * @UseGuards(ClerkAuthGuard)
 * mine(@Auth('userId') userId: string, @Auth() auth: SignedInAuth) {
 *   return auth.has({ role: 'org:admin' }) ? this.orders.all() : this.orders.of(userId);
 * }
 * ```
 */
export const Auth = createParamDecorator((what, context) => {
    const options = typeof what === 'object' ? what : undefined;
    const auth = getAuth(requestOf(context) ?? {}, options);
    return typeof what === 'string' ? auth[what] : auth;
});
