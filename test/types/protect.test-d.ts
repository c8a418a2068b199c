import { Controller, Get } from '@nestjs/common';
import type { PipeTransform } from '@nestjs/common';
import { AcceptsToken, ClerkContext, CurrentOrganization, CurrentUser, Protect } from 'nest-clerk';
import type { AnyAuthObject, MachineAuthObject, Organization, SignedInAuth, User } from 'nest-clerk';
import { expectTrue, type Equal } from './expect-type.js';

declare const roles: string[];
declare const pipe: PipeTransform;
const FEATURES = ['chat', 'invoicing'] as const;

// @Protect()
@Controller()
@Protect()
@Protect({ role: 'org:admin' })
@Protect({ role: roles, feature: FEATURES, plan: ['team'], permission: 'org:invoices:create' })
export class InvoicesController {
  @Get()
  @Protect({ reverification: 'strict', scopes: ['invoices:read', 'invoices:write'] })
  @Protect({ reverification: { level: 'first_factor', afterMinutes: 5 } })
  list() {}

  @Get('own')
  @Protect(auth => auth.isAuthenticated)
  @Protect(async (auth, context) => auth.isAuthenticated && context.getType() === 'http')
  @Protect((auth: SignedInAuth) => auth.userId === 'user_1')
  own() {}

  @Get('machine')
  @AcceptsToken('m2m_token')
  @Protect((auth: MachineAuthObject<'m2m_token'>) => auth.machineId === 'mch_1')
  machine() {}

  @Get('me')
  me(
    @CurrentUser() user: User,
    @CurrentUser('firstName') name: string | null,
    @CurrentUser('firstName', pipe) piped: string,
    @CurrentUser(pipe) whole: User,
    @CurrentOrganization() organization: Organization,
    @CurrentOrganization('slug') slug: string,
  ) {
    return { user, name, piped, whole, organization, slug };
  }
}

declare const clerk: ClerkContext;
const session = clerk.getAuth();

// @ts-expect-error -- nothing that could be asked for
Protect({ roles: 'org:admin' });
// @ts-expect-error -- session tokens never carry a system permission
Protect({ permission: 'org:sys_memberships:manage' });
// @ts-expect-error -- nor one of a list
Protect({ permission: ['org:invoices:read', 'org:sys_profile:delete'] });
Protect({ permission: ['org:invoices:read', 'org:invoices:create'], role: 'org:admin' });
Protect({ permission: 'org:invoices:read' as string });
// @ts-expect-error -- session tokens never carry a system permission
session.has({ permission: 'org:sys_memberships:manage' });
session.has({ permission: 'org:invoices:read', reverification: 'strict' });
session.has({ role: 'org:admin' });
Protect({ organization: true, impersonated: false });
// @ts-expect-error -- without an organization is not a requirement
Protect({ organization: false });
// @ts-expect-error -- being impersonated is not a requirement
Protect({ impersonated: true });
// @ts-expect-error -- no such requirement
Protect({ reverification: 'stict' });
// @ts-expect-error -- no such level
Protect({ reverification: { level: 'third_factor', afterMinutes: 5 } });
// @ts-expect-error -- a role is not a requirement
Protect('org:admin');
// @ts-expect-error -- a predicate says yes or no
Protect(() => 'yes');
// @ts-expect-error -- one requirement a decorator
Protect({ role: 'org:admin' }, { plan: 'team' });
// @ts-expect-error -- a user has no such field
CurrentUser('email');
// @ts-expect-error -- an organization has no such field
CurrentOrganization('title');

// ClerkContext
expectTrue<Equal<typeof session, AnyAuthObject>>();
expectTrue<Equal<typeof session.userId, string | null | undefined>>();
if (session.tokenType === 'api_key' && session.isAuthenticated) {
  expectTrue<Equal<typeof session.name, string>>();
}
const outside = clerk.tryGetAuth();
expectTrue<Equal<typeof outside, AnyAuthObject | null>>();
const resolved = clerk.resolveAuth({ acceptsToken: 'api_key' });
expectTrue<Equal<typeof resolved, Promise<MachineAuthObject<'api_key'>>>>();
const machine = clerk.getAuth({ acceptsToken: 'm2m_token' });
expectTrue<Equal<typeof machine, MachineAuthObject<'m2m_token'>>>();
