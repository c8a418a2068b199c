import { Inject, Injectable, Optional } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Observable } from 'rxjs';

import { NodeIncomingRequest } from '../../express/node-incoming-request.js';
import { CLERK_CONFIGURATION } from '../configuration/clerk-configuration.js';
import type { ClerkConfiguration } from '../configuration/clerk-configuration.js';
import { rulesOf } from '../rules/route-rules.js';
import { requestOf } from '../transports/request-of.js';
import { mcpAuthInfo } from './mcp-auth-info.js';

/** The property in which `@rekog/mcp-nest` expects the URL of the metadata, for challenges of its own. */
const RESOURCE_METADATA_URL = Symbol.for('@rekog/mcp-nest:resource-metadata-url');

/** Gives the caller of an MCP endpoint to the MCP server: as `req.auth`, where the SDK reads it. */
@Injectable()
export class McpEndpointInterceptor implements NestInterceptor {
  constructor(
    @Optional()
    @Inject(CLERK_CONFIGURATION)
    private readonly configuration: ClerkConfiguration | undefined,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = requestOf(context);
    if (request) this.setCaller(request.raw ?? request, context);
    return next.handle() as Observable<unknown>;
  }

  private setCaller(request: object, context: ExecutionContext): void {
    const authInfo = mcpAuthInfo(request);
    Reflect.set(request, 'auth', authInfo);
    // `@ToolScopes()` of `@rekog/mcp-nest` reads the scopes of `req.user`.
    if ((request as { user?: unknown }).user === undefined) Reflect.set(request, 'user', authInfo);
    const { acceptsToken } = rulesOf(context);
    const url = this.configuration?.oauth.metadataUrl(
      new NodeIncomingRequest(request as never),
      acceptsToken,
    );
    Reflect.set(request, RESOURCE_METADATA_URL, url);
  }
}
