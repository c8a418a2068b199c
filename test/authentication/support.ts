import type { LocalClerk } from 'nest-clerk/testing';

import type { IncomingRequest } from '../../lib/authentication/request/incoming-request.js';
import { RequestContext } from '../../lib/authentication/request/request-context.js';
import { createInstance } from '../../lib/instance/create-instance.js';
import type { ClerkOptions } from '../../lib/instance/options.js';

/** The parts of a request; header names in lower case. */
export interface RequestParts {
  method?: string;
  target?: string;
  isEncrypted?: boolean;
  headers?: Record<string, string>;
}

export function incomingRequest({
  method = 'GET',
  target = '/',
  isEncrypted = false,
  headers = {},
}: RequestParts): IncomingRequest {
  return {
    method,
    target,
    isEncrypted,
    header: name => headers[name],
    allHeaders: () => Object.entries(headers),
  };
}

/** The context of a request for an instance. */
export function requestContext(
  local: LocalClerk,
  request: RequestParts,
  options: ClerkOptions = {},
): RequestContext {
  const instance = createInstance(
    { ...local.keys, ...options },
    { warn: () => undefined, debug: () => undefined },
  );
  return new RequestContext(incomingRequest(request), instance);
}
