/**
 * The base class of every error of this package.
 *
 * `code` is stable, for comparisons in code; `message` is for people and may change. Neither contains a key, a token or
 * a cookie.
 *
 * @example
 * ```ts
 * try {
 *   await clerk.users.getUser(userId);
 * } catch (error) {
 *   if (error instanceof ClerkError) logger.warn(`${error.code}: ${error.message}`);
 * }
 * ```
 */
export class ClerkError extends Error {
  /** Marks errors of this package across realms and copies, as in `@clerk/backend`. */
  readonly clerkError = true;

  /** A stable, machine-readable name of the failure. */
  readonly code: string;

  /**
   * @param code - stable name of the failure
   * @param message - a description for people; never a secret
   * @param options - the underlying error, if there is one
   */
  constructor(code: string, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}
