import { applyDecorators, UseInterceptors } from '@nestjs/common';

import { Protect } from '../decorators/protect.decorator.js';
import { routeDecorator } from '../rules/route-decorator.js';
import { ownRouteMetadata, requirementsOn } from '../rules/route-metadata.js';
import { McpEndpointInterceptor } from './mcp-endpoint.interceptor.js';
import { toolRequirement } from './tool-requirements.js';
import type { McpTools } from './tool-requirements.js';

/** The options of {@link McpEndpoint}. */
export interface McpEndpointOptions {
  /**
   * The requirements of tools: by the name of the tool, or the classes with the `@Tool()` methods of `@rekog/mcp-nest`. A
   * tool without a requirement can be called by everyone who may use the endpoint.
   */
  tools?: McpTools;
}

/**
 * Makes a controller, or one route, the endpoint of an MCP server over Streamable HTTP, on Express and Fastify.
 *
 * It accepts OAuth access tokens only, unless {@link AcceptsToken} says otherwise, and sets `req.auth` of
 * Node's request to the caller as {@link McpAuthInfo}, which the SDK gives to its tools. A client without a token gets the 401
 * that leads it to Clerk; one that calls a tool without the required scope gets the 403 with `error="insufficient_scope"` at
 * which it asks its user for more. {@link Protect} on the same class sets what every message requires.
 *
 * The body must be parsed in front of the route, as Nest does by default: with `tools`, a POST with another body is answered
 * 415.
 *
 * @param options - `tools`: what callers of each tool must meet
 * @throws {@link ClerkConfigurationError} `requirement_invalid`, when the file is loaded, for a malformed requirement, and
 *   for a class without tools
 *
 * @example
 * ```ts
 * @Controller('mcp')
 * @McpEndpoint({ tools: { add_note: { scopes: 'notes:write' } } })
 * @Protect({ scopes: 'notes:read' })
 * export class McpController {
 *   @All()
 *   handle(@Req() request: object) {
 *     return mcpAuthInfo(request)?.extra.userId;
 *   }
 * }
 * ```
 *
 * @see https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization
 */
export function McpEndpoint({ tools }: McpEndpointOptions = {}): ClassDecorator & MethodDecorator {
  const added = tools === undefined ? [] : [toolRequirement(tools)];
  return applyDecorators(
    routeDecorator('acceptsToken', target => ownRouteMetadata('acceptsToken', target) ?? 'oauth_token'),
    Protect(),
    routeDecorator('requirements', target => [...requirementsOn(target), ...added]),
    UseInterceptors(McpEndpointInterceptor),
  );
}
