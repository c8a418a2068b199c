import type { ExecutionContext, Type } from '@nestjs/common';

import type { AuthObject } from '../../authorization/auth-object.js';

/**
 * A rule of the application that decides whether a caller may use a route, as a provider with dependency injection.
 *
 * Pass its class to {@link Protect}. It may be request-scoped.
 *
 * @example
 * ```ts
 * @Injectable()
 * export class OwnsInvoice implements ClerkPolicy {
 *   constructor(private readonly invoices: InvoicesService) {}
 *
 *   async allows(auth: SignedInAuth, context: ExecutionContext) {
 *     const { id } = context.switchToHttp().getRequest<{ params: { id: string } }>().params;
 *     return (await this.invoices.ownerOf(id)) === auth.userId;
 *   }
 * }
 * ```
 */
export interface ClerkPolicy {
  /**
   * Decides about a call.
   *
   * @param auth - the auth object of the caller, authenticated by a token that the route accepts: `SignedInAuth` unless
   *   {@link AcceptsToken} says otherwise
   * @param context - the call, as guards get it
   * @returns `true` to allow the call; any other value denies it. Errors go to Nest's exception filters
   */
  // A method's parameter may be declared as a subtype, such as `SignedInAuth` where only sessions are accepted.
  allows(auth: AuthObject, context: ExecutionContext): boolean | Promise<boolean>;
}

/** The class of a {@link ClerkPolicy}. */
export type ClerkPolicyClass = Type<ClerkPolicy>;

/** Whether a function is the class of a policy, and not a function that decides. */
export function isPolicyClass(value: unknown): value is ClerkPolicyClass {
  if (typeof value !== 'function') return false;
  const { prototype } = value as { prototype?: { allows?: unknown } };
  return typeof prototype?.allows === 'function';
}

/** Whether a function is a class, which cannot be called. */
export function isClass(value: object): boolean {
  return /^class\b/.test(Function.prototype.toString.call(value));
}
