/*
 * What was written for @clerk/backend compiles with ours: each of its methods is there, takes what theirs takes, and
 * returns something that has every field of what theirs returns. `raw` is left out: the JSON in it is typed as loosely
 * as Clerk may change it; so is `object`, which theirs declares of JSON that has none.
 */
import type { createClerkClient } from '@clerk/backend';
import type { ClerkClient } from 'nest-clerk';
import { expectTrue, type Equal } from './expect-type.js';

type Theirs = ReturnType<typeof createClerkClient>;
type AnyMethod = (...args: never[]) => Promise<unknown>;
type Names<T> = Extract<keyof T, string>;
type MethodsOf<Resource> = {
  [Name in Names<Resource>]: Resource[Name] extends AnyMethod ? Name : never;
}[Names<Resource>];
type Resources = {
  [Name in Names<Theirs>]: MethodsOf<Theirs[Name]> extends never ? never : Name;
}[Names<Theirs>];

/** An object with its fields alone: without `raw` and `object`, and without what makes a class different from all others. */
type Plain<T> = T extends string | number | boolean | null | undefined | URL | Date
  ? T
  : T extends readonly (infer Item)[]
    ? Plain<Item>[]
    : T extends object
      ? { [Field in keyof T as Field extends 'raw' | 'object' ? never : Field]: Plain<T[Field]> }
      : T;

type MethodOf<Client, Resource, Name> = Resource extends keyof Client
  ? Name extends keyof Client[Resource]
    ? Client[Resource][Name]
    : never
  : never;
type ParametersOf<Method> = Method extends (...args: infer Args) => unknown ? Args : never;
type ResultOf<Method> = Method extends (...args: never[]) => Promise<infer Result> ? Plain<Result> : never;

/** The methods of @clerk/backend for which something does not hold, as `users.getUser`. */
type Missing = {
  [Resource in Resources]: {
    [Name in MethodsOf<Theirs[Resource]>]: [MethodOf<ClerkClient, Resource, Name>] extends [never]
      ? `${Resource}.${Name}`
      : never;
  }[MethodsOf<Theirs[Resource]>];
}[Resources];
type OtherParameters = {
  [Resource in Resources]: {
    [Name in MethodsOf<Theirs[Resource]>]: ParametersOf<Theirs[Resource][Name]> extends ParametersOf<
      MethodOf<ClerkClient, Resource, Name>
    >
      ? never
      : `${Resource}.${Name}`;
  }[MethodsOf<Theirs[Resource]>];
}[Resources];
type OtherResult = {
  [Resource in Resources]: {
    [Name in MethodsOf<Theirs[Resource]>]: [ResultOf<MethodOf<ClerkClient, Resource, Name>>] extends [
      ResultOf<Theirs[Resource][Name]>,
    ]
      ? never
      : `${Resource}.${Name}`;
  }[MethodsOf<Theirs[Resource]>];
}[Resources];

expectTrue<Equal<Missing, never>>();
expectTrue<Equal<OtherParameters, never>>();

/** Here theirs is typed as what was deleted, and returns a `DeletedObject` all the same; ours is typed as what it returns. */
type TypedAsWhatWasDeleted =
  | 'enterpriseConnections.deleteEnterpriseConnection'
  | 'machines.delete'
  | 'organizations.deleteOrganization'
  | 'organizations.deleteOrganizationDomain'
  | 'redirectUrls.deleteRedirectUrl'
  | 'samlConnections.deleteSamlConnection'
  | 'users.deleteUser';
expectTrue<Equal<OtherResult, TypedAsWhatWasDeleted>>();
