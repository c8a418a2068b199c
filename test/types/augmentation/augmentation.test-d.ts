import { AppUser, getAuth, Protect } from 'nest-clerk';
import type {
  AppUserObject,
  ClerkContext,
  ClerkUserResolver,
  OrganizationCustomPermissionKey,
  OrganizationCustomRoleKey,
  SignedInAuth,
} from 'nest-clerk';
import { getAuth as getAuthOfExpress } from 'nest-clerk/express';
import { expectTrue, type Equal } from '../expect-type.js';

declare const request: object;
const auth = getAuth(request);

// CustomJwtSessionClaims: the claims that users add to their session tokens.
if (auth.isAuthenticated) {
  expectTrue<Equal<typeof auth.sessionClaims.metadata, { onboardingComplete?: boolean }>>();
  expectTrue<Equal<typeof auth.sessionClaims.locale, 'de' | 'en' | undefined>>();
  expectTrue<Equal<typeof auth.sessionClaims.sub, string>>();
  // @ts-expect-error -- not in the metadata that was declared
  void auth.sessionClaims.metadata.onboarded;
}
const { sessionClaims } = getAuthOfExpress(request);
expectTrue<Equal<NonNullable<typeof sessionClaims>['metadata'], { onboardingComplete?: boolean }>>();

// ClerkAuthorization: the roles and permissions that there are.
expectTrue<Equal<OrganizationCustomRoleKey, 'org:admin' | 'org:member'>>();
expectTrue<Equal<OrganizationCustomPermissionKey, 'org:invoices:create' | 'org:invoices:delete'>>();
expectTrue<Equal<SignedInAuth['orgRole'], 'org:admin' | 'org:member' | undefined>>();
expectTrue<
  Equal<SignedInAuth['orgPermissions'], ('org:invoices:create' | 'org:invoices:delete')[] | undefined>
>();
auth.has({ role: 'org:admin', permission: 'org:invoices:delete' });
// @ts-expect-error -- no such role
auth.has({ role: 'org:owner' });
// @ts-expect-error -- no such permission
auth.has({ permission: 'org:invoices:read' });
Protect({ role: ['org:admin', 'org:member'], permission: 'org:invoices:create' });
// @ts-expect-error -- no such role
Protect({ role: ['org:admin', 'org:owner'] });
// @ts-expect-error -- no such permission
Protect({ permission: 'org:invoices:read' });

// ClerkAppUser: the application's own user.
AppUser('plan');
AppUser();
// @ts-expect-error -- no such field
AppUser('plann');
expectTrue<Equal<AppUserObject, ClerkAppUser>>();
declare const context: ClerkContext;
const appUser = context.appUser();
expectTrue<Equal<typeof appUser, Promise<ClerkAppUser | null>>>();
const resolver: ClerkUserResolver = { resolve: () => ({ id: 'a', plan: 'free' }) };
// @ts-expect-error -- no such plan
const wrong: ClerkUserResolver = { resolve: () => ({ id: 'a', plan: 'gold' }) };
void [resolver, wrong];
