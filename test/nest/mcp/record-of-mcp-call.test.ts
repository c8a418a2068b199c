import { expect, it } from '@jest/globals';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { machineAuth, stubClerkOptions } from 'nest-clerk/testing';

import { createConfiguration } from '../../../lib/nest/configuration/clerk-configuration.js';
import { mcpAuthInfo } from '../../../lib/nest/mcp/mcp-auth-info.js';
import { recordOfMcpCall } from '../../../lib/nest/mcp/record-of-mcp-call.js';
import { recordOf } from '../../../lib/express/request-auth.js';

/** A request that the middleware has authenticated as that of a user. */
function requestOf(userId: string): object {
  const request = { url: '/mcp', method: 'POST', headers: {} };
  const { middleware } = createConfiguration(
    stubClerkOptions(machineAuth('oauth_token', { userId, clientId: 'client_1' })),
  );
  middleware(request as never, {} as never, () => undefined);
  return request;
}

/** The context that `@rekog/mcp-nest` creates for a call. */
function callBy(rawRequest: object | undefined, authInfo?: object) {
  const args = [{}, {}, {}, rawRequest, authInfo && { http: { authInfo } }];
  const message = { getRawRequest: () => rawRequest, getArgByIndex: (index: number) => args[index] };
  const context = new ExecutionContextHost([{}, message]);
  context.setType('rpc');
  return context;
}

it('is that of the HTTP request of the call', () => {
  const request = requestOf('user_ada');
  expect(recordOfMcpCall(callBy(request))).toBe(recordOf(request));
  expect(recordOfMcpCall(callBy(request, { clientId: 'unknown' }))).toBe(recordOf(request));
});

it("is that of the SDK's auth info, if another request of the session has replaced the raw one", () => {
  const [ada, bob] = [requestOf('user_ada'), requestOf('user_bob')];
  const authInfo = mcpAuthInfo(ada);
  expect(authInfo?.extra.userId).toBe('user_ada');
  expect(recordOfMcpCall(callBy(bob, authInfo))).toBe(recordOf(ada));
});

it('is undefined over stdio, and for messages of other transports', () => {
  expect(recordOfMcpCall(callBy(undefined))).toBeUndefined();
  for (const message of [undefined, null, 'text', {}, { getRawRequest: 'no function' }]) {
    const context = new ExecutionContextHost([{}, message]);
    expect(recordOfMcpCall(context)).toBeUndefined();
  }
});
