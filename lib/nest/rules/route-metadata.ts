import type { AcceptedTokens } from '../../tokens/token-type.js';
import type { OnUnauthenticated } from '../configuration/clerk-module-options.js';
import type { RouteRequirement } from './requirements.js';

/** What the decorators of this package store on a controller or a handler, by name. */
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

/** Stores what a decorator says about a class or a method. */
export function setRouteMetadata<Name extends RouteMetadataName>(
  name: Name,
  value: RouteMetadata[Name],
  target: object,
): void {
  Reflect.defineMetadata(KEYS[name], value, target);
}

/** What a decorator says about a class, its base classes included, or about a method. */
export function routeMetadata<Name extends RouteMetadataName>(
  name: Name,
  target: object,
): RouteMetadata[Name] | undefined {
  return Reflect.getMetadata(KEYS[name], target) as RouteMetadata[Name] | undefined;
}

/** What a decorator says about a class itself, without its base classes, or about a method. */
export function ownRouteMetadata<Name extends RouteMetadataName>(
  name: Name,
  target: object,
): RouteMetadata[Name] | undefined {
  return Reflect.getOwnMetadata(KEYS[name], target) as RouteMetadata[Name] | undefined;
}

/** What `@Protect()` says on a class, on a base class, or on a method. */
export function requirementsOn(target: object): readonly RouteRequirement[] {
  return routeMetadata('requirements', target) ?? [];
}
