import type { ClerkModuleOptions } from 'nest-clerk';

import type { FrontendApi } from './frontend-api.js';
import { startNestApp } from './nest-app.js';
import type { RunningApp } from './running-app.js';

/** The keys of a production instance with the Frontend API `clerk.example.com`. */
export const PRODUCTION_KEYS = {
  secretKey: `sk_live_${'a'.repeat(42)}`,
  publishableKey: `pk_live_${Buffer.from('clerk.example.com$').toString('base64').replace(/=+$/, '')}`,
};

/** Starts an application with a proxy for a Frontend API. */
export function startProxied(
  api: FrontendApi,
  options: ClerkModuleOptions['frontendApiProxy'] | object = {},
): Promise<RunningApp> {
  return startNestApp({
    ...PRODUCTION_KEYS,
    frontendApiProxy: { enabled: true, fapiUrl: api.url, ...options },
  });
}
