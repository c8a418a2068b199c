import { ClerkAPIResponseError } from '../errors/clerk-api-response-error.js';
import type { ClerkAPIError } from '../errors/clerk-api-response-error.js';

// The errors of Clerk's API: status and `code` as in its error list, with messages of our own. The collections throw
// these too, so that a test receives the same error in process and over HTTP.
// https://clerk.com/docs/guides/development/errors/overview

function errorOf(status: number, errors: ClerkAPIError[]): ClerkAPIResponseError {
  const message = errors.map(error => error.longMessage ?? error.message).join(' ');
  return new ClerkAPIResponseError(message, { status, errors });
}

/** An error with one entry. `longMessage` defaults to `message`. */
export function apiError(
  status: number,
  code: string,
  message: string,
  longMessage = message,
): ClerkAPIResponseError {
  return errorOf(status, [{ code, message, longMessage, meta: {} }]);
}

export function secretKeyInvalid(): ClerkAPIResponseError {
  const message = 'The Clerk Secret Key is missing or is not the one of this LocalClerk.';
  return apiError(401, 'clerk_key_invalid', message, message);
}

export function resourceNotFound(kind: string, attribute: string, value: string): ClerkAPIResponseError {
  return apiError(404, 'resource_not_found', 'not found', `No ${kind} was found with ${attribute} ${value}.`);
}

export function routeNotFound(method: string, path: string): ClerkAPIResponseError {
  return apiError(
    404,
    'resource_not_found',
    'not found',
    `LocalClerk knows no operation at ${method} ${path}.`,
  );
}

export function sessionNotActive(sessionId: string): ClerkAPIResponseError {
  const longMessage = `The session ${sessionId} is no longer active, so it gets no token.`;
  return apiError(404, 'resource_not_found', 'Session not found', longMessage);
}

/** The message does not quote the token, because anyone who reads it could use it. */
export function machineTokenNotFound(kind: string): ClerkAPIResponseError {
  const longMessage = `There is no such ${kind}, or it was revoked or has expired.`;
  return apiError(404, 'resource_not_found', 'not found', longMessage);
}

export function browserNotFound(): ClerkAPIResponseError {
  const longMessage = 'No browser with that token has come to a handshake or was created.';
  return apiError(404, 'resource_not_found', 'not found', longMessage);
}

export function handshakePayloadNotFound(): ClerkAPIResponseError {
  const longMessage = 'The nonce was never issued, or was used before.';
  return apiError(404, 'resource_not_found', 'not found', longMessage);
}

export function sessionNotRefreshed(code: string, longMessage: string): ClerkAPIResponseError {
  return apiError(401, code, 'Session not refreshed', longMessage);
}

/** @param what - the unsupported operation, or the unsupported part of it */
export function notImplemented(what: string): ClerkAPIResponseError {
  const message = `LocalClerk does not answer ${what}. Use a Clerk development instance for it.`;
  return apiError(501, 'not_implemented_locally', message, message);
}

export function originInvalid(): ClerkAPIResponseError {
  return apiError(
    400,
    'origin_invalid',
    'Invalid HTTP Origin header',
    'LocalClerk does not answer pages of that origin. Add it to allowedOrigins if it is one of yours.',
  );
}

export function hostInvalid(): ClerkAPIResponseError {
  return apiError(
    400,
    'host_invalid',
    'Invalid HTTP Host header',
    'LocalClerk does not answer for that host. Add it to allowedHosts if it is one of yours.',
  );
}

export function bodyInvalid(longMessage: string): ClerkAPIResponseError {
  return apiError(400, 'request_body_invalid', 'Request body invalid', longMessage);
}

export function bodyTooLarge(limit: number): ClerkAPIResponseError {
  const longMessage = `The request body is larger than ${limit} bytes.`;
  return apiError(413, 'request_body_too_large', 'Request body too large', longMessage);
}

export function contentTypeUnsupported(): ClerkAPIResponseError {
  const longMessage = 'The Content-Type of a request body has to be application/json.';
  return apiError(415, 'unsupported_content_type', 'Content-Type is unsupported', longMessage);
}

export function requestMalformed(longMessage: string): ClerkAPIResponseError {
  return apiError(400, 'malformed_request_parameters', 'Malformed request parameters', longMessage);
}

/** The error of one parameter. Several are combined to one 422: see {@link parametersInvalid}. */
export function parameterError(code: string, paramName: string, problem: string): ClerkAPIError {
  return { code, message: problem, longMessage: `${paramName} ${problem}.`, meta: { paramName } };
}

export function parametersInvalid(...errors: ClerkAPIError[]): ClerkAPIResponseError {
  return errorOf(422, errors);
}

export function identifierExists(paramName: string): ClerkAPIResponseError {
  return parametersInvalid(
    parameterError('form_identifier_exists', paramName, 'is taken by another resource of this instance'),
  );
}

export function alreadyMember(userId: string, organizationId: string): ClerkAPIResponseError {
  const longMessage = `The user ${userId} is already a member of the organization ${organizationId}.`;
  return apiError(400, 'already_a_member_in_organization', 'already a member', longMessage);
}
