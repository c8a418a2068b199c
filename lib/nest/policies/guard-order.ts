import type { CanActivate, Type } from '@nestjs/common';

import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import type { NestContainer } from '../configuration/nest-container.js';
import { globalGuardsOf, guardsOn, isClerkGuard } from '../guard/clerk-guard-detection.js';
import { applicationRoutes } from '../rules/application-routes.js';

const reliant = new WeakSet<object>();

/**
 * Marks a guard that relies on {@link ClerkAuthGuard} having run: that a caller is authenticated, or that `req.user` is
 * set. An application in which it runs before that guard, or without it, does not start.
 *
 * Nest runs global guards first, then those of the controller, then those of the handler; on one target, those of the
 * lowest decorator first.
 *
 * @example
 * ```ts
 * @Injectable()
 * @RunsAfterClerkGuard()
 * export class QuotaGuard implements CanActivate {
 *   canActivate(context: ExecutionContext) {
 *     return context.switchToHttp().getRequest<{ user?: { plan: string } }>().user?.plan === 'pro';
 *   }
 * }
 * ```
 *
 * @see https://docs.nestjs.com/faq/request-lifecycle
 */
export const RunsAfterClerkGuard = (): ClassDecorator => target => {
  reliant.add(target);
};

type Guard = CanActivate | Type;

/** @throws {@link ClerkConfigurationError} `guard_order` */
export function assertGuardOrder(container: NestContainer): void {
  const global = globalGuardsOf(container.applicationConfig) as Guard[];
  for (const { controller, handler, rules } of applicationRoutes(container.getModules())) {
    if (rules.isPublic) continue;
    const guards = [...global, ...guardsOn(controller), ...guardsOn(handler)];
    const first = guards.findIndex(isClerkGuard);
    const early = guards.find((guard, index) => isReliant(guard) && (first === -1 || index < first));
    if (early) throw wrongOrder(early, `${controller.name}.${handler.name}`, first === -1);
  }
}

function isReliant(guard: Guard): boolean {
  return reliant.has(typeof guard === 'function' ? guard : guard.constructor);
}

function wrongOrder(guard: Guard, route: string, isMissing: boolean): ClerkConfigurationError {
  const { name } = typeof guard === 'function' ? guard : guard.constructor;
  return new ClerkConfigurationError(
    'guard_order',
    isMissing
      ? `${name} runs on ${route} without ClerkAuthGuard, which it relies on. Add @Protect() or ClerkAuthGuard.`
      : `${name} runs on ${route} before ClerkAuthGuard, which it relies on. Global guards run first, then those of the ` +
          'controller, then those of the handler; on one target, those of the lowest decorator. Put @Protect() below ' +
          `@UseGuards(${name}), or ClerkAuthGuard on the controller or among the global guards before ${name}.`,
  );
}
