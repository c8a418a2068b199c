import { ClerkAPIResponseError } from '../../errors/clerk-api-response-error.js';
import { parameterError, parametersInvalid, resourceNotFound } from '../api-errors.js';

// The errors of Clerk's Frontend API: status and `code` as in its error list, with messages of our own.
// https://clerk.com/docs/guides/development/errors/frontend-api

function clerkError(status: number, code: string, message: string, longMessage = message): Error {
  return new ClerkAPIResponseError(longMessage, {
    status,
    errors: [{ code, message, longMessage, meta: {} }],
  });
}

/** On this code ClerkJS requests a new dev browser. */
export function devBrowserUnauthenticated(): Error {
  return clerkError(
    401,
    'dev_browser_unauthenticated',
    'Browser unauthenticated',
    'This LocalClerk does not know the dev browser. Send the one that POST /v1/dev_browser answered as __clerk_db_jwt.',
  );
}

export function signedOut(): Error {
  return clerkError(401, 'signed_out', 'Signed out', 'No user is signed in in this browser.');
}

export function authenticationInvalid(): Error {
  return clerkError(
    401,
    'authentication_invalid',
    'Invalid authentication',
    'The request needs an active session of this browser, as _clerk_session_id.',
  );
}

export function missingOrganizationPermission(permissions: readonly string[]): Error {
  return clerkError(
    403,
    'missing_organization_permission',
    'Missing permission',
    `The user needs the permission ${permissions.join(' or ')} in the organization.`,
  );
}

/** ClerkJS opens its reverification dialog when it meets this code, and then sends the request again. */
export function sessionReverificationRequired(): Error {
  return clerkError(
    403,
    'session_reverification_required',
    'Additional verification required',
    'The user has to verify a factor again, since the last verification is more than ten minutes ago.',
  );
}

export function sessionExists(): Error {
  return clerkError(
    400,
    'session_exists',
    'Session already exists',
    "You're already signed in. Sign out first: the instance is in single session mode.",
  );
}

/** ClerkJS then makes the session in `meta` the active one. */
export function alreadySignedIn(sessionId: string): Error {
  const message = 'The user is signed in in this browser already.';
  return new ClerkAPIResponseError(message, {
    status: 400,
    errors: [
      {
        code: 'identifier_already_signed_in',
        message: 'Already signed in',
        longMessage: message,
        meta: { sessionId },
      },
    ],
  });
}

export function identifierNotFound(): Error {
  return parametersInvalid(
    parameterError('form_identifier_not_found', 'identifier', 'is not that of any account'),
  );
}

export function identifierTaken(paramName: string): Error {
  return parametersInvalid(
    parameterError('form_identifier_exists', paramName, 'is taken. Please try another'),
  );
}

export function passwordIncorrect(paramName = 'password'): Error {
  return parametersInvalid(
    parameterError('form_password_incorrect', paramName, 'is incorrect. Try again, or use another method'),
  );
}

export function codeIncorrect(): Error {
  return parametersInvalid(parameterError('form_code_incorrect', 'code', 'is incorrect'));
}

export function parameterMissing(...names: string[]): Error {
  return parametersInvalid(
    ...names.map(name => parameterError('form_param_missing', name, 'must be included')),
  );
}

export function parameterFormatInvalid(name: string, expected: string): Error {
  return parametersInvalid(parameterError('form_param_format_invalid', name, `must be ${expected}`));
}

export function parameterValueInvalid(name: string, allowed: readonly string[]): Error {
  return parametersInvalid(
    parameterError('form_param_value_invalid', name, `must be one of ${allowed.join(', ')}`),
  );
}

export function parameterUnknown(name: string): Error {
  return parametersInvalid(
    parameterError('form_param_unknown', name, 'is not a parameter of this operation'),
  );
}

export function verificationNeeded(): Error {
  return clerkError(
    422,
    'form_verification_needed',
    'Verification needed',
    'The identifier has to be verified before it can become the primary one.',
  );
}

export function passwordTooShort(paramName: string, length: number): Error {
  return parametersInvalid(
    parameterError('form_password_length_too_short', paramName, `must have ${length} characters or more`),
  );
}

export function strategyForUserInvalid(): Error {
  return clerkError(
    400,
    'strategy_for_user_invalid',
    'Invalid verification strategy',
    'The verification strategy is not valid for this account.',
  );
}

export function verificationMissing(): Error {
  return clerkError(
    400,
    'verification_missing',
    'Missing verification',
    'No code was asked for. Prepare the verification first.',
  );
}

export function verificationExpired(): Error {
  return clerkError(
    400,
    'verification_expired',
    'Expired verification',
    'The code has expired. Ask for another one.',
  );
}

export function verificationFailed(): Error {
  return clerkError(
    400,
    'verification_failed',
    'Too many failed attempts',
    'The code was wrong too often. Ask for another one.',
  );
}

export function verificationAlreadyVerified(): Error {
  return clerkError(400, 'verification_already_verified', 'Already verified', 'It is verified already.');
}

export function userLocked(): Error {
  return clerkError(403, 'user_locked', 'Account locked', 'The account is locked.');
}

export function userBanned(): Error {
  return clerkError(403, 'user_banned', 'User banned', 'The account is banned.');
}

export function ticketInvalid(): Error {
  return clerkError(400, 'ticket_invalid_code', 'Invalid ticket', 'The ticket is not one of this instance.');
}

export function ticketUsed(): Error {
  return clerkError(
    400,
    'sign_in_token_already_used_code',
    'Ticket already used',
    'The ticket was used before, or revoked. A ticket can be used once.',
  );
}

export function ticketExpired(): Error {
  return clerkError(400, 'ticket_expired_code', 'Ticket expired', 'The ticket has expired.');
}

export function clientStateInvalid(what: string): Error {
  return clerkError(400, 'client_state_invalid', 'Invalid action', what);
}

export function organizationNotFoundOrUnauthorized(): Error {
  return clerkError(
    404,
    'organization_not_found_or_unauthorized',
    'Organization not found or unauthorized',
    'There is no such organization, or the user is not a member of it.',
  );
}

export function signInNotFound(id: string): Error {
  return resourceNotFound('sign in', 'id', id);
}

export function signUpNotFound(id: string): Error {
  return resourceNotFound('sign up', 'id', id);
}
