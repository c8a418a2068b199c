import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';

import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost, ModuleRef } from '@nestjs/core';
import type { ModulesContainer } from '@nestjs/core';

import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import { isTokenTypeAccepted } from '../../authorization/accepted-token.js';
import { applicationRoutes } from '../rules/application-routes.js';
import { CLERK_CONFIGURATION } from '../configuration/clerk-configuration.js';
import type { ClerkConfiguration } from '../configuration/clerk-configuration.js';
import { containerOf } from '../configuration/nest-container.js';
import { reserveRecord } from '../../express/request-auth.js';
import { reserveWriteHead } from '../exceptions/response-headers.js';
import { withContext } from '../context/context-storage.js';
import { verifyDeferredTokens } from './deferred-tokens.js';
import { keepCookiesOfMiddleware } from './fastify-cookies.js';
import { ClerkWebhooks } from '../webhooks/clerk-webhooks.js';
import { applicationEnds, applicationStarts } from '../transports/live-configurations.js';

/** An application has one host for its adapter, and one middleware on it. */
const hostsWithClerk = new WeakSet<HttpAdapterHost>();

/**
 * Installs the middleware on the HTTP adapter as soon as there is one.
 *
 * Not by `consumer.apply()`, which runs after the body parser, and not for paths outside of a global prefix.
 * `NestFactory` sets the adapter before the providers are created, `TestingModule` after; `init$` emits in both cases.
 * An application without HTTP has no adapter, and nothing happens.
 */
@Injectable()
export class ClerkMiddlewareRegistrar implements OnModuleInit, OnModuleDestroy {
  // Functions, since the adapter holds the whole application, which logs of this object must not show.
  private readonly assertKeysForHttp: () => void;
  private readonly reserveRecords: () => void;

  constructor(
    host: HttpAdapterHost,
    moduleRef: ModuleRef,
    webhooks: ClerkWebhooks,
    @Inject(CLERK_CONFIGURATION) private readonly configuration: ClerkConfiguration,
  ) {
    if (hostsWithClerk.has(host)) throw registeredTwice();
    hostsWithClerk.add(host);
    verifyDeferredTokens(containerOf(moduleRef).getModules());
    this.assertKeysForHttp = () => {
      if ((host as Partial<HttpAdapterHost>).httpAdapter) configuration.assertServesHttp();
    };
    this.reserveRecords = () => {
      const adapter = host.httpAdapter as HttpAdapterHost['httpAdapter'] | undefined;
      if (adapter?.getType() !== 'express') return;
      const server = adapter.getHttpServer() as HttpServer;
      const { response: ofExpress } = adapter.getInstance<{ response: ServerResponse }>();
      server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
        reserveRecord(request);
        reserveWriteHead(response, ofExpress);
      });
    };
    const { middleware, oauth } = configuration;
    // Every module is known here, because modules are scanned before the first provider is created.
    const servesMetadata = oauth.servesMetadata ?? hasOAuthRoute(containerOf(moduleRef).getModules());
    host.init$.subscribe(() => {
      const adapter = host.httpAdapter as HttpAdapterHost['httpAdapter'] | undefined;
      // Before the middleware that authenticates, because the signature authenticates a delivery.
      if (webhooks.middleware) adapter?.use(webhooks.middleware);
      if (servesMetadata) adapter?.use(oauth.metadata);
      adapter?.use(withContext(middleware));
      if (adapter?.getType() === 'fastify') keepCookiesOfMiddleware(adapter.getInstance());
    });
  }

  onModuleInit(): void {
    this.assertKeysForHttp();
    this.reserveRecords();
    applicationStarts(this.configuration);
  }

  onModuleDestroy(): void {
    applicationEnds(this.configuration);
  }
}

function hasOAuthRoute(modules: ModulesContainer): boolean {
  return applicationRoutes(modules).some(({ rules }) =>
    isTokenTypeAccepted('oauth_token', rules.acceptsToken),
  );
}

/** The first of two would decide for both, and accept users whom only the second should accept. */
function registeredTwice(): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'module_registered_twice',
    'ClerkModule is configured twice in one application. Call forRoot() or forRootAsync() once, in the root module; for ' +
      'several Clerk instances in one application choose the keys by the request, with the option `requestOptions`.',
  );
}
