import type { ArgumentsHost } from '@nestjs/common';

import type { RequestRecord } from '../../authentication/request-record.js';
import { recordOf } from '../../express/request-auth.js';
import { property } from '../transports/unknown-object.js';
import { recordOfAuthInfo } from './mcp-auth-info.js';

/** The position of the SDK's context in the arguments of `@rekog/mcp-nest`'s. */
const SDK_CONTEXT = 4;

/**
 * The record of the HTTP request that calls a tool, a prompt or a resource of `@rekog/mcp-nest`; `undefined` for any other
 * message, and over stdio.
 *
 * That of the SDK's context comes first: with sessions, concurrent requests of one session replace each other's raw request.
 */
export function recordOfMcpCall(context: ArgumentsHost): RequestRecord | undefined {
  const message: unknown = context.switchToRpc().getContext();
  const rawRequest = callMethod(message, 'getRawRequest');
  if (rawRequest === undefined) return undefined;
  const authInfo = property(property(callMethod(message, 'getArgByIndex', SDK_CONTEXT), 'http'), 'authInfo');
  return recordOfAuthInfo(authInfo) ?? recordOf(rawRequest);
}

function callMethod(target: unknown, name: string, ...args: unknown[]): unknown {
  const method = property(target, name);
  return typeof method === 'function' ? (method.apply(target, args) as unknown) : undefined;
}
