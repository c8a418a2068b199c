import { assertWithout, routeDecorator } from '../rules/route-decorator.js';

/**
 * Opens a route, or all routes of a controller, under a global {@link ClerkAuthGuard}.
 *
 * A guard on the route itself does not close it again. Subclasses of a public controller are not public. On a handler it
 * takes precedence over {@link Protect} of the controller.
 *
 * Public routes still identify a signed-in caller: {@link Auth} passes the auth object there too.
 *
 * @throws {@link ClerkConfigurationError} `requirement_invalid`, when the file is loaded, together with {@link Protect}
 *
 * @example
 * ```ts
 * @Public()
 * @Get('health')
 * health() {
 *   return 'ok';
 * }
 * ```
 */
export const Public = (): ClassDecorator & MethodDecorator =>
  routeDecorator('public', target => {
    assertWithout('requirements', target);
    return true;
  });
