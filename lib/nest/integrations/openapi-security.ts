import { HttpStatus } from '@nestjs/common';

/** The parts of an OpenAPI document that are read and written. */
export interface OpenApiDocument {
  paths: Record<string, object>;
  webhooks?: Record<string, object>;
  security?: object[];
  components?: { securitySchemes?: Record<string, SecurityScheme | { $ref: string }> };
}

/** The parts of its operations that are read and written. */
export interface Operation {
  security?: Record<string, string[]>[];
  responses: Record<string, object | undefined>;
}

interface SecurityScheme {
  type: 'apiKey' | 'http' | 'oauth2' | 'openIdConnect' | 'mutualTLS';
  in?: string;
  name?: string;
  scheme?: string;
  bearerFormat?: string;
}

interface Response {
  description: string;
  headers?: Record<string, { description: string; schema: Property }>;
  content: Record<string, { schema: ObjectSchema }>;
}

interface ObjectSchema {
  type: 'object';
  properties: Record<string, Property>;
  required: string[];
}

interface Property {
  type: string;
  description?: string;
  enum?: string[];
  example?: string | number;
}

/** The protection of a guarded route, for clients. */
export interface Protection {
  /** Whether the route accepts a session. Machine tokens are in the header only. */
  readonly acceptsSession: boolean;
  /** What a signed-in user must meet, in words. */
  readonly requirements: readonly string[];
}

/**
 * Adds the security and the rejections to an operation. The application's own security and responses with the same
 * status are kept.
 */
export function describeProtection(
  document: OpenApiDocument,
  operation: Operation,
  { acceptsSession, requirements }: Protection,
): void {
  if (!operation.security && !document.security) {
    const names = [bearerScheme(document), ...(acceptsSession ? [cookieScheme(document)] : [])];
    operation.security = names.map(name => ({ [name]: [] }));
  }
  operation.responses[HttpStatus.UNAUTHORIZED] ??= unauthenticated();
  if (requirements.length > 0) operation.responses[HttpStatus.FORBIDDEN] ??= forbidden(requirements);
}

/** The name of the application's scheme for a token in the header; by default one is added. */
function bearerScheme(document: OpenApiDocument): string {
  const scheme: SecurityScheme = { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' };
  return schemeName(document, 'bearer', scheme, each => each.scheme?.toLowerCase() === 'bearer');
}

/** The name of the application's scheme for the session cookie; by default one is added. */
function cookieScheme(document: OpenApiDocument): string {
  const scheme: SecurityScheme = { type: 'apiKey', in: 'cookie', name: '__session' };
  return schemeName(document, 'cookie', scheme, ({ name }) => name?.startsWith('__session') ?? false);
}

/** A scheme with the default name is used, because the application has added it. */
function schemeName(
  document: OpenApiDocument,
  defaultName: string,
  scheme: SecurityScheme,
  isSame: (scheme: SecurityScheme) => boolean,
): string {
  const schemes = ((document.components ??= {}).securitySchemes ??= {});
  if (defaultName in schemes) return defaultName;
  const known = Object.entries(schemes).find(([, each]) => !('$ref' in each) && isSame(each));
  if (known) return known[0];
  schemes[defaultName] = scheme;
  return defaultName;
}

/** The body of `UnauthenticatedException`. */
function unauthenticated(): Response {
  const reason: Property = {
    type: 'string',
    description: 'Why no user is signed in, as in `x-clerk-auth-reason`.',
    example: 'token-expired',
  };
  return {
    description: 'No user is signed in, or the token is not accepted here.',
    headers: {
      'WWW-Authenticate': { description: 'What kind of token is asked for.', schema: { type: 'string' } },
    },
    content: rejection(HttpStatus.UNAUTHORIZED, 'Unauthenticated', 'Unauthorized', reason, {
      hint: { type: 'string', description: 'For a request without a token: the token to send.' },
    }),
  };
}

/** `AccessDeniedException` as it is answered. */
function forbidden(requirements: readonly string[]): Response {
  const reason: Property = {
    type: 'string',
    description: 'What is missing.',
    enum: ['requirement-not-met', 'insufficient-scope', 'reverification-error'],
  };
  const reverification: Property = {
    type: 'object',
    description: 'What `useReverification()` looks for; there with the reason `reverification-error`.',
  };
  return {
    description: `The signed-in user does not meet the requirements of the route: ${requirements.join('; ')}.`,
    content: rejection(HttpStatus.FORBIDDEN, 'Forbidden', 'Forbidden', reason, {
      clerk_error: reverification,
    }),
  };
}

function rejection(
  statusCode: HttpStatus,
  message: string,
  error: string,
  reason: Property,
  optional: Record<string, Property> = {},
): Response['content'] {
  const required: Record<string, Property> = {
    statusCode: { type: 'integer', example: statusCode },
    message: { type: 'string', example: message },
    error: { type: 'string', example: error },
    reason,
  };
  const properties = { ...required, ...optional };
  return { 'application/json': { schema: { type: 'object', properties, required: Object.keys(required) } } };
}
