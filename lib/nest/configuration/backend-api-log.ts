import { Logger } from '@nestjs/common';

import type { BackendApiResponseEvent } from '../../backend-api/transport/observation.js';
import type { ClerkOptions } from '../../instance/options.js';

const logger = new Logger('ClerkClient');

/** Logs every call to the Backend API at debug level, without ids, parameters and keys. */
export function withBackendApiLog<T extends ClerkOptions>(options: T): T {
  const { onResponse } = options;
  return {
    ...options,
    onResponse: event => {
      logger.debug(describe(event));
      onResponse?.(event);
    },
  };
}

function describe({
  operation,
  method,
  route,
  status,
  durationMs,
  attempt,
}: BackendApiResponseEvent): string {
  const repeated = attempt > 1 ? `, attempt ${attempt}` : '';
  return `${operation} (${method} ${route}): ${status || 'no answer'} after ${durationMs} ms${repeated}`;
}
