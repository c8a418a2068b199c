import { ClerkError } from './clerk-error.js';
/**
 * Thrown when the application is set up in a way that cannot work.
 *
 * Raised at start-up wherever it can be known then. The message names the option, the environment variable and
 * where in the Clerk Dashboard the value is found.
 *
 * @example
 * ```ts
 * try {
 *   await NestFactory.create(AppModule, { abortOnError: false });
 * } catch (error) {
 *   if (error instanceof ClerkConfigurationError) console.error(error.message);
 * }
 * ```
 */
export class ClerkConfigurationError extends ClerkError {
    constructor(code, message, options) {
        super(code, message, options);
    }
}
