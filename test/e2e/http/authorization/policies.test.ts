import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ConflictException,
  Controller,
  Get,
  Inject,
  Injectable,
  Module,
  Scope,
  UseGuards,
} from '@nestjs/common';
import type { CanActivate, ExecutionContext, Type } from '@nestjs/common';
import { APP_GUARD, REQUEST } from '@nestjs/core';
import {
  AcceptsToken,
  allOf,
  anyOf,
  ClerkAuthGuard,
  ClerkModule,
  not,
  Protect,
  RunsAfterClerkGuard,
} from 'nest-clerk';
import type { ClerkModuleOptions, ClerkPolicy, ProtectRequirement, SignedInAuth } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }, { id: 'user_bob' }] });
});
afterEach(closeApps);

@Injectable()
class Invoices {
  readonly log: string[] = [];

  async ownerOf(id: string) {
    await Promise.resolve();
    return `user_${id}`;
  }
}

@Injectable()
class OwnsInvoice implements ClerkPolicy {
  constructor(private readonly invoices: Invoices) {}

  async allows(auth: SignedInAuth, context: ExecutionContext) {
    this.invoices.log.push('OwnsInvoice');
    const { id } = context.switchToHttp().getRequest<{ params: { id: string } }>().params;
    if (id === 'conflict') throw new ConflictException();
    return (await this.invoices.ownerOf(id)) === auth.userId;
  }
}

@Injectable({ scope: Scope.REQUEST })
class IsNamedInUrl implements ClerkPolicy {
  constructor(@Inject(REQUEST) private readonly request: { url: string }) {}

  allows({ userId }: SignedInAuth) {
    return this.request.url.includes(userId);
  }
}

@Injectable()
class ReturnsObject implements ClerkPolicy {
  allows() {
    return {} as boolean;
  }
}

/** The policies are of another module, which does not export them. */
@Module({ providers: [Invoices, OwnsInvoice, IsNamedInUrl, ReturnsObject] })
class PoliciesModule {}

async function start(requirement: ProtectRequirement, options: Partial<ClerkModuleOptions> = {}) {
  @Controller()
  class InvoicesController {
    @Get('invoices/:id')
    @Protect(requirement)
    read() {
      return {};
    }
  }
  const app = await startNest({
    imports: [ClerkModule.forRoot({ ...local.keys, jwtKey: local.jwtKey, ...options }), PoliciesModule],
    controllers: [InvoicesController],
  });
  const status = async (path: string, headers: object) => (await app.get(path, { ...headers })).status;
  return { ...app, status, log: app.app.get(Invoices, { strict: false }).log };
}

type Session = Parameters<LocalClerk['issueSessionToken']>[0];
const as = async (session: Partial<Session> = {}) =>
  bearer(await local.issueSessionToken({ userId: 'user_alice', ...session }));
const inOrg = (orgRole: string, orgPermissions: string[] = []) =>
  as({ orgId: 'org_acme', orgRole, orgPermissions });

describe('a policy', () => {
  it('decides with what is injected into it', async () => {
    const { status } = await start(OwnsInvoice);
    expect(await status('/invoices/alice', await as())).toBe(200);
    expect(await status('/invoices/bob', await as())).toBe(403);
    expect(await status('/invoices/bob', await as({ userId: 'user_bob' }))).toBe(200);
    expect(await status('/invoices/alice', {})).toBe(401);
  });

  it('may be request-scoped', async () => {
    const { status } = await start(IsNamedInUrl);
    expect(await status('/invoices/1?of=user_alice', await as())).toBe(200);
    expect(await status('/invoices/1?of=user_bob', await as())).toBe(403);
  });

  it('denies the call unless it returns true', async () => {
    const { status } = await start(ReturnsObject);
    expect(await status('/invoices/1', await as())).toBe(403);
  });

  it('passes on the error that it throws, inside of not() too', async () => {
    expect(await (await start(OwnsInvoice)).status('/invoices/conflict', await as())).toBe(409);
    expect(await (await start(not(OwnsInvoice))).status('/invoices/conflict', await as())).toBe(409);
  });

  it('stops the start if no module provides it', async () => {
    class Missing implements ClerkPolicy {
      allows() {
        return true;
      }
    }
    await expect(start(anyOf({ role: 'org:admin' }, not(Missing)))).rejects.toMatchObject({
      code: 'policy_missing',
      message: expect.stringContaining('InvoicesController.read needs the policy Missing'),
    });
  });

  it('is an error without a method allows()', () => {
    class NoPolicy {}
    expect(() => Protect(NoPolicy as never)).toThrow(
      expect.objectContaining({ code: 'requirement_invalid' }),
    );
  });
});

describe('anyOf(), allOf() and not()', () => {
  it.each<[string, ProtectRequirement, boolean]>([
    ['anyOf, the first', anyOf({ role: 'org:admin' }, { role: 'org:owner' }), true],
    ['anyOf, the second', anyOf({ role: 'org:owner' }, { permission: 'org:a:read' }), true],
    ['anyOf, none', anyOf({ role: 'org:owner' }, () => false), false],
    ['allOf, all', allOf({ role: 'org:admin' }, () => true), true],
    ['allOf, one not', allOf({ role: 'org:admin' }, () => false), false],
    ['not, met', not({ role: 'org:admin' }), false],
    ['not, unmet', not({ role: 'org:guest' }), true],
    ['not, twice', not(not({ role: 'org:admin' })), true],
    ['nested', anyOf(allOf({ role: 'org:admin' }, not(OwnsInvoice)), { role: 'org:owner' }), false],
    ['nested, a policy', allOf(anyOf({ role: 'org:owner' }, OwnsInvoice), not({ role: 'org:guest' })), true],
  ])('%s', async (_title, requirement, isMet) => {
    const { status } = await start(requirement);
    const headers = await inOrg('org:admin', ['org:a:read']);
    expect(await status('/invoices/alice', headers)).toBe(isMet ? 200 : 403);
  });

  it('evaluates claims before functions and functions before policies, and stops as soon as it is decided', async () => {
    const order: string[] = [];
    const denies = () => {
      order.push('function');
      return false;
    };
    const { status, log } = await start(allOf(OwnsInvoice, denies, { role: 'org:admin' }));
    await status('/invoices/alice', await inOrg('org:member'));
    expect([order, log]).toEqual([[], []]);
    await status('/invoices/alice', await inOrg('org:admin'));
    expect([order, log]).toEqual([['function'], []]);
    const either = await start(anyOf(OwnsInvoice, denies, { role: 'org:admin' }));
    await either.status('/invoices/alice', await inOrg('org:admin'));
    expect(either.log).toEqual([]);
    await either.status('/invoices/alice', await inOrg('org:member'));
    expect(either.log).toEqual(['OwnsInvoice']);
  });

  it('asks for reverification only if nothing else is missing', async () => {
    const { get } = await start(allOf({ reverification: 'strict' }, OwnsInvoice));
    const headers = await as({ factorVerificationAge: [60, -1] });
    expect((await get('/invoices/bob', headers)).json.reason).toBe('requirement-not-met');
    expect((await get('/invoices/alice', headers)).json.reason).toBe('reverification-error');
  });

  it('asks for reverification if that would meet one of several requirements', async () => {
    const { get } = await start(anyOf({ reverification: 'strict' }, { role: 'org:admin' }, OwnsInvoice));
    const headers = await as({ factorVerificationAge: [60, -1] });
    expect((await get('/invoices/bob', headers)).json.reason).toBe('reverification-error');
    expect((await get('/invoices/alice', headers)).status).toBe(200);
  });

  it('names the scopes that a machine lacks', async () => {
    @Controller()
    class MachinesController {
      @Get()
      @AcceptsToken('api_key')
      @Protect(anyOf({ scopes: 'invoices:read' }, () => false))
      read() {}
    }
    const { get } = await startNest({
      imports: [ClerkModule.forRoot({ ...local.keys })],
      controllers: [MachinesController],
    });
    const { secret } = local.apiKeys.create({ subject: 'user_alice', name: 'CI' });
    const { status, json, headers } = await get('/', bearer(secret));
    expect({ status, reason: json.reason }).toEqual({ status: 403, reason: 'insufficient-scope' });
    expect(headers['www-authenticate']).toContain('invoices:read');
  });

  it.each<[string, () => ProtectRequirement]>([
    ['anyOf() without operands', () => anyOf()],
    ['allOf() without operands', () => allOf({ role: 'a' }, anyOf())],
    ['an unknown requirement inside', () => anyOf({ rolle: 'a' } as never)],
    ['an undefined operand, as from an import cycle', () => not(undefined as never)],
    ['not() of a reverification', () => not(anyOf({ role: 'a' }, { reverification: 'strict' }))],
  ])('%s is an error when the file is loaded', (_title, requirement) => {
    expect(() => Protect(requirement())).toThrow(expect.objectContaining({ code: 'requirement_invalid' }));
  });
});

describe('roleHierarchy and superuserRole', () => {
  const options: Partial<ClerkModuleOptions> = {
    roleHierarchy: { 'org:owner': ['org:admin'], 'org:admin': ['org:member', 'org:billing'] },
    superuserRole: 'org:root',
  };

  it.each([
    ['org:member', 'org:admin', 200],
    ['org:member', 'org:owner', 200],
    ['member', 'org:owner', 200],
    ['org:admin', 'org:admin', 200],
    ['org:admin', 'org:member', 403],
    ['org:owner', 'org:admin', 403],
    ['org:anything', 'org:root', 200],
  ])('the requirement of %s answers a caller who is %s with %i', async (role, orgRole, expected) => {
    const { status } = await start({ role }, options);
    expect(await status('/invoices/1', await inOrg(orgRole))).toBe(expected);
  });

  it('let a superuser pass requirements of permissions, but no policy, no function and no plan', async () => {
    const root = await inOrg('org:root');
    expect(await (await start({ permission: 'org:a:b' }, options)).status('/invoices/1', root)).toBe(200);
    expect(await (await start(OwnsInvoice, options)).status('/invoices/bob', root)).toBe(403);
    expect(await (await start(() => false, options)).status('/invoices/1', root)).toBe(403);
    expect(await (await start({ plan: 'org:pro' }, options)).status('/invoices/1', root)).toBe(403);
  });

  it('do not keep a superuser out by not(), but those who include the role', async () => {
    const { status } = await start(not({ role: 'org:member' }), options);
    expect(await status('/invoices/1', await inOrg('org:root'))).toBe(200);
    expect(await status('/invoices/1', await inOrg('org:owner'))).toBe(403);
  });

  it.each<[string, object]>([
    ['a cycle', { roleHierarchy: { 'org:a': ['org:b'], 'org:b': ['a'] } }],
    ['a role that is no list', { roleHierarchy: { 'org:a': 'org:b' } }],
    ['a list', { roleHierarchy: [] }],
    ['an empty role', { roleHierarchy: { 'org:a': [''] } }],
    ['an empty superuser', { superuserRole: '' }],
  ])('stop the start for %s', async (_title, invalid) => {
    await expect(start({ role: 'org:a' }, invalid)).rejects.toMatchObject({ code: 'option_invalid' });
  });
});

describe('@RunsAfterClerkGuard()', () => {
  @Injectable()
  @RunsAfterClerkGuard()
  class QuotaGuard implements CanActivate {
    canActivate() {
      return true;
    }
  }

  const startWith = (controller: Type, providers: object[] = []) =>
    startNest({
      imports: [ClerkModule.forRoot({ ...local.keys })],
      controllers: [controller],
      providers: providers as never,
    });

  it('stops the start if the guard runs before ClerkAuthGuard', async () => {
    @Controller()
    class WrongController {
      @Get()
      @Protect()
      @UseGuards(QuotaGuard)
      read() {}
    }
    await expect(startWith(WrongController)).rejects.toMatchObject({
      code: 'guard_order',
      message: expect.stringContaining('Put @Protect() below @UseGuards(QuotaGuard)'),
    });
  });

  it('stops the start if the guard is on the controller and @Protect() on the handler', async () => {
    @Controller()
    @UseGuards(QuotaGuard)
    class WrongController {
      @Get()
      @Protect()
      read() {}
    }
    await expect(startWith(WrongController)).rejects.toMatchObject({ code: 'guard_order' });
  });

  it('stops the start if no ClerkAuthGuard runs', async () => {
    @Controller()
    @UseGuards(QuotaGuard)
    class OpenController {
      @Get()
      read() {}
    }
    await expect(startWith(OpenController)).rejects.toMatchObject({ code: 'guard_order' });
  });

  it('lets an application start in which the guard runs later', async () => {
    @Controller()
    class RightController {
      @Get()
      @UseGuards(QuotaGuard)
      @Protect()
      read() {}
    }
    @Controller('more')
    @UseGuards(QuotaGuard)
    class UnderGlobalGuard {
      @Get()
      read() {}
    }
    await startWith(RightController);
    await startWith(UnderGlobalGuard, [{ provide: APP_GUARD, useExisting: ClerkAuthGuard }]);
  });
});
