import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Injectable, Module, Req, Scope, UseGuards } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { Field, ObjectType, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Auth, ClerkAuthGuard, ClerkModule, Protect, Public } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../support/environment.js';
import { GRAPHQL_SERVERS, startGraphql } from '../../support/graphql-app.js';
import type { GraphqlAppSettings } from '../../support/graphql-app.js';
import { bearer } from '../../support/nest-app.js';
import { closeApps, startNest } from '../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
afterEach(closeApps);

@ObjectType()
class Employee {
  @Field(() => String)
  name!: string;
}

const EMPLOYEE = { name: 'A user' };

@Resolver()
class EmployeeQueries {
  @Query(() => Employee)
  employee() {
    return EMPLOYEE;
  }
}

@Resolver(() => Employee)
class ProtectedField {
  @ResolveField(() => String, { nullable: true })
  @Protect({ role: 'org:admin' })
  salary() {
    return '€ 1';
  }
}

function start(
  resolvers: Type[],
  graphql: GraphqlAppSettings['graphql'] = {},
  server: (typeof GRAPHQL_SERVERS)[number] = 'Apollo on Express',
) {
  return startGraphql(server, { ...local.keys }, { graphql, providers: [EmployeeQueries, ...resolvers] });
}

const rejection = (name: string) =>
  expect.objectContaining({
    code: 'requirement_invalid',
    message: expect.stringMatching(new RegExp(`\\b${name}:.*fieldResolverEnhancers: \\['guards'\\]`)),
  });

describe.each(GRAPHQL_SERVERS)('@Protect() on a field resolver, with %s', server => {
  it('stops the start if Nest would not run its guard', async () => {
    await expect(start([ProtectedField], {}, server)).rejects.toEqual(rejection('ProtectedField.salary'));
    const others = { fieldResolverEnhancers: ['interceptors' as const] };
    await expect(start([ProtectedField], others, server)).rejects.toEqual(rejection('ProtectedField.salary'));
  });

  it("protects the field with fieldResolverEnhancers: ['guards']", async () => {
    const app = await start([ProtectedField], { fieldResolverEnhancers: ['guards'] }, server);
    const as = async (orgRole: string) =>
      bearer(await local.issueSessionToken({ userId: 'user_alice', orgId: 'org_acme', orgRole }));
    const query = '{ employee { name salary } }';
    const withSalary = await app.send(query, await as('org:admin'));
    expect(withSalary.json).toEqual({ data: { employee: { ...EMPLOYEE, salary: '€ 1' } } });

    const without = await app.send(query, await as('org:member'));
    expect(without.json.data).toEqual({ employee: { ...EMPLOYEE, salary: null } });
    expect(without.json.errors).toEqual([
      expect.objectContaining({
        path: ['employee', 'salary'],
        extensions: expect.objectContaining({ code: 'FORBIDDEN', reason: 'requirement-not-met' }),
      }),
    ]);
  });
});

class OurGuard extends ClerkAuthGuard {}

@Resolver(() => Employee)
class GuardedField {
  @ResolveField(() => String, { nullable: true })
  @UseGuards(OurGuard)
  salary() {
    return '€ 1';
  }
}

@Resolver(() => Employee)
class InheritedField extends ProtectedField {}

@Resolver(() => Employee)
@Injectable({ scope: Scope.REQUEST })
class FieldPerRequest extends ProtectedField {}

@Resolver(() => Employee)
@Protect({ role: 'org:admin' })
class ProtectedFieldsOnly {
  @ResolveField(() => String, { nullable: true })
  salary() {
    return '€ 1';
  }
}

@Resolver(() => Employee)
@Protect()
class ProtectedReference {
  @Query(() => Employee)
  guardedEmployee() {
    return EMPLOYEE;
  }

  @ResolveReference()
  resolveReference() {
    return EMPLOYEE;
  }
}

@Resolver(() => Employee)
@Protect()
class ProtectedClass {
  @Query(() => Employee)
  guardedEmployee() {
    return EMPLOYEE;
  }

  @ResolveField(() => String)
  initials() {
    return 'S.';
  }
}

@Resolver(() => Employee)
@Protect()
class PublicFields {
  @ResolveField(() => String)
  @Public()
  initials() {
    return 'S.';
  }
}

@Resolver(() => Employee)
class OpenField {
  @ResolveField(() => String, { nullable: true })
  reader(@Auth('userId') userId: string | null) {
    return userId;
  }
}

describe('start of an application fails with', () => {
  it.each<[string, string, Type]>([
    ['@UseGuards(ClerkAuthGuard), or a subclass, on a field', 'GuardedField.salary', GuardedField],
    ['an inherited protected field', 'InheritedField.salary', InheritedField],
    ['a protected field of a request-scoped resolver', 'FieldPerRequest.salary', FieldPerRequest],
    ['a protected class with fields only', 'ProtectedFieldsOnly.salary', ProtectedFieldsOnly],
    ['a reference resolver of a protected class', 'ProtectedReference.resolveReference', ProtectedReference],
  ])('%s', async (_, name, resolver) => {
    await expect(start([resolver])).rejects.toEqual(rejection(name));
  });

  it('a protected field in a module of `include`', async () => {
    @Module({ providers: [ProtectedField] })
    class Fields {}
    @Module({ imports: [Fields] })
    class Employees {}

    const settings = { imports: [Employees], graphql: { include: [Employees] } };
    await expect(startGraphql('Apollo on Express', { ...local.keys }, settings)).rejects.toEqual(
      rejection('ProtectedField.salary'),
    );
  });
});

describe('start of an application succeeds with', () => {
  it.each<[string, Type, string, object]>([
    ['plain fields of a class whose queries are protected', ProtectedClass, 'initials', { initials: 'S.' }],
    ['@Public() fields of a protected class', PublicFields, 'initials', { initials: 'S.' }],
    ['unprotected fields that use @Auth()', OpenField, 'reader', { reader: 'user_alice' }],
  ])('%s', async (_, resolver, field, expected) => {
    const app = await start([resolver]);
    const headers = bearer(await local.issueSessionToken({ userId: 'user_alice' }));
    expect((await app.send(`{ employee { ${field} } }`, headers)).json).toEqual({
      data: { employee: expected },
    });
  });

  it('a protected field in a module outside of `include`', async () => {
    @Module({ providers: [ProtectedField] })
    class Elsewhere {}
    @Module({ providers: [EmployeeQueries] })
    class Employees {}

    const settings = { imports: [Elsewhere, Employees], graphql: { include: [Employees] } };
    const app = await startGraphql('Apollo on Express', { ...local.keys }, settings);
    expect((await app.send('{ employee { name } }')).json).toEqual({ data: { employee: EMPLOYEE } });
  });
});

/** Called as by a gateway: without arguments between the reference and the context. */
describe('reference resolver with a guard', () => {
  @Controller()
  class CallController {
    constructor(private readonly guard: ClerkAuthGuard) {}

    @Get()
    canActivate(@Req() req: object) {
      const args = [{ __typename: 'Employee' }, { req }, { fieldName: '_entities' }];
      const context = new ExecutionContextHost(
        args,
        ProtectedReference,
        ProtectedReference.prototype.resolveReference,
      );
      context.setType('graphql');
      return this.guard.canActivate(context);
    }
  }

  it('rejects a signed-out caller', async () => {
    const app = await startNest({
      imports: [ClerkModule.forRoot({ ...local.keys })],
      controllers: [CallController],
    });
    const headers = bearer(await local.issueSessionToken({ userId: 'user_alice' }));
    expect(await app.get('/', headers)).toMatchObject({ status: 200, text: 'true' });
    expect(await app.get('/')).toMatchObject({ status: 401, json: { reason: 'dev-browser-missing' } });
  });
});
