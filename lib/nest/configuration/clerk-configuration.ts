import { Logger } from '@nestjs/common';

import type { ConnectionTokenSource } from '../../authentication/connection/authenticate-connection.js';
import type { Instance } from '../../authentication/instance.js';
import { RequestRecord } from '../../authentication/request-record.js';
import type { RoleRules } from '../../authorization/role-rules.js';
import { ApplicationLifetime } from '../../backend-api/transport/open-calls.js';
import { once } from '../../helpers/once.js';
import { notAuthenticated } from '../../authentication/results.js';
import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import { createMiddleware } from '../../express/create-middleware.js';
import type { ChooseInstance } from '../../instance/instance-by-request.js';
import type { Middleware } from '../../express/create-middleware.js';
import { ClerkClient } from '../../express/clerk-client.js';
import { createProxiedInstance } from '../../express/proxied-instance.js';
import type { Log } from '../../instance/create-instance.js';
import { cacheFor } from '../../instance/backend-api-cache.js';
import type { CachedResourceName } from '../../instance/backend-api-cache.js';
import { assertKeys } from '../../instance/key-checks.js';
import { optionsFromEnvironment } from '../../instance/environment.js';
import { instanceByRequest } from '../../instance/instance-by-request.js';
import { assertOptions, withDefaults } from '../../instance/options.js';
import { attachRecord } from '../../express/request-auth.js';
import type { ClerkOptions, InstanceOptions } from '../../instance/options.js';
import { withBackendApiLog } from './backend-api-log.js';
import type { ClerkModuleOptions, OnUnauthenticated, TokenExtractor } from './clerk-module-options.js';
import { STUB_CALLER } from './stub-caller.js';
import type { StubbedOptions } from './stub-caller.js';
import { excludedPaths, NOTHING_EXCLUDED } from '../middleware/excluded-paths.js';
import type { ExclusionTest } from '../middleware/excluded-paths.js';
import { provideClient } from '../../express/instance-clients.js';
import { createOAuthResourceServer, createProtectedResource } from '../middleware/oauth-resource-server.js';
import type { OAuthResourceServer } from '../middleware/oauth-resource-server.js';
import { Policies } from '../policies/policies.js';
import { roleRulesFor } from '../policies/role-options.js';
import { webhookEndpoints } from '../webhooks/webhook-endpoint.js';
import type { WebhookEndpoint } from '../webhooks/webhook-endpoint.js';
import { assertOpenTelemetry } from '../../telemetry/open-telemetry.js';
import type { OpenTelemetryOptions } from '../../telemetry/open-telemetry.js';
import { appUsersFor, provideAppUsers } from '../user/app-users.js';
import type { AppUsers } from '../user/app-users.js';

/** Forgets a cached resource by its id. */
export type ForgetResource = (name: CachedResourceName, id: string) => Promise<void>;

/** The configuration of an application, from the module's options and the environment. */
export interface ClerkConfiguration {
  /** The application's; calls to the Backend API that nothing waits for end with it. */
  readonly lifetime: ApplicationLifetime;
  /** The injected client. Not its options, because a log of a guard, which has this object, would show the keys. */
  readonly client: ClerkClient;
  readonly middleware: Middleware;
  readonly onUnauthenticated: OnUnauthenticated;
  readonly describeRejections: boolean;
  /** The instance of all requests; `undefined` where they choose theirs. */
  readonly defaultInstance: Instance | undefined;
  /** Returns the instance for the request that opens a connection. */
  readonly chooseInstance: ChooseInstance;
  /**
   * Returns the instance for calls without a request, such as the messages of a microservice.
   *
   * @throws {@link ClerkConfigurationError} if only requests choose the keys
   */
  readonly instanceWithoutRequest: () => Instance;
  readonly connectionTokenSources: readonly ConnectionTokenSource[];
  readonly extractToken: TokenExtractor | undefined;
  readonly oauth: OAuthResourceServer;
  readonly webhooks: readonly WebhookEndpoint[];
  /**
   * Checks the keys for an application that turns out to have an HTTP adapter.
   *
   * @throws {@link ClerkConfigurationError} `publishable_key_missing`
   */
  readonly assertServesHttp: () => void;
  /** In a test with stub options: makes the record of the caller of every call. */
  readonly stubCaller: (() => RequestRecord) | undefined;
  /** The application's own users; `undefined` without the option `userResolver`. */
  readonly appUsers: AppUsers | undefined;
  /** `undefined` without OpenTelemetry. */
  readonly openTelemetry: OpenTelemetryOptions | undefined;
  /** `undefined` without the option `cache`. */
  readonly forgetResource: ForgetResource | undefined;
  readonly policies: Policies;
  /** How roles relate to each other; `undefined` where each stands for itself. */
  readonly roles: RoleRules | undefined;
}

/** The injection token of {@link ClerkConfiguration}. Nest's error shows its name if the module is not imported. */
export const CLERK_CONFIGURATION = Symbol('ClerkModule.forRoot()');

/**
 * Creates the configuration once per application, when it starts: `ConfigModule` and `dotenv` have run by then,
 * wherever they are imported.
 *
 * @param servesHttp - whether the application is known to have an HTTP adapter
 * @throws {@link ClerkConfigurationError} when the application could not work with them
 */
export function createConfiguration(
  moduleOptions: ClerkModuleOptions,
  servesHttp = true,
): ClerkConfiguration {
  assertOptions(moduleOptions, 'The factory of ClerkModule.forRootAsync()');
  assertWithoutClient(moduleOptions);
  const {
    onUnauthenticated = 'auto',
    describeRejections = false,
    exclude,
    requestOptions,
    connectionTokenSources = ['auth', 'header', 'cookie'],
    extractToken,
    oauthProtectedResource,
    webhooks,
    userResolver,
    populateRequestUser,
    roleHierarchy,
    superuserRole,
    openTelemetry,
    ...given
  } = moduleOptions;
  assertTokenSources(connectionTokenSources);
  const resource = createProtectedResource(oauthProtectedResource);
  const oauthResource = resource.requiredAudience;
  assertOpenTelemetry(openTelemetry);
  const options = withDefaults(given, optionsFromEnvironment());
  const lifetime = new ApplicationLifetime();
  const cache = cacheFor(options, log);
  const appUsers = appUsersFor(userResolver, populateRequestUser);
  const prepare = (chosen: ClerkOptions, isForRequests: boolean) => {
    assertWithoutClient(chosen);
    const chosenOptions = { ...withDefaults(chosen, options), oauthResource };
    const instance = prepareInstance(chosenOptions, isForRequests, lifetime);
    if (appUsers) provideAppUsers(instance, appUsers);
    return instance;
  };
  const instanceWithoutRequest = once(() =>
    requestOptions ? withoutRequest(() => prepare({}, false)) : prepare({}, servesHttp),
  );
  // If requests choose the keys, none are necessary before the first one.
  const defaultInstance = requestOptions ? undefined : instanceWithoutRequest();
  const makeStubRecord = (moduleOptions as StubbedOptions)[STUB_CALLER];
  const stubCaller = makeStubRecord && (() => makeStubRecord(instanceWithoutRequest()));
  const chooseInstance = requestOptions
    ? instanceByRequest(requestOptions, chosen => prepare(chosen, true), log)
    : instanceWithoutRequest;
  return {
    lifetime,
    defaultInstance,
    client: new ClerkClient(withBackendApiLog(options)),
    middleware: withoutExcluded(
      excludedPaths(exclude),
      stubCaller ? stubMiddleware(stubCaller) : createMiddleware(chooseInstance, log, 'decide-again', true),
    ),
    onUnauthenticated,
    describeRejections,
    chooseInstance,
    instanceWithoutRequest,
    connectionTokenSources,
    extractToken,
    oauth: createOAuthResourceServer(oauthProtectedResource, chooseInstance, resource),
    webhooks: webhookEndpoints(webhooks, options.now),
    stubCaller,
    appUsers,
    assertServesHttp: () => {
      if (!requestOptions) assertKeys(options, 'any');
    },
    openTelemetry: openTelemetry === true ? {} : openTelemetry || undefined,
    forgetResource: cache && ((name, id) => cache.forget(name, id)),
    policies: new Policies(),
    roles: roleRulesFor(roleHierarchy, superuserRole),
  };
}

function stubMiddleware(stubCaller: () => RequestRecord): Middleware {
  return (request, _response, next) => {
    attachRecord(request, stubCaller());
    next();
  };
}

const log: Log = new Logger('Clerk');

function prepareInstance(
  options: InstanceOptions,
  servesHttp: boolean,
  lifetime: ApplicationLifetime,
): Instance {
  const instance = createProxiedInstance(options, log, servesHttp, lifetime);
  provideClient(
    instance,
    once(() => new ClerkClient(withBackendApiLog(options))),
  );
  return instance;
}

/** Prepares the instance for calls without a request if requests choose the keys. */
function withoutRequest(prepare: () => Instance): Instance {
  try {
    return prepare();
  } catch (error) {
    if (!(error instanceof ClerkConfigurationError)) throw error;
    throw new ClerkConfigurationError(
      error.code,
      'A microservice message has no HTTP request for `requestOptions`, so the module needs keys of its own. ' +
        error.message,
      { cause: error },
    );
  }
}

/** `clerkMiddleware()` takes a client. The module would ignore it without a word, with the keys that are in it. */
function assertWithoutClient(options: ClerkOptions): void {
  if (!('clerkClient' in options) || options.clerkClient === undefined) return;
  throw new ClerkConfigurationError(
    'option_invalid',
    'ClerkModule has no option `clerkClient`: it creates the client that is injected as ClerkClient, and cannot read the keys of ' +
      'one that @clerk/backend made. Pass `secretKey` and `publishableKey`, or set CLERK_SECRET_KEY and CLERK_PUBLISHABLE_KEY.',
  );
}

function assertTokenSources(sources: unknown): void {
  const known: readonly unknown[] = ['auth', 'header', 'cookie', 'query'];
  if (Array.isArray(sources) && sources.length > 0 && sources.every(source => known.includes(source))) return;
  throw new ClerkConfigurationError(
    'option_invalid',
    `\`connectionTokenSources\` is a list of one or more of ${known.join(', ')}.`,
  );
}

function withoutExcluded(isExcluded: ExclusionTest, middleware: Middleware): Middleware {
  if (isExcluded === NOTHING_EXCLUDED) return middleware;
  return (request, response, next) => {
    const target = request.originalUrl || request.url || '';
    if (!isExcluded(target, request.method ?? '')) return middleware(request, response, next);
    attachRecord(request, new RequestRecord(notAuthenticated(), undefined));
    next();
  };
}
