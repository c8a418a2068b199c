var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { ConfigurableModuleBuilder, Module } from '@nestjs/common';
import { ClerkClient } from '../express/clerk-client.js';
import { ClerkAuthGuard } from './clerk-auth.guard.js';
import { CLERK_CONFIGURATION, createConfiguration } from './clerk-configuration.js';
import { ClerkMiddlewareRegistrar } from './clerk-middleware.registrar.js';
const { ConfigurableModuleClass, MODULE_OPTIONS_TOKEN, OPTIONS_TYPE, ASYNC_OPTIONS_TYPE } = new ConfigurableModuleBuilder({ moduleName: 'Clerk' })
    .setClassMethodName('forRoot')
    .setFactoryMethodName('createClerkOptions')
    .setExtras({ isGlobal: true }, (definition, { isGlobal }) => ({ ...definition, global: isGlobal }))
    .build();
/**
 * Clerk for a Nest application: import it once, into the root module.
 *
 * It puts its middleware on the HTTP adapter, before the body parser, for every path, and provides {@link ClerkClient}
 * and {@link ClerkAuthGuard} everywhere.
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
let ClerkModule = class ClerkModule extends ConfigurableModuleClass {
    /**
     * Configures Clerk with options; what is not given is read from the environment when the application starts.
     *
     * @param options - keys and requirements, and `isGlobal: false` to provide it only where it is imported
     * @throws {@link ClerkConfigurationError} when the application starts, for options that cannot work
     */
    static forRoot(options = {}) {
        return super.forRoot(options);
    }
    /**
     * Configures Clerk with options that come from other providers: `useFactory` with `inject`, `useClass` or
     * `useExisting` of a {@link ClerkOptionsFactory}, and `imports`.
     *
     * @throws {@link ClerkConfigurationError} when the application starts, for options that cannot work
     */
    static forRootAsync(options) {
        return super.forRootAsync(options);
    }
};
ClerkModule = __decorate([
    Module({
        providers: [
            {
                provide: CLERK_CONFIGURATION,
                inject: [MODULE_OPTIONS_TOKEN],
                useFactory: createConfiguration,
            },
            {
                provide: ClerkClient,
                inject: [CLERK_CONFIGURATION],
                useFactory: ({ clientOptions }) => new ClerkClient(clientOptions),
            },
            ClerkMiddlewareRegistrar,
            ClerkAuthGuard,
        ],
        exports: [CLERK_CONFIGURATION, ClerkClient, ClerkAuthGuard],
    })
], ClerkModule);
export { ClerkModule };
