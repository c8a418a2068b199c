import type { ExecutionContext } from '@nestjs/common';

import type { AcceptedTokens } from '../../tokens/token-type.js';
import type { OnUnauthenticated } from '../configuration/clerk-module-options.js';
import { fromCheapToExpensive } from './requirements.js';
import type { RouteRequirement } from './requirements.js';
import { ownRouteMetadata, requirementsOn, routeMetadata } from './route-metadata.js';

/** The rules of a route from the decorators of this package; the handler takes precedence over its controller. */
export interface RouteRules {
  readonly isPublic: boolean;
  /** How to answer an unauthenticated request; `undefined` if the module's option applies. */
  readonly onUnauthenticated: OnUnauthenticated | undefined;
  readonly acceptsToken: AcceptedTokens;
  /** Whether a pending session counts as signed out. */
  readonly treatPendingAsSignedOut: boolean;
  /** The tasks of which a pending session must have one; empty for any, `undefined` where none is admitted. */
  readonly pendingTasks: readonly string[] | undefined;
  /** All of them must be met. */
  readonly requirements: readonly RouteRequirement[];
}

type Route = Pick<ExecutionContext, 'getHandler' | 'getClass'>;

/** By controller and handler: subclasses of a controller share its handlers. */
const knownRules = new WeakMap<object, WeakMap<object, RouteRules>>();

/** The route that was asked for last: a guard and the decorators of one request ask several times in a row. */
let last: { controller: object; handler: object; rules: RouteRules } | undefined;

/** The rules of a route, read once: decorators have run before the first request. */
export function rulesOf(route: Route): RouteRules {
  const controller = route.getClass();
  const handler = route.getHandler();
  if (last?.handler === handler && last.controller === controller) return last.rules;
  const rules = knownRulesOf(controller, handler);
  last = { controller, handler, rules };
  return rules;
}

function knownRulesOf(controller: object, handler: object): RouteRules {
  let ofController = knownRules.get(controller);
  if (!ofController) knownRules.set(controller, (ofController = new WeakMap()));
  let rules = ofController.get(handler);
  if (!rules) ofController.set(handler, (rules = readRules([handler, controller])));
  return rules;
}

/** The current rules of a route: for code that runs at start-up, when decorators may still be applied. */
export function readRules([handler, controller]: readonly [handler: object, controller: object]): RouteRules {
  const pendingTasks = routeMetadata('pendingTasks', handler) ?? routeMetadata('pendingTasks', controller);
  return {
    pendingTasks,
    treatPendingAsSignedOut: pendingTasks === undefined,
    // The controller's own decorator only: `@Public()` on a base class must not open what a subclass adds.
    isPublic:
      isPublic(handler) || (isPublic(controller) && routeMetadata('requirements', handler) === undefined),
    requirements: fromCheapToExpensive([...requirementsOn(controller), ...requirementsOn(handler)]),
    onUnauthenticated:
      routeMetadata('onUnauthenticated', handler) ?? routeMetadata('onUnauthenticated', controller),
    acceptsToken:
      routeMetadata('acceptsToken', handler) ?? routeMetadata('acceptsToken', controller) ?? 'session_token',
  };
}

function isPublic(target: object): boolean {
  return ownRouteMetadata('public', target) === true;
}
