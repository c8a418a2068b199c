import { inspect } from 'node:util';

import { Metadata, status } from '@grpc/grpc-js';
import type { ServerDuplexStream, ServerReadableStream, sendUnaryData } from '@grpc/grpc-js';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Controller, UseFilters, UseGuards } from '@nestjs/common';
import {
  Ctx,
  GrpcMethod,
  GrpcStreamCall,
  GrpcStreamMethod,
  Payload,
  RpcException,
} from '@nestjs/microservices';
import {
  AcceptsToken,
  Auth,
  ClerkAuthGuard,
  ClerkClient,
  ClerkExceptionFilter,
  ClerkModule,
  CurrentUser,
  Protect,
  Public,
} from 'nest-clerk';
import type { AuthObject, ProtectPredicate, SignedInAuth, User } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';
import type { SessionTokenOptions } from 'nest-clerk/testing';
import { count, from, lastValueFrom, map, of, toArray } from 'rxjs';
import type { Observable } from 'rxjs';

import { MINUTE, stopClock } from '../../support/clock.js';
import { setEnvironment } from '../../support/environment.js';
import { startGrpcMessages } from '../../support/microservices/grpc-messages.js';
import { closeMicroservices, errorOf } from '../../support/microservices/running-microservice.js';

interface Question {
  headers?: Record<string, string>;
}
interface Identity {
  id?: string;
  name?: string;
  reason?: string;
}
type Unary = (question: Question, metadata?: Metadata) => Observable<Identity>;
type Streaming = (questions: Observable<Question>, metadata?: Metadata) => Observable<Identity>;
interface Messages {
  guarded: Unary;
  unguarded: Unary;
  open: Unary;
  admin: Unary;
  drop: Unary;
  user: Unary;
  machine: Unary;
  fetch: Unary;
  fetchIn: Streaming;
  watch: Unary;
  collect: Streaming;
  passThrough: Streaming;
  passIn: Streaming;
}

const mayFail: ProtectPredicate = auth => {
  const { failing } = (auth as SignedInAuth).sessionClaims;
  if (failing === 'with a status') throw new RpcException({ code: status.NOT_FOUND, message: 'no such' });
  if (failing) throw new Error('the database is away');
  return true;
};

@Controller()
class MessagesController {
  constructor(private readonly clerk: ClerkClient) {}

  @GrpcMethod('Messages')
  @UseFilters(ClerkExceptionFilter)
  async fetch(): Promise<Identity> {
    const { id } = await this.clerk.users.getUser('user_gone');
    return { id };
  }

  @GrpcStreamMethod('Messages')
  @UseFilters(ClerkExceptionFilter)
  fetchIn(): Observable<Identity> {
    return from(this.fetch());
  }

  @GrpcMethod('Messages')
  @UseGuards(ClerkAuthGuard)
  guarded(@Auth('userId') id: string): Identity {
    return { id };
  }

  @GrpcMethod('Messages')
  unguarded(@Auth() auth: AuthObject): Identity {
    return { reason: auth.debug().reason as string };
  }

  @GrpcMethod('Messages')
  @Public()
  @UseGuards(ClerkAuthGuard)
  open(@Auth('userId') id: string): Identity {
    return { id };
  }

  @GrpcMethod('Messages')
  @Protect({ role: 'org:admin' })
  admin(@Auth('userId') id: string): Identity {
    return { id };
  }

  @GrpcMethod('Messages')
  @Protect({ reverification: 'strict' })
  drop(@Auth('userId') id: string): Identity {
    return { id };
  }

  @GrpcMethod('Messages')
  @UseGuards(ClerkAuthGuard)
  user(@CurrentUser() { id, firstName }: User): Identity {
    return { id, name: firstName ?? '' };
  }

  @GrpcMethod('Messages')
  @AcceptsToken('m2m_token')
  @UseGuards(ClerkAuthGuard)
  machine(@Auth('id') id: string, @Auth('subject') name: string): Identity {
    return { id, name };
  }

  @GrpcMethod('Messages')
  @UseGuards(ClerkAuthGuard)
  watch(@Auth('userId') id: string): Observable<Identity> {
    return of({ id, name: 'first' }, { id, name: 'second' });
  }

  @GrpcStreamMethod('Messages')
  @Protect(mayFail)
  collect(@Payload() questions: Observable<Question>, @Auth('userId') id: string): Observable<Identity> {
    return questions.pipe(
      count(),
      map(total => ({ id, name: `${total} questions` })),
    );
  }

  @GrpcStreamCall('Messages')
  @Protect(mayFail)
  passThrough(@Payload() call: ServerDuplexStream<Question, Identity>, @Auth('userId') id: string): void {
    call.on('data', () => call.write({ id }));
    call.on('end', () => call.end());
  }

  @GrpcStreamCall('Messages')
  @Protect(mayFail)
  passIn(
    @Payload() call: ServerReadableStream<Question, Identity>,
    @Ctx() answer: sendUnaryData<Identity>,
    @Auth('userId') id: string,
  ): void {
    call.on('data', () => undefined);
    call.on('end', () => answer(null, { id }));
  }
}

let local: LocalClerk;
let messages: Messages;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice', firstName: 'Alice' }] });
  const clerk = ClerkModule.forRoot({ ...local.keys, jwtKey: local.jwtKey, retries: 0 });
  const module = { module: class {}, imports: [clerk], controllers: [MessagesController] };
  ({ messages } = await startGrpcMessages<Messages>(module));
});
afterEach(() => {
  jest.restoreAllMocks();
  local.requests.length = 0;
  local.outage = undefined;
});
afterAll(closeMicroservices);

const tokenFor = (options: Partial<SessionTokenOptions> = {}) =>
  local.issueSessionToken({ userId: 'user_alice', ...options });

function bearer(token: string | undefined): Metadata {
  const metadata = new Metadata();
  if (token !== undefined) metadata.set('authorization', `Bearer ${token}`);
  return metadata;
}

type StreamingMethod = 'collect' | 'passThrough' | 'passIn' | 'fetchIn';
type UnaryMethod = Exclude<keyof Messages, StreamingMethod>;

const call = (method: UnaryMethod, token?: string) => lastValueFrom(messages[method]({}, bearer(token)));

/** Sends two messages and returns all responses. */
const stream = (method: StreamingMethod, token?: string) =>
  lastValueFrom(messages[method](from([{}, {}]), bearer(token)).pipe(toArray()));

async function rejection(answer: Promise<unknown>) {
  const { code, details } = (await errorOf(answer)) as { code: status; details: string };
  return { code: status[code], details };
}

const unauthenticated = (reason: string) => ({
  code: 'UNAUTHENTICATED',
  details: `Unauthenticated (${reason})`,
});
const forbidden = (reason: string) => ({ code: 'PERMISSION_DENIED', details: `Forbidden (${reason})` });

describe('gRPC unary call', () => {
  it('of a signed-in user is accepted', async () => {
    expect(await call('guarded', await tokenFor())).toMatchObject({ id: 'user_alice' });
  });

  it.each([
    ['without a token', undefined, 'session-token-missing'],
    ['with an invalid token', 'garbage', 'token-invalid'],
  ])('%s is rejected with UNAUTHENTICATED', async (_, token, reason) => {
    expect(await rejection(call('guarded', token))).toEqual(unauthenticated(reason));
  });

  it('is rejected with UNAUTHENTICATED after the token has expired, without quoting the token', async () => {
    const clock = stopClock();
    const token = await tokenFor();
    expect(await call('guarded', token)).toMatchObject({ id: 'user_alice' });
    clock.advance(2 * MINUTE);
    const error = await errorOf(call('guarded', token));
    expect(error).toMatchObject({ code: status.UNAUTHENTICATED });
    expect(inspect(error, { depth: 6 })).not.toContain(token.split('.')[1]);
  });

  it.each(['authorization', 'Authorization'])(
    'is accepted with its token in %s, with or without Bearer',
    async name => {
      const metadata = new Metadata();
      metadata.set(name, await tokenFor());
      expect(await lastValueFrom(messages.guarded({}, metadata))).toMatchObject({ id: 'user_alice' });
    },
  );

  it('is accepted with its token in a field `headers` of the message', async () => {
    const headers = { authorization: `Bearer ${await tokenFor()}` };
    expect(await lastValueFrom(messages.guarded({ headers }))).toMatchObject({ id: 'user_alice' });
  });

  it('that does not meet @Protect() is rejected with PERMISSION_DENIED', async () => {
    const inRole = (orgRole: string) => tokenFor({ orgId: 'org_acme', orgRole });
    expect(await call('admin', await inRole('admin'))).toMatchObject({ id: 'user_alice' });
    expect(await rejection(call('admin', await inRole('member')))).toEqual(forbidden('requirement-not-met'));
    expect(await rejection(call('admin'))).toEqual(unauthenticated('session-token-missing'));
  });

  it('that needs reverification is rejected with PERMISSION_DENIED', async () => {
    const token = await tokenFor({ factorVerificationAge: [60, -1] });
    expect(await rejection(call('drop', token))).toEqual(forbidden('reverification-error'));
  });

  it('of a machine is accepted by @AcceptsToken(), with one verification', async () => {
    const { id, token } = await local.m2mTokens.create({ subject: 'mch_jobs' });
    expect(await call('machine', token)).toMatchObject({ id, name: 'mch_jobs' });
    expect(local.requests.map(({ path }) => path)).toEqual(['/m2m_tokens/verify']);
    expect(await rejection(call('guarded', token))).toEqual(unauthenticated('token-type-mismatch'));
  });

  it('has the caller in @CurrentUser()', async () => {
    expect(await call('user', await tokenFor())).toMatchObject({ id: 'user_alice', name: 'Alice' });
  });

  it('is rejected with UNAVAILABLE while the user cannot be fetched', async () => {
    local.outage = 'network';
    const expected = { code: 'UNAVAILABLE', details: 'Service Unavailable (backend-api-unavailable)' };
    expect(await rejection(call('user', await tokenFor()))).toEqual(expected);
  });

  it('to a handler without a guard is accepted, and @Auth() returns the caller', async () => {
    expect((await call('unguarded')).reason).toBe('session-token-missing');
    expect(await call('unguarded', await tokenFor())).toEqual({});
  });

  it('to a @Public() handler is accepted', async () => {
    expect(await call('open')).toEqual({});
    expect(await call('open', await tokenFor())).toMatchObject({ id: 'user_alice' });
  });
});

describe('a handler with ClerkExceptionFilter', () => {
  it.each([
    ['a unary call', () => call('fetch')],
    ['a stream of questions', () => stream('fetchIn')],
  ])('answers NOT_FOUND to %s for a user that does not exist', async (_what, send) => {
    const expected = { code: 'NOT_FOUND', details: 'Not Found (resource_not_found)' };
    expect(await rejection(send())).toEqual(expected);
  });

  it('answers UNAVAILABLE during an outage', async () => {
    local.outage = 'network';
    const expected = { code: 'UNAVAILABLE', details: 'Service Unavailable (backend-api-unavailable)' };
    expect(await rejection(call('fetch'))).toEqual(expected);
  });
});

describe('gRPC server stream', () => {
  it('is sent to a signed-in user', async () => {
    const answers = messages.watch({}, bearer(await tokenFor())).pipe(map(({ name }) => name));
    expect(await lastValueFrom(answers.pipe(toArray()))).toEqual(['first', 'second']);
  });

  it('is rejected with UNAUTHENTICATED otherwise', async () => {
    expect(await rejection(call('watch'))).toEqual(unauthenticated('session-token-missing'));
  });
});

describe('gRPC client stream', () => {
  it.each([
    ['@GrpcStreamMethod()', 'collect', [{ id: 'user_alice', name: '2 questions' }]],
    ['@GrpcStreamCall() with one answer', 'passIn', [{ id: 'user_alice' }]],
    [
      '@GrpcStreamCall() with a stream of answers',
      'passThrough',
      [{ id: 'user_alice' }, { id: 'user_alice' }],
    ],
  ] as const)('to %s is accepted from a signed-in user', async (_, method, answers) => {
    expect(await stream(method, await tokenFor())).toMatchObject(answers);
  });

  it.each(['collect', 'passIn', 'passThrough'] as const)(
    'to %s with a failing requirement gets an error, and the process continues',
    async method => {
      const failing = await tokenFor({ claims: { failing: 'somehow' } });
      expect(await rejection(stream(method, failing))).toEqual({
        code: 'UNKNOWN',
        details: 'Internal server error',
      });
      const rejected = await tokenFor({ claims: { failing: 'with a status' } });
      expect(await rejection(stream(method, rejected))).toEqual({ code: 'NOT_FOUND', details: 'no such' });
      expect(await call('guarded', await tokenFor())).toMatchObject({ id: 'user_alice' });
    },
  );

  it.each(['collect', 'passIn', 'passThrough'] as const)(
    'to %s is rejected with UNAUTHENTICATED otherwise',
    async method => {
      expect(await rejection(stream(method))).toEqual(unauthenticated('session-token-missing'));
      expect(await call('guarded', await tokenFor())).toMatchObject({ id: 'user_alice' });
    },
  );
});
