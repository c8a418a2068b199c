import type { AuthenticationResult } from './authentication-result.js';
import type { Instance } from './instance.js';
import type { IncomingRequest } from './request/incoming-request.js';
import { RequestContext } from './request/request-context.js';

/** What is good to know when a state is not the expected one. No key, no token, no cookie: it ends up in logs. */
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

/** Logs how a request was authenticated, where the option `debug` asks for it. */
export function reportForDebugging(
  result: AuthenticationResult,
  request: IncomingRequest,
  instance: Instance,
): void {
  instance.debug?.(debugData(new RequestContext(request, instance), result));
}
