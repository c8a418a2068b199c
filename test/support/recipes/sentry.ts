import { subscribe } from 'node:diagnostics_channel';
import * as Sentry from '@sentry/nestjs';
import type { ClerkAuthenticationEvent, ClerkBackendApiEvent } from '../../../lib/index.js';

/** For `Sentry.init({ dsn, ...sentryOptions })`. */
export const sentryOptions: Sentry.NodeOptions = {
  sendDefaultPii: false,
  // Headers and cookies have tokens, and the query has those of a handshake.
  beforeSend: event => {
    const { method, url } = event.request ?? {};
    return { ...event, request: { method, url: url?.split('?', 1)[0] } };
  },
};

subscribe('nest-clerk:authentication', event => {
  const { status, reason, tokenType } = event as ClerkAuthenticationEvent;
  Sentry.addBreadcrumb({ category: 'clerk.authentication', data: { status, reason, tokenType } });
});
subscribe('nest-clerk:backend-api', event => {
  const { operation, status, attempt } = event as ClerkBackendApiEvent;
  const level = status === 0 || status >= 500 ? 'warning' : 'info';
  Sentry.addBreadcrumb({ category: 'clerk.backend-api', level, data: { operation, status, attempt } });
});
