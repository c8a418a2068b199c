import type { ServerResponse } from 'node:http';

import { authenticateConnection } from '../authentication/connection/authenticate-connection.js';
import { authenticateInContext } from '../authentication/authenticate.js';
import { reportForDebugging } from '../authentication/debug-data.js';
import type { AuthenticationResult } from '../authentication/authentication-result.js';
import type { Instance } from '../authentication/instance.js';
import { isRepresentable } from '../authentication/request/public-url.js';
import type { MaybePromise } from '../helpers/maybe-promise.js';
import type { RequestRecord } from '../authentication/request-record.js';
import { rememberedSession } from '../authentication/remembered-session.js';
import { RequestContext } from '../authentication/request/request-context.js';
import { SubstitutedRequest } from '../authentication/request/substituted-request.js';
import { opaqueMachineTokenType } from '../tokens/machine-token.js';
import type { MachineTokenType } from '../tokens/token-type.js';
import { notVerified, unknownInstance } from '../authentication/results.js';
import { isSameConfiguration } from '../instance/same-configuration.js';
import { applyResult, removeStatusHeaders } from './apply-result.js';
import type { Log } from '../instance/log.js';
import type { ChooseInstance } from '../instance/instance-by-request.js';
import { answerByProxy } from './frontend-api-proxy.js';
import { NodeIncomingRequest } from './node-incoming-request.js';
import type { NodeRequest } from '../instance/options.js';
import { attachResult, isSettled, storedRecord } from './request-auth.js';
import { proxyOf } from './proxied-instance.js';
import { isWebSocketUpgrade } from './web-socket-upgrade.js';

/** Calls the next handler, or the next error handler. */
export type Next = (error?: unknown) => void;

/** A middleware for Connect, Express, Nest and Fastify's middie. */
export type Middleware = (request: NodeRequest, response: ServerResponse, next: Next) => void;

/**
 * How a middleware handles the record of an earlier one with another configuration of the same instance.
 *
 * - `'decide-again'`: it authenticates by its own configuration only. For an application that is mounted in another
 * one.
 * - `'narrow'`: a request that the earlier one did not sign in stays signed out, so that `requireAuth()` in a route
 *   cannot loosen what `clerkMiddleware({ authorizedParties })` requires everywhere.
 */
export type EarlierRecordPolicy = 'decide-again' | 'narrow';

/**
 * Creates the middleware that authenticates a request and stores the record with it.
 *
 * It responds itself only to a browser that must be redirected and to a malformed request (400). No client input makes
 * it fail; errors of `chooseInstance` are passed to `next`.
 *
 * The record of an earlier middleware is reused if the configurations have the same options, except those that do not
 * affect the result. Two middlewares with the same keys can have different requirements, and the looser one must not
 * decide for both.
 *
 * @param defersMachineTokens - whether guards and decorators verify tokens that require a call to the Backend API,
 *   because they can wait; `getAuth()` cannot, so by default they are verified immediately
 */
export function createMiddleware(
  chooseInstance: ChooseInstance,
  log: Log,
  policy: EarlierRecordPolicy = 'narrow',
  defersMachineTokens = false,
): Middleware {
  const settings: Settings = { log, policy, defersMachineTokens, hasWarned: false };

  return (request, response, next) => {
    const incoming = new NodeIncomingRequest(request);
    if (!isRepresentable(incoming)) {
      response.statusCode = 400;
      response.end();
      return;
    }
    let goesOn: MaybePromise<boolean>;
    try {
      const instance = chooseInstance(request);
      if (instance instanceof Promise) {
        goesOn = authenticateLater(new Exchange(request, response, incoming, settings), instance);
      } else {
        goesOn =
          isSignedInByRemembered(request, incoming, instance, settings) ||
          new Exchange(request, response, incoming, settings).authenticateWith(instance);
      }
    } catch (error) {
      return next(error);
    }
    // Outside of `try`: an error of a later handler is not ours to handle, and `next` may be called only once.
    if (goesOn instanceof Promise) goOnLater(goesOn, next);
    else if (goesOn) next();
  };
}

// Functions of their own where something is awaited: a closure takes memory in every request, even if it is not created.

async function authenticateLater(
  exchange: Exchange,
  instance: Promise<Instance | undefined>,
): Promise<boolean> {
  return exchange.authenticateWith(await instance);
}

function goOnLater(goesOn: Promise<boolean>, next: Next): void {
  void goesOn.then(settled => (settled ? next() : undefined), next);
}

/**
 * Signs in by {@link rememberedSession}, if nothing but the header can affect the result.
 *
 * @returns whether the request goes on to the next handler; otherwise an {@link Exchange} must authenticate it
 */
function isSignedInByRemembered(
  request: NodeRequest,
  incoming: NodeIncomingRequest,
  instance: Instance | undefined,
  settings: Settings,
): boolean {
  if (!instance || proxyOf(instance)) return false;
  const result = rememberedSession(incoming, instance);
  if (!result || incoming.header('upgrade') !== undefined) return false;
  const stored = storedRecord(request);
  if (stored && isSettled(stored)) return false;
  reportForDebugging(result, incoming, instance);
  warnOnce(attachResult(request, stored, result, instance), settings);
  return true;
}

/** Logs once for a middleware that `req.auth` belongs to another library. */
function warnOnce(isForeignAuth: boolean, settings: Settings): void {
  if (!isForeignAuth || settings.hasWarned) return;
  settings.hasWarned = true;
  settings.log.warn(
    '`req.auth` was already set by another library, and keeps its value. Clerk authenticates all the same: read the ' +
      'auth object with getAuth(req) or @Auth(), not with req.auth().',
  );
}

/** What holds for all requests of one middleware. */
interface Settings {
  readonly log: Log;
  readonly policy: EarlierRecordPolicy;
  readonly defersMachineTokens: boolean;
  /** Whether it was logged that another library sets `req.auth`. */
  hasWarned: boolean;
}

/** A request and its response, while the request is authenticated. A class, so that no request makes functions. */
class Exchange {
  readonly #request: NodeRequest;
  readonly #response: ServerResponse;
  readonly #incoming: NodeIncomingRequest;
  readonly #settings: Settings;
  readonly #stored: RequestRecord | undefined;
  readonly #earlier: RequestRecord | undefined;

  constructor(
    request: NodeRequest,
    response: ServerResponse,
    incoming: NodeIncomingRequest,
    settings: Settings,
  ) {
    this.#request = request;
    this.#response = response;
    this.#incoming = incoming;
    this.#settings = settings;
    const stored = storedRecord(request);
    this.#stored = stored;
    this.#earlier = stored && isSettled(stored) ? stored : undefined;
  }

  /** @returns whether the request goes on to the next handler */
  authenticateWith(chosen: Instance | undefined): MaybePromise<boolean> {
    if (!chosen) return this.#keep(unknownInstance(), undefined);
    const earlier = this.#earlier;
    const { policy, defersMachineTokens } = this.#settings;
    if (earlier?.instance && settlesRequest(earlier, earlier.instance, chosen, policy)) return true;
    if (answerByProxy(this.#request, this.#response, chosen)) return false;
    const input = (earlier && withEstablishedSession(this.#incoming, earlier)) ?? this.#incoming;
    const context = new RequestContext(input, chosen);
    const deferredType = defersMachineTokens && !earlier ? opaqueTokenTypeOf(context) : undefined;
    if (deferredType) return this.#defer(context, deferredType);
    const result = this.#authenticate(context);
    return result instanceof Promise ? this.#concludeLater(result, chosen) : this.#conclude(result, chosen);
  }

  async #concludeLater(result: Promise<AuthenticationResult>, chosen: Instance): Promise<boolean> {
    return this.#conclude(await result, chosen);
  }

  #authenticate(context: RequestContext): MaybePromise<AuthenticationResult> {
    // Fastify runs its hooks also for requests that open a WebSocket, for which cookies of other origins are ignored.
    return this.#incoming.header('upgrade') !== undefined && isWebSocketUpgrade(this.#request)
      ? authenticateConnection({ request: context.request, payload: undefined }, context.instance, [
          'header',
          'cookie',
        ])
      : authenticateInContext(context, 'any');
  }

  #conclude(result: AuthenticationResult, chosen: Instance): boolean {
    reportForDebugging(result, this.#incoming, chosen);
    const hasHeaders = this.#earlier !== undefined || result.headers.length > 0;
    if (hasHeaders && !this.#response.headersSent) {
      if (this.#earlier) removeStatusHeaders(this.#response);
      if (applyResult(result, this.#response)) return false;
    }
    return this.#keep(result, chosen);
  }

  #defer(context: RequestContext, tokenType: MachineTokenType): true {
    const verify = () => this.#verifyDeferred(context);
    return this.#keep(notVerified(tokenType), context.instance, verify);
  }

  async #verifyDeferred(context: RequestContext): Promise<AuthenticationResult> {
    const result = await this.#authenticate(context);
    reportForDebugging(result, this.#incoming, context.instance);
    if (!this.#response.headersSent) applyResult(result, this.#response);
    return result;
  }

  #keep(
    result: AuthenticationResult,
    instance: Instance | undefined,
    verify?: () => MaybePromise<AuthenticationResult>,
  ): true {
    warnOnce(attachResult(this.#request, this.#stored, result, instance, verify), this.#settings);
    return true;
  }
}

/** The type of the token in the header, if only the Backend API can verify it. */
function opaqueTokenTypeOf({ tokenInHeader }: RequestContext): MachineTokenType | undefined {
  return tokenInHeader === undefined ? undefined : opaqueMachineTokenType(tokenInHeader);
}

/** Whether the record of an earlier middleware is valid for this one. */
function settlesRequest(
  { result }: RequestRecord,
  earlier: Instance,
  chosen: Instance,
  policy: EarlierRecordPolicy,
): boolean {
  if (isSameConfiguration(earlier, chosen)) return true;
  return policy === 'narrow' && isOfSameInstance(earlier, chosen) && result.status !== 'signed-in';
}

/** By the publishable key, whose tokens are verified by different verifiers with `jwtKey` and without. */
function isOfSameInstance(earlier: Instance, chosen: Instance): boolean {
  return earlier.verifier === chosen.verifier || earlier.publishableKey === chosen.publishableKey;
}

/**
 * A handshake and a refresh work only once. If an earlier middleware got a session by one, its cookies are on the
 * response, and this middleware authenticates its token again under its own requirements.
 */
function withEstablishedSession(
  incoming: NodeIncomingRequest,
  { result: { token, headers } }: RequestRecord,
): SubstitutedRequest | undefined {
  const setsCookies = headers.some(([name]) => name === 'set-cookie');
  return token !== null && setsCookies
    ? new SubstitutedRequest(incoming, { authorization: token })
    : undefined;
}
