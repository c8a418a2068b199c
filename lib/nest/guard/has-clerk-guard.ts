import type { CanActivate, Type } from '@nestjs/common';
import { GUARDS_METADATA } from '@nestjs/common/constants.js';

import { ClerkAuthGuard } from './clerk-auth.guard.js';

/** Whether {@link ClerkAuthGuard}, or a subclass of it, stands on a class or a method. */
export function hasClerkGuard(target: object): boolean {
  const guards = Reflect.getMetadata(GUARDS_METADATA, target) as (CanActivate | Type)[] | undefined;
  return guards?.some(isClerkGuard) ?? false;
}

/** Whether a guard, or the class of one, is {@link ClerkAuthGuard} or a subclass of it. */
export function isClerkGuard(guard: unknown): boolean {
  if (guard instanceof ClerkAuthGuard || guard === ClerkAuthGuard) return true;
  return typeof guard === 'function' && guard.prototype instanceof ClerkAuthGuard;
}
