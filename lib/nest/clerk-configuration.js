import { Logger } from '@nestjs/common';
import { createMiddleware } from '../express/authenticator.js';
import { withDefaults } from '../express/clerk-client.js';
import { createInstance } from '../express/create-instance.js';
import { optionsFromEnvironment } from '../express/environment.js';
import { excludedPaths } from './excluded-paths.js';
/** The injection token of {@link ClerkConfiguration}. */
export const CLERK_CONFIGURATION = Symbol('CLERK_CONFIGURATION');
/**
 * Puts options and environment together, once per application, when it starts: `ConfigModule` and `dotenv` have done
 * their work by then, wherever they stand.
 *
 * @throws {@link ClerkConfigurationError} when the application could not work with them
 */
export function createConfiguration(moduleOptions) {
    const { onUnauthenticated = 'auto', exclude, requestOptions, ...given } = moduleOptions;
    const options = withDefaults(given, optionsFromEnvironment());
    return {
        clientOptions: options,
        middleware: withoutExcluded(excludedPaths(exclude), createMiddleware(chooser(options, requestOptions), warn)),
        onUnauthenticated,
        signInUrl: options.signInUrl ?? '',
    };
}
const logger = new Logger('Clerk');
function warn(message) {
    logger.warn(message);
}
/** Where requests choose the keys there need not be any before one comes. */
function chooser(options, requestOptions) {
    if (!requestOptions) {
        const instance = createInstance(options, warn);
        return () => instance;
    }
    const instanceWith = (overrides) => createInstance(withDefaults(overrides ?? {}, options), warn);
    return request => {
        const overrides = requestOptions(request);
        return overrides instanceof Promise ? overrides.then(instanceWith) : instanceWith(overrides);
    };
}
function withoutExcluded(isExcluded, middleware) {
    return (request, response, next) => {
        if (isExcluded(request.originalUrl || request.url || ''))
            next();
        else
            middleware(request, response, next);
    };
}
