import { ClerkError } from './clerk-error.js';

/** The possible values of {@link ClerkConfigurationError.code}. */
export type ClerkConfigurationErrorCode =
  | 'secret_key_missing'
  | 'secret_key_invalid'
  | 'publishable_key_missing'
  | 'publishable_key_invalid'
  | 'jwt_key_invalid'
  | 'machine_secret_key_invalid'
  | 'keys_of_different_instances'
  | 'satellite_without_domain_or_proxy_url'
  | 'satellite_sign_in_url_missing'
  | 'sign_in_url_not_absolute'
  | 'sign_in_url_same_origin'
  | 'option_invalid'
  | 'middleware_missing'
  | 'module_registered_twice'
  | 'package_loaded_twice'
  | 'requirement_invalid'
  | 'guard_missing'
  | 'context_missing'
  | 'request_missing'
  | 'token_not_verified'
  | 'connection_unknown'
  | 'user_resolver_missing'
  | 'policy_missing'
  | 'guard_order'
  | 'webhook_signing_secret_missing'
  | 'webhook_signing_secret_invalid'
  | 'webhook_handler_invalid';

/**
 * Thrown when the configuration of the application is invalid.
 *
 * Thrown at start-up whenever possible. The message names the option, the environment variable and the place of the
 * value in the Clerk Dashboard.
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
  declare readonly code: ClerkConfigurationErrorCode;

  constructor(code: ClerkConfigurationErrorCode, message: string, options?: { cause?: unknown }) {
    super(code, message, options);
  }
}
