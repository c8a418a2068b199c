import type { ExecutionContext } from '@nestjs/common';
import type { ModuleRef } from '@nestjs/core';

import type { Instance } from '../../authentication/instance.js';
import { ConnectionRecord } from '../../authentication/request-record.js';
import type { RequestRecord } from '../../authentication/request-record.js';
import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import { applicationProvider } from '../configuration/application-provider.js';
import type { ApplicationProvider } from '../configuration/application-provider.js';
import { objectOfCall } from '../transports/object-of-call.js';
import type {
  AuthenticatedAuthObject,
  ClerkUserResolver,
  ClerkUserResolverToken,
} from './clerk-user-resolver.js';

type Resolver = ClerkUserResolver<object>;
type Resolved = Promise<object | null | undefined>;

/** The users of one application: calls its {@link ClerkUserResolver}, at most once per request or message. */
export class AppUsers {
  private provider: ApplicationProvider<Resolver> | undefined;
  /** By the record of a request, or by the object of a message and the record of its connection. */
  private readonly resolved = new WeakMap<object, WeakMap<RequestRecord, Resolved>>();

  /**
   * @param token - the class or the injection token of the resolver
   * @param populatesRequest - whether guards set `req.user`
   */
  constructor(
    private readonly token: ClerkUserResolverToken,
    readonly populatesRequest: boolean,
  ) {}

  /**
   * Finds the resolver among the providers of the application, when it starts.
   *
   * @throws {@link ClerkConfigurationError} `user_resolver_missing`, or `option_invalid` if it is no resolver
   */
  connect(moduleRef: ModuleRef): void {
    const provider = applicationProvider<Resolver>(moduleRef, this.token);
    if (!provider) throw resolverNotProvided(this.token);
    const sample = typeof this.token === 'function' ? (this.token.prototype as Partial<Resolver>) : undefined;
    if (sample && typeof sample.resolve !== 'function') throw notAResolver(this.token);
    this.provider = provider;
  }

  /** The user of a caller; concurrent and later calls for the same request or message share one result. */
  resolve(auth: AuthenticatedAuthObject, context: ExecutionContext, record: RequestRecord): Resolved {
    // A connection has many messages. An HTTP request has one record.
    const isOfConnection = record instanceof ConnectionRecord;
    const call = isOfConnection ? objectOfCall(context) : record;
    const key = call ?? record;
    let byRecord = this.resolved.get(key);
    if (!byRecord) this.resolved.set(key, (byRecord = new WeakMap()));
    const known = byRecord.get(record);
    if (known) return known;

    const resolving = this.callResolver(auth, context);
    byRecord.set(record, resolving);
    if (call) return resolving;
    // The messages of the connection cannot be distinguished: only concurrent calls share a result.
    const forget = () => void byRecord.delete(record);
    resolving.then(forget, forget);
    return resolving;
  }

  private async callResolver(auth: AuthenticatedAuthObject, context: ExecutionContext): Resolved {
    const resolver = await this.provider?.(context);
    if (typeof resolver?.resolve !== 'function') throw notAResolver(this.token);
    return resolver.resolve(auth, context);
  }
}

/**
 * Reads the options `userResolver` and `populateRequestUser`.
 *
 * @throws {@link ClerkConfigurationError} `option_invalid` for a value that is not a class or an injection token
 */
export function appUsersFor(
  userResolver: unknown,
  populateRequestUser: boolean = false,
): AppUsers | undefined {
  if (userResolver === undefined && !populateRequestUser) return undefined;
  const isToken = ['function', 'symbol', 'string'].includes(typeof userResolver) && userResolver !== '';
  if (isToken) return new AppUsers(userResolver as ClerkUserResolverToken, populateRequestUser);
  throw new ClerkConfigurationError(
    'option_invalid',
    userResolver === undefined
      ? '`populateRequestUser` sets `req.user` to the user that `userResolver` finds. Set `userResolver` too.'
      : '`userResolver` is the class or the injection token of a provider that implements ClerkUserResolver, not an instance.',
  );
}

/** By instance, because a parameter decorator has the record of the call but not the application. */
const usersOfInstances = new WeakMap<Instance, AppUsers>();

let isUsed = false;

/** Associates an instance with the users of the application that it authenticates for. */
export function provideAppUsers(instance: Instance, users: AppUsers): void {
  isUsed = true;
  usersOfInstances.set(instance, users);
}

/** The users of the application whose instance authenticated a call; `undefined` if it has no resolver. */
export function appUsersOf({ instance }: RequestRecord): AppUsers | undefined {
  return isUsed && instance ? usersOfInstances.get(instance) : undefined;
}

function resolverNotProvided(token: ClerkUserResolverToken): ClerkConfigurationError {
  const name = nameOf(token);
  return new ClerkConfigurationError(
    'user_resolver_missing',
    `The option \`userResolver\` of ClerkModule names ${name}, which no module of the application provides. Add ${name} to the ` +
      '`providers` of a module that the root module imports.',
  );
}

function notAResolver(token: ClerkUserResolverToken): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'option_invalid',
    `The option \`userResolver\` of ClerkModule names ${nameOf(token)}, which has no method \`resolve(auth, context)\`. ` +
      'Implement ClerkUserResolver.',
  );
}

function nameOf(token: ClerkUserResolverToken): string {
  return typeof token === 'function' ? token.name : String(token);
}
