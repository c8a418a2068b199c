import type { CanActivate, ExecutionContext } from '@nestjs/common';

import { signedInAuth } from './signed-in-auth.js';
import type { StubAuth } from './stub-auth.js';

/**
 * Replaces `ClerkAuthGuard` in a test. The caller of every guarded call has the auth object of the constructor.
 *
 * The rules of the route apply to that auth object as in production: a signed-out caller gets 401, and a caller who does not
 * meet `@Protect()` gets 403. It needs no `ClerkModule`, and works on every transport. Guards and parameter decorators that run
 * after it see the same caller.
 *
 * @example
 * ```ts
 * const moduleRef = await Test.createTestingModule({ controllers: [InvoicesController] })
 *   .overrideGuard(ClerkAuthGuard)
 *   .useValue(new StubClerkAuthGuard(signedInAuth({ userId: 'user_ada' })))
 *   .compile();
 * ```
 */
export class StubClerkAuthGuard implements CanActivate {
  readonly #auth: StubAuth;

  /** @param auth - the auth object, or a function that gives it for each call. Default: a signed-in user */
  constructor(auth: StubAuth = signedInAuth()) {
    this.#auth = auth;
  }

  /** Sets the caller of a call, and decides by the rules of its route. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    // Loaded here, so that applications without Nest can use the rest of the entry point.
    const { guardAs } = await import('./guard-as.js');
    return guardAs(this.#auth, context);
  }
}
