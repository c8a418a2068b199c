import type { ServerResponse } from 'node:http';

import type { Instance } from '../authentication/instance.js';
import { publicUrl } from '../authentication/request/public-url.js';
import type { RequestContext } from '../authentication/request/request-context.js';
import { authorizationServerMetadata, METADATA_LIFETIME_MS } from '../oauth/authorization-server-metadata.js';
import type { ChooseInstance } from '../instance/instance-by-request.js';
import type { Middleware } from './create-middleware.js';
import { NodeIncomingRequest } from './node-incoming-request.js';
import { PROTECTED_RESOURCE_METADATA_PATH } from '../oauth/protected-resource.js';
import type { ProtectedResource } from '../oauth/protected-resource.js';

/** The common prefix of both documents' paths. */
const COMMON_PREFIX = '/.well-known/oauth-';
const AUTHORIZATION_SERVER_METADATA_PATH = '/.well-known/oauth-authorization-server';

/**
 * Creates the middleware that serves the protected-resource metadata (RFC 9728) and the authorization-server metadata
 * (RFC 8414). Requests with another path or method continue.
 *
 * @see https://clerk.com/docs/guides/ai/mcp/build-mcp-server
 */
export function createOAuthMetadata(chooseInstance: ChooseInstance, resource: ProtectedResource): Middleware {
  return (request, response, next) => {
    const target = request.originalUrl || request.url || '';
    if (!target.startsWith(COMMON_PREFIX)) return next();

    const incoming = new NodeIncomingRequest(request);
    const handler = handlerFor(publicUrl(incoming).pathname);
    if (!handler || !isMethodAnswered(incoming.method)) return next();
    if (incoming.method === 'OPTIONS') return sendPreflight(response);

    const answer = async () => {
      const instance = await chooseInstance(request);
      if (!instance) return NO_INSTANCE;
      return handler(resource, resource.contextOf(incoming, instance), instance);
    };
    void answer().then(made => send(response, made), next);
  };
}

interface Answer {
  readonly status: 200 | 404 | 502;
  readonly json: string;
}

/** A URL without an instance has no resource. */
const NO_INSTANCE: Answer = { status: 404, json: JSON.stringify({ error: 'not_found' }) };

type MetadataHandler = (
  resource: ProtectedResource,
  context: RequestContext,
  instance: Instance,
) => Answer | Promise<Answer>;

function handlerFor(pathname: string): MetadataHandler | undefined {
  if (pathname === AUTHORIZATION_SERVER_METADATA_PATH) return answerServerMetadata;
  if (!`${pathname}/`.startsWith(`${PROTECTED_RESOURCE_METADATA_PATH}/`)) return undefined;
  const path = pathname.slice(PROTECTED_RESOURCE_METADATA_PATH.length);
  return (resource, context) => ({
    status: 200,
    json: JSON.stringify(resource.metadata(path === '/' ? '' : path, context)),
  });
}

async function answerServerMetadata(
  resource: ProtectedResource,
  context: RequestContext,
  instance: Instance,
): Promise<Answer> {
  const issuer = resource.isPinned ? context.frontendApiUrl : frontendApiUrlWithoutRequest(context);
  const json = await authorizationServerMetadata(instance.fetch, issuer).get(instance.warn);
  return json === undefined ? { status: 502, json: METADATA_UNAVAILABLE } : { status: 200, json };
}

const METADATA_UNAVAILABLE = JSON.stringify({
  error: 'temporarily_unavailable',
  error_description: 'Clerk does not say at the moment where tokens are to be had.',
});

/**
 * The Frontend API URL without the parts that come from the request: a client could otherwise choose by its `Host` what
 * we fetch and serve to others.
 */
function frontendApiUrlWithoutRequest(context: RequestContext): string {
  const { site, frontendApi } = context.instance;
  const dependsOnRequest = typeof site === 'function' || site.proxyUrl.startsWith('/');
  return dependsOnRequest ? `https://${frontendApi}` : context.frontendApiUrl;
}

function isMethodAnswered(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}

/** Browser-based clients read them from any site, and send a header of the MCP protocol. */
const CORS = { 'Access-Control-Allow-Origin': '*' };

function sendPreflight(response: ServerResponse): void {
  response.writeHead(204, {
    ...CORS,
    'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
    'Access-Control-Allow-Headers': '*',
    'Access-Control-Max-Age': '86400',
  });
  response.end();
}

/** Not for shared caches: the document can depend on headers that they do not distinguish. */
const CACHED = `private, max-age=${METADATA_LIFETIME_MS / 1000}`;

function send(response: ServerResponse, { status, json }: Answer): void {
  response.writeHead(status, {
    ...CORS,
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(json),
    'Cache-Control': status === 200 ? CACHED : 'no-store',
  });
  // Node sends no body for HEAD.
  response.end(json);
}
