import type { Abstract, ExecutionContext, Type } from '@nestjs/common';

import type { AuthenticatedMachineObject, SignedInAuthObject } from '../../authorization/auth-object.js';

declare global {
  /**
   * The application's own user, as its {@link ClerkUserResolver} returns it. Declare it once to type `@AppUser()` and
   * `ClerkContext.appUser()`.
   *
   * @example
   * ```ts
   * declare global {
   *   interface ClerkAppUser {
   *     id: string;
   *     plan: 'free' | 'pro';
   *   }
   * }
   * ```
   */
  interface ClerkAppUser {}
}

/** {@link ClerkAppUser} as the application declares it; any object without a declaration. */
export type AppUserObject = [keyof ClerkAppUser] extends [never] ? object : ClerkAppUser;

/** The names of the fields of {@link ClerkAppUser}; any name without a declaration. */
export type AppUserField = [keyof ClerkAppUser] extends [never]
  ? string
  : Extract<keyof ClerkAppUser, string>;

/** The auth object of a caller who is authenticated, by a session or by a machine token. */
export type AuthenticatedAuthObject = SignedInAuthObject | AuthenticatedMachineObject;

/**
 * Finds or creates the application's own record of a caller, such as a row of its table of users.
 *
 * A provider of the application implements it, and the option `userResolver` of `ClerkModule` names that provider. It is
 * called only if the user is needed, and at most once per request or message.
 *
 * @typeParam T - the record
 *
 * @example
 * ```ts
 * @Injectable()
 * export class UsersService implements ClerkUserResolver<UserRow> {
 *   constructor(private readonly users: UserRows) {}
 *
 *   resolve(auth: AuthenticatedAuthObject) {
 *     return auth.tokenType === 'session_token' ? this.users.findOrCreate(auth.userId) : null;
 *   }
 * }
 * ```
 */
export interface ClerkUserResolver<T extends object = AppUserObject> {
  /**
   * Finds or creates the record of a caller.
   *
   * Two first requests of one caller may run at the same time: create the record with one statement that tolerates a
   * conflict (`insert … on conflict`).
   *
   * @param auth - the auth object of the caller, by a token that the route accepts
   * @param context - the call. From `ClerkContext.appUser()` on a route without a guard of this package it has the request
   *   and the response only: `getClass()` and `getHandler()` are `null`
   * @returns the record, or `null` to deny the call: 403 with the reason `app-user-not-found`. Errors go to Nest's
   *   exception filters
   */
  resolve(
    auth: AuthenticatedAuthObject,
    context: ExecutionContext,
  ): T | null | undefined | Promise<T | null | undefined>;
}

/** The class or the injection token of the provider that is a {@link ClerkUserResolver}. */
export type ClerkUserResolverToken =
  Type<ClerkUserResolver<object>> | Abstract<ClerkUserResolver<object>> | string | symbol;
