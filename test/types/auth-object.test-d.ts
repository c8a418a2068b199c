import type {
  AuthObject,
  JwtPayload,
  MachineAuthObject,
  SessionAuthObject,
  SignedInAuthObject,
  SignedOutAuthObject,
} from 'nest-clerk';
import { expectTrue, type Equal } from './expect-type.js';

type IsAny<T> = 0 extends 1 & T ? true : false;

/** The names of the fields that are `any`, or a function with `any` as result or parameter. */
type AnyFields<T> = T extends unknown
  ? { [K in keyof T]-?: HasAny<T[K]> extends true ? K : never }[keyof T]
  : never;
type HasAny<T> =
  IsAny<T> extends true
    ? true
    : T extends (...parameters: infer Parameters) => infer Result
      ? true extends IsAny<Awaited<Result>> | IsAny<Parameters[number]>
        ? true
        : false
      : false;

// The check for `any` must itself be able to fail.
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- to be found
type WithAny = { plain: string; field: any; result: () => Promise<any>; parameter: (value: any) => void };
expectTrue<Equal<AnyFields<WithAny>, 'field' | 'result' | 'parameter'>>();

expectTrue<Equal<AnyFields<SignedInAuthObject>, never>>();
expectTrue<Equal<AnyFields<SignedOutAuthObject>, never>>();
expectTrue<Equal<AnyFields<MachineAuthObject>, never>>();
expectTrue<Equal<AnyFields<AuthObject>, never>>();

// The fields of @clerk/express, and no other.
type Fields =
  | 'tokenType'
  | 'isAuthenticated'
  | 'userId'
  | 'sessionId'
  | 'sessionClaims'
  | 'sessionStatus'
  | 'actor'
  | 'orgId'
  | 'orgRole'
  | 'orgSlug'
  | 'orgPermissions'
  | 'factorVerificationAge'
  | 'getToken'
  | 'has'
  | 'debug';
expectTrue<Equal<keyof SignedInAuthObject, Fields>>();
expectTrue<Equal<keyof SignedOutAuthObject, Fields>>();

declare const auth: SessionAuthObject;
expectTrue<Equal<ReturnType<typeof auth.getToken>, Promise<string | null>>>();
void auth.getToken({ template: 'hasura', expiresInSeconds: 60 });
// @ts-expect-error -- no such option
void auth.getToken({ organizationId: 'org_acme' });

expectTrue<Equal<ReturnType<typeof auth.has>, boolean>>();
auth.has({ role: 'org:admin' });
auth.has({ permission: 'org:invoices:create', reverification: 'strict' });
auth.has({ feature: 'org:invoices', plan: 'user:pro' });
auth.has({ reverification: { level: 'second_factor', afterMinutes: 10 } });
// @ts-expect-error -- no such requirement: it would never hold
auth.has({ roles: ['org:admin'] });
// @ts-expect-error -- no such level
auth.has({ reverification: 'paranoid' });

// Claims that are not registered have to be checked before they are used.
declare const claims: JwtPayload;
expectTrue<Equal<typeof claims.sub, string>>();
expectTrue<Equal<typeof claims.exp, number>>();
expectTrue<Equal<typeof claims.anything, unknown>>();
if (claims.v === 2) expectTrue<Equal<typeof claims.org_id, undefined>>();
