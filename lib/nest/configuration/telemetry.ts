import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';

import { enableOpenTelemetry } from '../../telemetry/open-telemetry.js';
import type { OpenTelemetryOptions } from '../../telemetry/open-telemetry.js';
import { CLERK_CONFIGURATION } from './clerk-configuration.js';
import type { ClerkConfiguration } from './clerk-configuration.js';

/** Sends to OpenTelemetry from the start of the application to its end. */
@Injectable()
export class Telemetry implements OnModuleInit, OnApplicationShutdown {
  private readonly options: OpenTelemetryOptions | undefined;
  private disable: (() => void) | undefined;

  constructor(@Inject(CLERK_CONFIGURATION) { openTelemetry }: ClerkConfiguration) {
    this.options = openTelemetry;
  }

  /** @throws {@link ClerkConfigurationError} `option_invalid` (as a rejection) without `@opentelemetry/api` */
  async onModuleInit(): Promise<void> {
    if (this.options) this.disable = await enableOpenTelemetry(this.options);
  }

  /** The last hook, since handlers that still run may call Clerk. */
  onApplicationShutdown(): void {
    this.disable?.();
  }
}
