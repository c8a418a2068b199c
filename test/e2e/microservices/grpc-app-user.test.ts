import { Metadata, status } from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, UseGuards } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { AppUser, ClerkAuthGuard, ClerkModule, Protect, reverificationError } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';
import { lastValueFrom } from 'rxjs';
import type { Observable } from 'rxjs';

import { USERS, UsersService } from '../../support/app-users.js';
import type { UserRow } from '../../support/app-users.js';
import { setEnvironment } from '../../support/environment.js';
import { startGrpcMessages } from '../../support/microservices/grpc-messages.js';
import { closeMicroservices, errorOf } from '../../support/microservices/running-microservice.js';

@Controller()
@UseGuards(ClerkAuthGuard)
class MessagesController {
  @GrpcMethod('Messages')
  user(@AppUser() { id }: UserRow, @AppUser('plan') name: string) {
    return { id, name };
  }

  @GrpcMethod('Messages')
  drop() {
    throw reverificationError('strict');
  }

  @GrpcMethod('Messages')
  @Protect(() => {
    throw reverificationError('strict');
  })
  admin() {}
}

type Unary = (question: object, metadata: Metadata) => Observable<unknown>;
type Method = 'user' | 'drop' | 'admin';

let local: LocalClerk;
let users: UsersService;
let messages: Record<Method, Unary>;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: USERS });
  const started = await startGrpcMessages<Record<Method, Unary>>({
    module: class {},
    imports: [ClerkModule.forRoot({ ...local.keys, jwtKey: local.jwtKey, userResolver: UsersService })],
    controllers: [MessagesController],
    providers: [UsersService],
  });
  users = started.app.get(UsersService);
  messages = started.messages;
});
afterAll(closeMicroservices);

async function call(method: Method, userId: string): Promise<unknown> {
  const metadata = new Metadata();
  metadata.set('authorization', `Bearer ${await local.issueSessionToken({ userId })}`);
  return lastValueFrom(messages[method]({}, metadata));
}

async function rejection(answer: Promise<unknown>) {
  const { code, details } = (await errorOf(answer)) as { code: status; details: string };
  return { code: status[code], details };
}

describe("the application's own user of a gRPC call", () => {
  it('is resolved once for each call', async () => {
    users.calls.length = 0;
    expect(await call('user', 'user_alice')).toMatchObject({ id: 'row of user_alice', name: 'pro' });
    expect(users.calls).toHaveLength(1);
  });

  it('that does not exist is rejected with PERMISSION_DENIED and a reason of its own', async () => {
    const expected = { code: 'PERMISSION_DENIED', details: 'Forbidden (app-user-not-found)' };
    expect(await rejection(call('user', 'user_unknown'))).toEqual(expected);
  });

  it('whose resolver throws is rejected with its error, and not as signed out', async () => {
    const expected = { code: 'UNKNOWN', details: 'Internal server error' };
    expect(await rejection(call('user', 'user_broken'))).toEqual(expected);
  });
});

it.each([
  ['a handler', 'drop'],
  ['a function of @Protect()', 'admin'],
] as const)('reverificationError() of %s is rejected with PERMISSION_DENIED', async (_where, method) => {
  const { code, details } = await rejection(call(method, 'user_alice'));
  expect({ code, isNamed: details.startsWith('Forbidden (reverification-error)') }).toEqual({
    code: 'PERMISSION_DENIED',
    isNamed: true,
  });
});
