import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

import { CLERK_CONFIGURATION } from './clerk-configuration.js';
import type { ClerkConfiguration } from './clerk-configuration.js';

/**
 * Puts the middleware on the HTTP adapter as soon as there is one.
 *
 * Not by `consumer.apply()`: that runs after the body parser, and not for paths outside a global prefix. The adapter is
 * set before providers are made by `NestFactory`, and after by `TestingModule`; `init$` tells either way. An
 * application without HTTP has no adapter, and nothing happens.
 */
@Injectable()
export class ClerkMiddlewareRegistrar {
  constructor(host: HttpAdapterHost, @Inject(CLERK_CONFIGURATION) configuration: ClerkConfiguration) {
    host.init$.subscribe(() => {
      (host.httpAdapter as HttpAdapterHost['httpAdapter'] | undefined)?.use(configuration.middleware);
    });
  }
}
