import type { CanActivate, Type } from '@nestjs/common';
import { GUARDS_METADATA } from '@nestjs/common/constants.js';
import type { ApplicationConfig } from '@nestjs/core';

import { ClerkAuthGuard } from './clerk-auth.guard.js';

/** Whether {@link ClerkAuthGuard}, or a subclass of it, is applied to a class or a method. */
export function hasClerkGuard(target: object): boolean {
  return guardsOn(target).some(isClerkGuard);
}

/** The guards of `@UseGuards()` on a class or a method, or their classes. */
export function guardsOn(target: object): (CanActivate | Type)[] {
  return (Reflect.getMetadata(GUARDS_METADATA, target) ?? []) as (CanActivate | Type)[];
}

/** Whether {@link ClerkAuthGuard}, or a subclass of it, is a global guard: by `APP_GUARD` or `useGlobalGuards()`. */
export function hasGlobalClerkGuard(config: ApplicationConfig): boolean {
  return globalGuardsOf(config).some(isClerkGuard);
}

/** The global guards, or the classes of those that are request-scoped. */
export function globalGuardsOf(config: ApplicationConfig): unknown[] {
  const requestScoped = config
    .getGlobalRequestGuards()
    .map(({ isAlias, inject, metatype }): unknown => (isAlias ? inject?.[0] : metatype));
  return [...config.getGlobalGuards(), ...requestScoped];
}

/** Whether a guard, or the class of one, is {@link ClerkAuthGuard} or a subclass of it. */
export function isClerkGuard(guard: unknown): boolean {
  if (guard instanceof ClerkAuthGuard || guard === ClerkAuthGuard) return true;
  return typeof guard === 'function' && guard.prototype instanceof ClerkAuthGuard;
}
