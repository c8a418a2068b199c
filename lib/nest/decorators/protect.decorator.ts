import { UseGuards } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';

import type { AuthObject } from '../../authorization/auth-object.js';
import { compileRequirement } from '../../authorization/requirement.js';
import type { RequirementParams } from '../../authorization/requirement.js';
import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import { ClerkAuthGuard } from '../guard/clerk-auth.guard.js';
import { rememberProtected } from '../rules/protected-methods.js';
import { requires } from '../rules/route-metadata.js';
import type { RouteRequirement } from '../rules/route-metadata.js';

/**
 * Decides by itself who may use a route.
 *
 * @param auth - whoever is asking, authenticated by a token that the route accepts: `SignedInAuth` unless
 *   {@link AcceptsToken} says otherwise
 * @param context - the call, as a guard gets it
 * @returns whether he may: `true` and nothing else means yes. What is thrown goes to Nest's exception filters.
 */
// A method's parameter may be declared as a subtype, such as `SignedInAuth` where only sessions are accepted.
export type ProtectPredicate = {
  decide(auth: AuthObject, context: ExecutionContext): boolean | Promise<boolean>;
}['decide'];

/** What {@link Protect} takes. */
export type ProtectRequirement = RequirementParams | ProtectPredicate;

/**
 * Lets in only who is signed in and meets a requirement, on any transport.
 *
 * It brings {@link ClerkAuthGuard} along: who is not signed in gets its 401, who does not meet the requirement 403, and
 * who has to verify himself anew the 403 that `useReverification()` of Clerk's frontend SDKs answers with a dialog.
 *
 * What a controller and its handler require must both hold, and so must all decorators of one of them. Within one, all
 * that is asked for must hold; of a list, any one value. On a handler, {@link Public} opens it in spite of its controller,
 * and `@Protect()` closes it in spite of its controller's {@link Public}.
 *
 * It stands above any decorator that replaces the method: below one an application does not start. A method that
 * overrides another has only what stands on itself.
 *
 * Nest runs no guards on the fields of GraphQL's types unless its module has `fieldResolverEnhancers: ['guards']`. Without
 * that an application with `@Protect()` on a `@ResolveField()` does not start.
 *
 * @param requirement - what must hold, or a function that decides. Without it, being signed in is enough
 * @throws {@link ClerkConfigurationError} `requirement_invalid`, when the file is loaded, for a requirement that is
 *   malformed, unknown or empty, and on what is neither a class nor a method
 *
 * @example
 * ```ts
 * @Controller('invoices')
 * @Protect({ feature: 'org:invoicing' })
 * export class InvoicesController {
 *   @Delete(':id')
 *   @Protect({ role: ['org:admin', 'org:owner'], reverification: 'strict' })
 *   remove() {}
 *
 *   @Get(':id')
 *   @Protect((auth: SignedInAuth, context) => owns(auth.userId, context.switchToHttp().getRequest().params.id))
 *   read() {}
 *
 *   @Post()
 *   @AcceptsToken('oauth_token')
 *   @Protect({ scopes: 'invoices:write' })
 *   create() {}
 * }
 * ```
 *
 * @see https://clerk.com/docs/guides/secure/authorization-checks
 */
export function Protect(...requirement: [ProtectRequirement?]): ClassDecorator & MethodDecorator {
  // `@Protect(undefined)`, which an import cycle makes of a constant, is not the same as `@Protect()`.
  const decorate = requires(requirement.map(one => toRouteRequirement(one as ProtectRequirement)));
  const guard = UseGuards(ClerkAuthGuard);
  return (target: object, key?: string | symbol, descriptor?: PropertyDescriptor) => {
    if (key !== undefined && typeof descriptor?.value !== 'function') throw protectsNothing(target, key);
    decorate(target as never, key as never, descriptor as never);
    guard(target as never, key as never, descriptor as never);
    if (key !== undefined) rememberProtected(target, key, descriptor?.value as object);
  };
}

/** Such as on a field of a GraphQL type, which Nest would take without a word. */
function protectsNothing(target: object, key: string | symbol): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'requirement_invalid',
    `@Protect() on ${target.constructor.name}.${String(key)} would protect nothing: it is for classes and methods.`,
  );
}

function toRouteRequirement(requirement: ProtectRequirement): RouteRequirement {
  if (typeof requirement !== 'function') return compileRequirement(requirement);
  return async (auth, context) =>
    // Whoever forgets to return something, or returns an object, has not said yes.
    ((await requirement(auth, context)) as unknown) === true ? undefined : { kind: 'requirement' };
}
