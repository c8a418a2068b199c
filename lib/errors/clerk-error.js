/**
 * The base of every error this package throws.
 *
 * `code` is stable and meant to be switched on; `message` is for people and may be reworded. Neither ever holds
 * a key, a token or a cookie.
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
    /** Marks errors of this package across realms and copies, as `@clerk/backend`'s errors do. */
    clerkError = true;
    /** A stable, machine-readable name of what went wrong. */
    code;
    /**
     * @param code - stable name of the failure
     * @param message - what happened, for a person; never a secret
     * @param options - the underlying error, if there is one
     */
    constructor(code, message, options) {
        super(message, options);
        this.name = new.target.name;
        this.code = code;
    }
}
