import { ConfigurableModuleBuilder, Module, Scope } from '@nestjs/common';
import type { DynamicModule, FactoryProvider } from '@nestjs/common';
import { HttpAdapterHost, ModuleRef } from '@nestjs/core';

import { ClerkClient } from '../express/clerk-client.js';
import { ClerkAuthGuard } from './guard/clerk-auth.guard.js';
import { unguardedHandlersCheck } from './guard/unguarded-handlers.js';
import { CLERK_CONFIGURATION, createConfiguration } from './configuration/clerk-configuration.js';
import type { ClerkConfiguration } from './configuration/clerk-configuration.js';
import { ClerkMiddlewareRegistrar } from './middleware/clerk-middleware.registrar.js';
import { assertOptions } from '../instance/options.js';
import { CLERK_MODULE_OPTIONS } from './configuration/clerk-module-options.js';
import type { ClerkModuleOptions } from './configuration/clerk-module-options.js';
import { ClerkHealthIndicator } from './integrations/clerk-health.indicator.js';
import { sendHeadersOfExceptions } from './exceptions/response-headers.js';
import { documentProtection } from './integrations/swagger.js';
import { ClerkContextInterceptor } from './context/clerk-context.interceptor.js';
import { ClerkContext } from './context/clerk-context.js';
import { provideClient } from '../express/instance-clients.js';
import { withStubCaller } from './configuration/stub-caller.js';
import { withHiddenOptions } from './configuration/hidden-options.js';
import { containerOf } from './configuration/nest-container.js';
import type { NestContainer } from './configuration/nest-container.js';
import { Telemetry } from './configuration/telemetry.js';
import { oneCopyCheck, registerCopy, withClassesOfOtherCopies } from './configuration/package-copies.js';
import { decoratedMethodsCheck } from './rules/decorated-methods.js';
import { ClerkConnections } from './transports/clerk-connections.js';
import { fieldResolverCheck } from './transports/field-resolver-check.js';
import { sendThrownExceptions } from './transports/thrown-exceptions.js';
import { subscriptionExpiry } from './transports/subscription-expiry.js';
import { ClerkCache } from './cache/clerk-cache.js';
import { ClerkWebhooks } from './webhooks/clerk-webhooks.js';
import { createTenantClient, TenantClerkClient } from './tenants/tenant-clerk-client.js';
import { policiesCheck } from './policies/policies-check.js';
import { userResolverCheck } from './user/user-resolver-check.js';
import { rememberUpgradeRequests } from './transports/web-socket.js';

const { ConfigurableModuleClass, OPTIONS_TYPE, ASYNC_OPTIONS_TYPE } =
  new ConfigurableModuleBuilder<ClerkModuleOptions>({
    moduleName: 'Clerk',
    optionsInjectionToken: CLERK_MODULE_OPTIONS,
  })
    .setClassMethodName('forRoot')
    .setFactoryMethodName('createClerkOptions')
    .setExtras({ isGlobal: true }, (definition, { isGlobal }) => ({ ...definition, global: isGlobal }))
    .build();

/**
 * The injection tokens of providers that exist for their effect. They are functions, not classes with private fields: Nest
 * 12 can put proxies around providers (`instrument`), on which private fields throw.
 */
const CLIENT_OF_DEFAULT_INSTANCE = Symbol('CLIENT_OF_DEFAULT_INSTANCE');
/** A provider that changes the whole application when it starts. */
const onStart = (provide: symbol, act: (container: NestContainer) => unknown): FactoryProvider => ({
  provide,
  inject: [ModuleRef],
  useFactory: (moduleRef: ModuleRef) => act(containerOf(moduleRef)),
});
const PACKAGE_COPIES = Symbol('PACKAGE_COPIES');
const FIELD_RESOLVER_CHECK = Symbol('FIELD_RESOLVER_CHECK');
const DECORATED_METHODS_CHECK = Symbol('DECORATED_METHODS_CHECK');
const SUBSCRIPTION_EXPIRY = Symbol('SUBSCRIPTION_EXPIRY');
const USER_RESOLVER_CHECK = Symbol('USER_RESOLVER_CHECK');
const POLICIES_CHECK = Symbol('POLICIES_CHECK');
const UNGUARDED_HANDLERS_CHECK = Symbol('UNGUARDED_HANDLERS_CHECK');
const UPGRADE_REQUESTS = Symbol('UPGRADE_REQUESTS');
const THROWN_EXCEPTIONS = Symbol('THROWN_EXCEPTIONS');
const EXCEPTION_HEADERS = Symbol('EXCEPTION_HEADERS');
const DOCUMENTED_PROTECTION = Symbol('DOCUMENTED_PROTECTION');
const END_OF_CALLS = Symbol('END_OF_CALLS');

/**
 * Clerk for a Nest application: import it once, into the root module.
 *
 * It installs its middleware on the HTTP adapter, before the body parser, for every path, and provides
 * {@link ClerkClient} and {@link ClerkAuthGuard} everywhere.
 *
 * @example
 * ```ts
 * @Module({ imports: [ClerkModule.forRoot()] })
 * export class AppModule {}
 * ```
 *
 * @example
 * ```ts
 * @Module({
 *   imports: [
 *     ConfigModule.forRoot(),
 *     ClerkModule.forRootAsync({
 *       inject: [ConfigService],
 *       useFactory: (config: ConfigService) => ({ secretKey: config.getOrThrow('CLERK_SECRET_KEY') }),
 *     }),
 *   ],
 * })
 * export class AppModule {}
 * ```
 */
@Module({
  providers: [
    onStart(PACKAGE_COPIES, oneCopyCheck),
    {
      provide: CLERK_CONFIGURATION,
      inject: [CLERK_MODULE_OPTIONS, HttpAdapterHost],
      // A worker has no adapter. That of a TestingModule comes later, when the registrar checks the keys.
      useFactory: (options: ClerkModuleOptions, host: Partial<HttpAdapterHost>) =>
        createConfiguration(options, Boolean(host.httpAdapter)),
    },
    {
      provide: ClerkClient,
      inject: [CLERK_CONFIGURATION],
      useFactory: ({ client }: ClerkConfiguration) => client,
    },
    {
      provide: CLIENT_OF_DEFAULT_INSTANCE,
      inject: [CLERK_CONFIGURATION, ClerkClient],
      // The injected client, so that `@CurrentUser()` uses the one with which a test replaces it.
      useFactory: ({ defaultInstance }: ClerkConfiguration, client: ClerkClient) => {
        if (defaultInstance) provideClient(defaultInstance, () => client);
        return client;
      },
    },
    { provide: EXCEPTION_HEADERS, useFactory: sendHeadersOfExceptions },
    { provide: THROWN_EXCEPTIONS, useFactory: sendThrownExceptions },
    { provide: UPGRADE_REQUESTS, useFactory: rememberUpgradeRequests },
    // Before `NestFactory.create()` resolves, because the OpenAPI document is often created right after it.
    { provide: DOCUMENTED_PROTECTION, useFactory: documentProtection },
    {
      provide: END_OF_CALLS,
      inject: [CLERK_CONFIGURATION],
      // After the server has closed, and with it the requests that wait for such a call.
      useFactory: ({ lifetime }: ClerkConfiguration) => ({ onApplicationShutdown: () => lifetime.end() }),
    },
    ClerkWebhooks,
    Telemetry,
    ClerkMiddlewareRegistrar,
    onStart(FIELD_RESOLVER_CHECK, fieldResolverCheck),
    onStart(DECORATED_METHODS_CHECK, decoratedMethodsCheck),
    onStart(SUBSCRIPTION_EXPIRY, subscriptionExpiry),
    onStart(UNGUARDED_HANDLERS_CHECK, unguardedHandlersCheck),
    {
      provide: TenantClerkClient,
      // A singleton would be made, and the context be followed, for applications that do not inject it.
      scope: Scope.TRANSIENT,
      inject: [CLERK_CONFIGURATION, ClerkClient],
      useFactory: createTenantClient,
    },
    { provide: USER_RESOLVER_CHECK, inject: [ModuleRef, CLERK_CONFIGURATION], useFactory: userResolverCheck },
    { provide: POLICIES_CHECK, inject: [ModuleRef, CLERK_CONFIGURATION], useFactory: policiesCheck },
    ClerkAuthGuard,
    ClerkContext,
    ClerkCache,
    ClerkContextInterceptor,
    ClerkHealthIndicator,
    ClerkConnections,
  ],
  exports: [
    CLERK_CONFIGURATION,
    ClerkClient,
    ClerkAuthGuard,
    ClerkContext,
    ClerkCache,
    TenantClerkClient,
    ClerkContextInterceptor,
    ClerkHealthIndicator,
    ClerkConnections,
  ],
})
export class ClerkModule extends ConfigurableModuleClass {
  /**
   * Configures Clerk with options; missing keys are read from the environment when the application starts.
   *
   * @param options - keys and requirements, and `isGlobal: false` to provide it only to modules that import it
   * @throws {@link ClerkConfigurationError} when the application starts, for invalid options
   */
  static override forRoot(options: typeof OPTIONS_TYPE = {}): DynamicModule {
    assertOptions(options, 'ClerkModule.forRoot()');
    return withClassesOfOtherCopies(withStubCaller(withHiddenOptions(super.forRoot(options)), options));
  }

  /**
   * Configures Clerk with options that come from other providers: `useFactory` with `inject`, `useClass` or
   * `useExisting` of a {@link ClerkOptionsFactory}, and `imports`.
   *
   * @throws {@link ClerkConfigurationError} when the application starts, for invalid options
   */
  static override forRootAsync(options: typeof ASYNC_OPTIONS_TYPE): DynamicModule {
    assertOptions(options, 'ClerkModule.forRootAsync()');
    return withClassesOfOtherCopies(withHiddenOptions(super.forRootAsync(options)));
  }
}

registerCopy([
  ClerkModule,
  ClerkClient,
  ClerkAuthGuard,
  ClerkContext,
  ClerkCache,
  ClerkContextInterceptor,
  ClerkHealthIndicator,
  ClerkConnections,
]);
