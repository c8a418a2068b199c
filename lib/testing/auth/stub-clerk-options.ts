import type { ClerkModuleOptions } from '../../nest/configuration/clerk-module-options.js';
import { STUB_CALLER } from '../../nest/configuration/stub-caller.js';
import type { StubbedOptions } from '../../nest/configuration/stub-caller.js';
import { once } from '../../helpers/once.js';
import { createInstanceKeys } from '../instance-keys.js';
import { recordOfAuth } from './auth-record.js';
import { authOfStub } from './stub-auth.js';
import type { StubAuth } from './stub-auth.js';

/** An instance that does not exist. */
const keys = once(() => {
  const { secretKey, publishableKey } = createInstanceKeys('development', 'stub.clerk.accounts.dev');
  return { secretKey, publishableKey };
});

/**
 * Options for `ClerkModule` that give every caller this auth object, for any content of the request. They need no key, no
 * token and no network.
 *
 * Everything else works as in production: a global guard lets the caller in or answers 401, `@Protect()` checks the
 * requirements, `@AcceptsToken()` the type of the token, and `@Auth()`, `getAuth()` and `ClerkContext` give the auth object,
 * on every transport. Calls of `ClerkClient` fail; override that provider, or pass the `keys` of a `LocalClerk`.
 *
 * @param auth - the auth object, or a function that gives it for each call
 * @param options - other options of the module
 * @example
 * ```ts
 * let auth: AuthObject = signedInAuth({ userId: 'user_ada', orgId: 'org_acme', orgRole: 'org:admin' });
 *
 * const moduleRef = await Test.createTestingModule({ imports: [AppModule] })
 *   .overrideProvider(CLERK_MODULE_OPTIONS)
 *   .useValue(stubClerkOptions(() => auth))
 *   .compile();
 * ```
 */
export function stubClerkOptions(auth: StubAuth, options: ClerkModuleOptions = {}): ClerkModuleOptions {
  const stubbed: ClerkModuleOptions & StubbedOptions = {
    ...keys(),
    fetch: noCalls,
    ...options,
    [STUB_CALLER]: instance => recordOfAuth(authOfStub(auth), instance),
  };
  return stubbed;
}

function noCalls(): Promise<Response> {
  return Promise.reject(
    new TypeError(
      'A test with stubClerkOptions() or StubClerkAuthGuard makes no calls to Clerk. Override the provider ClerkClient, or ' +
        'pass the keys of a LocalClerk.',
    ),
  );
}
