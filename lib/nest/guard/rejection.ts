import type { ExecutionContext } from '@nestjs/common';

import type { AuthReason } from '../../authentication/auth-reason.js';
import type { AuthenticationResult } from '../../authentication/authentication-result.js';
import { parseAuthorization } from '../../authentication/request/authorization-header.js';
import type { IncomingRequest } from '../../authentication/request/incoming-request.js';
import { whatToSend } from '../../authentication/what-to-send.js';
import { RequestContext } from '../../authentication/request/request-context.js';
import type { Instance } from '../../authentication/instance.js';
import type { RequestRecord } from '../../authentication/request-record.js';
import { isTokenTypeAccepted } from '../../authorization/accepted-token.js';
import type { MissingRequirements, UnmetRequirement } from '../../authorization/requirement.js';
import { NodeIncomingRequest } from '../../express/node-incoming-request.js';
import { bearerChallenge } from '../../oauth/bearer-challenge.js';
import type { BearerChallenge } from '../../oauth/bearer-challenge.js';
import type { ClerkConfiguration } from '../configuration/clerk-configuration.js';
import { AccessDeniedException } from '../exceptions/access-denied.exception.js';
import { ClerkUnavailableException } from '../exceptions/clerk-unavailable.exception.js';
import { NO_RESPONSE_HEADERS } from '../exceptions/response-headers.js';
import type { ResponseHeaders } from '../exceptions/response-headers.js';
import {
  SignInRedirectException,
  UnauthenticatedException,
} from '../exceptions/unauthenticated.exception.js';
import { scopesOf } from '../rules/requirements.js';
import type { RouteRules } from '../rules/route-rules.js';
import { requestOf } from '../transports/request-of.js';
import { TokenType } from '../../tokens/token-type.js';
import { logDenial } from './denial-log.js';
import { signInLocation } from './sign-in-location.js';

/** The reason if no middleware ran, such as on an excluded path, and on an unknown transport. */
const NOT_AUTHENTICATED: AuthReason = 'request-not-authenticated';

/** For routes that accept machine tokens only, for which reasons about cookies make no sense. */
const NO_TOKEN: AuthReason = 'No token in header';

/** The reasons where neither the header nor a cookie has a token. */
const REASONS_WITHOUT_TOKEN: readonly string[] = [
  NO_TOKEN,
  'dev-browser-missing',
  'session-token-and-uat-missing',
  'session-token-missing',
];

/** The reasons of a token that could not be verified for a cause on our side, so that 401 would blame the client. */
const OUTAGES: readonly (AuthReason | null)[] = [
  'backend-api-unavailable',
  'jwk-remote-failed-to-load',
  'secret-key-invalid',
];

/** Of a request without a token. */
const NO_PROBLEM: BearerChallenge = Object.freeze({});

/** The headers of most rejections. */
const PLAIN_CHALLENGE: ResponseHeaders = Object.freeze({ 'WWW-Authenticate': bearerChallenge(NO_PROBLEM) });

function isOutage(reason: AuthReason | null): reason is AuthReason {
  return OUTAGES.includes(reason);
}

/**
 * Creates the exceptions with which a guard rejects one call. Over HTTP they contain the headers of the response: the
 * challenge of `WWW-Authenticate`, or the URL of the sign-in page.
 */
export class Rejection {
  private readonly request: IncomingRequest | undefined;

  constructor(
    private readonly context: ExecutionContext,
    private readonly rules: RouteRules,
    private readonly configuration: ClerkConfiguration,
  ) {
    const request = requestOf(context);
    this.request = request && new NodeIncomingRequest(request.raw ?? request);
  }

  /** For a caller without a valid token that the route accepts. */
  unauthenticated(
    record: RequestRecord | undefined,
  ): UnauthenticatedException | SignInRedirectException | ClerkUnavailableException {
    if (!record?.instance) {
      const reason = record?.result.reason ?? NOT_AUTHENTICATED;
      return new UnauthenticatedException(reason, this.challenge(NO_PROBLEM));
    }
    const { result } = record;
    const { acceptsToken } = this.rules;
    // A token of another type is rejected anyway: a retry would not help.
    const isVerifiable = isTokenTypeAccepted(result.tokenType, acceptsToken);
    if (isVerifiable && isOutage(result.reason)) {
      return new ClerkUnavailableException(undefined, result.reason);
    }
    const acceptsSessions = isTokenTypeAccepted('session_token', acceptsToken);
    const location = this.signInLocation(acceptsSessions, record.instance);
    if (location !== undefined) return new SignInRedirectException(location);

    const token = parseAuthorization(this.request?.header('authorization'));
    const isWithoutToken = this.request && !acceptsSessions && token === undefined && result.reason !== null;
    const reason = isWithoutToken ? NO_TOKEN : this.reasonOf(result);
    const scopes = this.scopesToRequest();
    const error =
      token === undefined ? undefined : { error: 'invalid_token' as const, errorDescription: reason };
    const problem: BearerChallenge = error || scopes ? { ...error, ...scopes } : NO_PROBLEM;
    const hint = this.isWithoutToken(token, reason) ? whatToSend(acceptsToken) : undefined;
    return new UnauthenticatedException(reason, this.challenge(problem), hint, this.missingToken(reason));
  }

  /** So that an OAuth client requests what the route needs, and not more. */
  private scopesToRequest(): Pick<BearerChallenge, 'scopes'> | undefined {
    if (!isTokenTypeAccepted('oauth_token', this.rules.acceptsToken)) return undefined;
    const scopes = scopesOf(this.rules.requirements);
    return scopes.length > 0 ? { scopes } : undefined;
  }

  /** What to send instead of a token of another type. */
  private missingToken(reason: string): MissingRequirements | undefined {
    if (!this.configuration.describeRejections || reason !== 'token-type-mismatch') return undefined;
    const { acceptsToken } = this.rules;
    return { tokenType: Object.values(TokenType).filter(type => isTokenTypeAccepted(type, acceptsToken)) };
  }

  private isWithoutToken(token: string | undefined, reason: string): boolean {
    return this.request !== undefined && token === undefined && REASONS_WITHOUT_TOKEN.includes(reason);
  }

  /** For an authenticated caller who does not meet a requirement of the route. */
  accessDenied(unmet: NonNullable<UnmetRequirement>): AccessDeniedException {
    const headers = unmet.kind === 'scopes' ? this.insufficientScope(unmet.scopes) : NO_RESPONSE_HEADERS;
    logDenial(unmet, this.context);
    return new AccessDeniedException(unmet, headers, this.configuration.describeRejections);
  }

  /**
   * All scopes of the call in one challenge, since clients request exactly what it names.
   *
   * @see https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization#runtime-insufficient-scope-errors
   */
  private insufficientScope(missing: readonly string[]): ResponseHeaders {
    const scopes = [...new Set([...scopesOf(this.rules.requirements), ...missing])];
    return this.challenge({ error: 'insufficient_scope', scopes });
  }

  private signInLocation(acceptsSessions: boolean, instance: Instance): string | undefined {
    if (!this.request) return undefined;
    // A route for machines only must not redirect a browser to the sign-in page, which would redirect it back.
    const byDefault = acceptsSessions ? this.configuration.onUnauthenticated : 'reject';
    const policy = this.rules.onUnauthenticated ?? byDefault;
    if (policy === 'reject' || (policy === 'auto' && !instance.signInUrl)) return undefined;
    const { site } = new RequestContext(this.request, instance);
    return signInLocation(this.request, policy, instance.signInUrl, site.isSatellite);
  }

  /** A valid token is rejected for a pending session, or for its type. */
  private reasonOf({ reason, tokenType }: AuthenticationResult): string {
    const isAccepted = isTokenTypeAccepted(tokenType, this.rules.acceptsToken);
    if (reason !== null && (isAccepted || !isOutage(reason))) return reason;
    return isAccepted ? 'session-pending' : 'token-type-mismatch';
  }

  /** Describes the problem with the presented token, and where OAuth clients get a valid one. */
  private challenge(problem: BearerChallenge): ResponseHeaders {
    if (!this.request) return NO_RESPONSE_HEADERS;
    const resourceMetadata = this.configuration.oauth.metadataUrl(this.request, this.rules.acceptsToken);
    if (problem === NO_PROBLEM && resourceMetadata === undefined) return PLAIN_CHALLENGE;
    return { 'WWW-Authenticate': bearerChallenge({ ...problem, resourceMetadata }) };
  }
}
