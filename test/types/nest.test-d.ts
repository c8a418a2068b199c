import { Controller, Get, Injectable, UseGuards } from '@nestjs/common';
import type { CanActivate, DynamicModule, PipeTransform } from '@nestjs/common';
import {
  AcceptsToken,
  Auth,
  ClerkAuthGuard,
  ClerkClient,
  ClerkModule,
  OnUnauthenticated,
  Public,
} from 'nest-clerk';
import type { ClerkModuleOptions, ClerkOptionsFactory, SessionAuthObject, SignedInAuth } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';
import { expectTrue, type Equal } from './expect-type.js';

// forRoot()
expectTrue<Equal<ReturnType<typeof ClerkModule.forRoot>, DynamicModule>>();
ClerkModule.forRoot();
ClerkModule.forRoot({});
ClerkModule.forRoot({ secretKey: process.env.CLERK_SECRET_KEY, isGlobal: false });
ClerkModule.forRoot({ onUnauthenticated: 'redirect', exclude: ['/health', /^\/assets\//] });
ClerkModule.forRoot({ isSatellite: url => url.hostname !== 'example.com', domain: url => url.hostname });
ClerkModule.forRoot({ requestOptions: request => ({ secretKey: request.headers.host }) });
ClerkModule.forRoot({ requestOptions: async () => undefined });

declare const local: LocalClerk;
ClerkModule.forRoot({ ...local.keys, jwtKey: local.jwtKey });

// @ts-expect-error -- no such option, as Clerk's own misspelling would be
ClerkModule.forRoot({ secretkey: 'sk_test_…' });
// @ts-expect-error -- no such policy
ClerkModule.forRoot({ onUnauthenticated: 'ignore' });
// @ts-expect-error -- the tokens of several origins are accepted
ClerkModule.forRoot({ authorizedParties: 'https://example.com' });
// @ts-expect-error -- milliseconds are a number
ClerkModule.forRoot({ clockSkewInMs: '5000' });
// @ts-expect-error -- paths, not a function
ClerkModule.forRoot({ exclude: () => true });
// @ts-expect-error -- what is chosen by the request cannot choose by the request
ClerkModule.forRoot({ requestOptions: () => ({ requestOptions: () => ({}) }) });

// forRootAsync()
expectTrue<Equal<ReturnType<typeof ClerkModule.forRootAsync>, DynamicModule>>();
@Injectable()
class Vault {
  readonly secretKey = 'sk_test_…';
}
@Injectable()
class Factory implements ClerkOptionsFactory {
  createClerkOptions(): ClerkModuleOptions {
    return {};
  }
}
ClerkModule.forRootAsync({ useFactory: () => ({}) });
ClerkModule.forRootAsync({
  imports: [],
  inject: [Vault],
  useFactory: async ({ secretKey }: Vault) => ({ secretKey }),
  isGlobal: false,
});
ClerkModule.forRootAsync({ useClass: Factory });
ClerkModule.forRootAsync({ useExisting: Factory });
// @ts-expect-error -- a factory gives options
ClerkModule.forRootAsync({ useFactory: () => ({ secretKey: 1 }) });
// @ts-expect-error -- a class without createClerkOptions()
ClerkModule.forRootAsync({ useClass: Vault });

// The guard and the decorators.
expectTrue<Equal<ReturnType<ClerkAuthGuard['canActivate']>, boolean | Promise<boolean>>>();
expectTrue<ClerkAuthGuard extends CanActivate ? true : false>();

@Injectable()
class TrimPipe implements PipeTransform<string, string> {
  transform(value: string) {
    return value.trim();
  }
}

@Public()
@OnUnauthenticated('reject')
@UseGuards(ClerkAuthGuard)
@AcceptsToken('api_key', 'session_token')
@Controller()
class DecoratedController {
  constructor(readonly clerk: ClerkClient) {}

  @Public()
  @OnUnauthenticated('redirect')
  @AcceptsToken('any')
  @Get()
  read(
    @Auth() auth: SessionAuthObject,
    @Auth('userId') userId: string,
    @Auth('getToken') getToken: SignedInAuth['getToken'],
    @Auth({ acceptsToken: 'any', treatPendingAsSignedOut: false }) any: SessionAuthObject,
    @Auth('userId', TrimPipe, new TrimPipe()) trimmed: string,
  ): unknown {
    return [auth, userId, getToken, any, trimmed];
  }
}
void DecoratedController;

// @ts-expect-error -- no such field
Auth('nope');
// @ts-expect-error -- no such option
Auth({ accepts: 'any' });
// @ts-expect-error -- no such kind of token
Auth({ acceptsToken: 'password' });
Auth(TrimPipe);
// @ts-expect-error -- no such policy
OnUnauthenticated('ignore');
// @ts-expect-error -- it has to name a kind
AcceptsToken();
// @ts-expect-error -- any is any
AcceptsToken('any', 'api_key');

// The client is injected by its type, and its resources are typed.
declare const clerk: ClerkClient;
void clerk.users.getUser('user_alice').then(user => expectTrue<Equal<typeof user.id, string>>());
// @ts-expect-error -- a user has an id
void clerk.users.getUser();
