import type { AuthenticationResult } from './authentication-result.js';
import type { Instance } from './instance.js';
import type { IncomingRequest } from './request/incoming-request.js';
import { RequestContext } from './request/request-context.js';

/** Data for debugging an unexpected state. It contains no key, token or cookie, because it is logged. */
export function debugData(
  context: RequestContext,
  result: Pick<AuthenticationResult, 'status' | 'reason' | 'message' | 'tokenType'>,
): Record<string, unknown> {
  const { instance, site, request } = context;
  return {
    status: result.status,
    reason: result.reason,
    message: result.message,
    tokenType: result.tokenType,
    method: request.method,
    origin: context.url.origin,
    publishableKey: instance.publishableKey,
    instanceType: instance.instanceType,
    frontendApi: context.frontendApi,
    isSatellite: site.isSatellite,
    domain: site.domain,
    proxyUrl: context.proxyUrl,
    signInUrl: instance.signInUrl,
    signUpUrl: instance.signUpUrl,
    hasTokenInHeader: context.tokenInHeader !== undefined,
    hasSessionCookie: context.sessionTokenInCookie !== undefined,
    clientUat: context.clientUat,
  };
}

/** Logs how a request was authenticated if the option `debug` is on. */
export function reportForDebugging(
  result: AuthenticationResult,
  request: IncomingRequest,
  instance: Instance,
): void {
  instance.debug?.(debugData(new RequestContext(request, instance), result));
}
