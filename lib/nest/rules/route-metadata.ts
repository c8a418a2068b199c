import type { AcceptedTokens } from '../../tokens/token-type.js';
import type { OnUnauthenticated } from '../configuration/clerk-module-options.js';
import type { RouteRequirement } from './requirements.js';

/** The values that the decorators of this package store on a controller or a handler, by name. */
interface RouteMetadata {
  /** `@Public()` */
  public: true;
  /** `@Protect()` */
  requirements: readonly RouteRequirement[];
  /** `@OnUnauthenticated()` */
  onUnauthenticated: OnUnauthenticated;
  /** `@AcceptsToken()` */
  acceptsToken: AcceptedTokens;
  /** `@AllowPending()` */
  pendingTasks: readonly string[];
}

export type RouteMetadataName = keyof RouteMetadata;

/** Symbols: another library cannot write them by accident, as it can with string keys. */
const KEYS: { [Name in RouteMetadataName]: symbol } = {
  public: Symbol('Public'),
  requirements: Symbol('Protect'),
  onUnauthenticated: Symbol('OnUnauthenticated'),
  acceptsToken: Symbol('AcceptsToken'),
  pendingTasks: Symbol('AllowPending'),
};

/** Stores the value of a decorator on a class or a method. */
export function setRouteMetadata<Name extends RouteMetadataName>(
  name: Name,
  value: RouteMetadata[Name],
  target: object,
): void {
  Reflect.defineMetadata(KEYS[name], value, target);
}

/** The value of a decorator on a class or its base classes, or on a method. */
export function routeMetadata<Name extends RouteMetadataName>(
  name: Name,
  target: object,
): RouteMetadata[Name] | undefined {
  return Reflect.getMetadata(KEYS[name], target) as RouteMetadata[Name] | undefined;
}

/** The value of a decorator on a class itself, without its base classes, or on a method. */
export function ownRouteMetadata<Name extends RouteMetadataName>(
  name: Name,
  target: object,
): RouteMetadata[Name] | undefined {
  return Reflect.getOwnMetadata(KEYS[name], target) as RouteMetadata[Name] | undefined;
}

/** The requirements of `@Protect()` on a class, on a base class, or on a method. */
export function requirementsOn(target: object): readonly RouteRequirement[] {
  return routeMetadata('requirements', target) ?? [];
}
