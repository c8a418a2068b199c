/*
 * Code for @clerk/backend compiles with our client: each of its methods exists, accepts the same arguments, and returns
 * an object with every field of theirs. `raw` is left out, because its JSON is typed loosely; so is `object`, which
 * theirs declares for JSON that does not have it.
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

/** The fields of an object only: without `raw` and `object`, and without the parts that make a class nominal. */
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

/** The methods of @clerk/backend with an incompatibility, as `users.getUser`. */
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

/** Theirs is typed as the deleted resource, but returns a `DeletedObject`; ours is typed as its result. */
type TypedAsWhatWasDeleted =
  | 'enterpriseConnections.deleteEnterpriseConnection'
  | 'machines.delete'
  | 'organizations.deleteOrganization'
  | 'organizations.deleteOrganizationDomain'
  | 'redirectUrls.deleteRedirectUrl'
  | 'samlConnections.deleteSamlConnection'
  | 'users.deleteUser';
expectTrue<Equal<OtherResult, TypedAsWhatWasDeleted>>();
