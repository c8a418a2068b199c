import { UseGuards } from '@nestjs/common';

import type { RequirementParams } from '../../authorization/requirement.js';
import type { OrganizationCustomPermissionKey } from '../../authorization/session-claims.js';
import { ClerkAuthGuard } from '../guard/clerk-auth.guard.js';
import type { ClerkPolicyClass } from '../policies/clerk-policy.js';
import { toRouteRequirement } from '../policies/compile-requirement.js';
import type { ProtectPredicate } from '../policies/protect-predicate.js';
import type { ProtectRequirement, RequirementExpression } from '../policies/requirement-expression.js';
import { assertWithout, routeDecorator } from '../rules/route-decorator.js';
import { requirementsOn } from '../rules/route-metadata.js';

/**
 * Allows only authenticated callers who meet a requirement, on any transport.
 *
 * It applies {@link ClerkAuthGuard}: a caller who is not authenticated gets its 401, a caller who does not meet the
 * requirement 403. If only a recent verification is missing, the 403 is one that `useReverification()` of Clerk's
 * frontend SDKs answers with a dialog.
 *
 * The requirements of a controller and of its handler must both be met, and so must those of several decorators. All
 * properties of one requirement must hold; of a list, any one value is enough. On a handler, {@link Public} takes
 * precedence over `@Protect()` of the controller, and `@Protect()` over {@link Public} of the controller.
 *
 * Put it above decorators that replace the method: below one, the application does not start. A method that overrides
 * another one does not inherit its `@Protect()`.
 *
 * Nest runs guards on the fields of GraphQL types only with `fieldResolverEnhancers: ['guards']`. Without that option, an
 * application with `@Protect()` on a `@ResolveField()` does not start.
 *
 * Requirements are evaluated from cheap to expensive: claims, then functions, then policies; reverification is asked for last.
 *
 * @param requirement - what must hold, a function or the class of a {@link ClerkPolicy} that decides, or several of them in
 *   {@link anyOf}, {@link allOf} and {@link not}. Without it, being authenticated is enough
 * @throws {@link ClerkConfigurationError} `requirement_invalid`, when the file is loaded, for a requirement that is
 *   malformed, unknown or empty, and on anything but a class or a method
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
 *   @Get('of/:userId')
 *   @Protect((auth: SignedInAuth, context) => context.switchToHttp().getRequest().params.userId === auth.userId)
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
export function Protect<const Permission extends OrganizationCustomPermissionKey>(
  ...requirement: [
    (RequirementParams<Permission> | ClerkPolicyClass | ProtectPredicate | RequirementExpression)?,
  ]
): ClassDecorator & MethodDecorator {
  // An import cycle can turn a constant into `undefined`: `@Protect(undefined)` is not the same as `@Protect()`.
  const added = requirement.map(one => toRouteRequirement(one as ProtectRequirement));
  const decorate = routeDecorator('requirements', target => {
    assertWithout('public', target);
    return [...requirementsOn(target), ...added];
  });
  const guard = UseGuards(ClerkAuthGuard);
  return (target: object, key?: string | symbol, descriptor?: PropertyDescriptor) => {
    decorate(target as never, key as never, descriptor as never);
    guard(target as never, key as never, descriptor as never);
  };
}
