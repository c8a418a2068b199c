import { Catch, Logger } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { from, mergeMap, throwError } from 'rxjs';
import type { Observable } from 'rxjs';

import { isOutage } from '../../authentication/machine/verification-unavailable.js';
import { ClerkAPIResponseError, isClerkAPIResponseError } from '../../errors/clerk-api-response-error.js';
import { ClerkError } from '../../errors/clerk-error.js';
import { limitedWarnings } from '../../instance/limited-warnings.js';
import { graphqlError, transportError } from '../transports/transport-error.js';
import type { TransportableException } from '../transports/transport-error.js';
import { ClerkApiException, isPassedOn } from './clerk-api.exception.js';
import { ClerkUnavailableException } from './clerk-unavailable.exception.js';
import { sendException } from './send-exception.js';

/** The exceptions that {@link ClerkExceptionFilter} answers with. */
export type ClerkCallException = ClerkApiException | ClerkUnavailableException;

/** An ID of a client with a format that Clerk never uses. Nest chooses the filter of an error by `instanceof`. */
class UnknownId {
  static [Symbol.hasInstance](error: unknown): boolean {
    return error instanceof ClerkError && error.code === 'resource_id_invalid';
  }
}

/**
 * Answers errors of {@link ClerkClient} that a handler throws with the status that fits. Without this filter the status is
 * always 500.
 *
 * | Clerk's answer | the application's |
 * | --- | --- |
 * | 404, 410 | the same: the resource does not exist |
 * | 400, 409, 422 | the same, with Clerk's `errors` (`code`, `message`, `longMessage`, `meta`) |
 * | 429, 5xx, no answer in time | 503 with `Retry-After` |
 * | 401, 402, 403 and others | 500, and an entry in the log: the application's key or plan does not allow the call |
 *
 * It works on every transport: HTTP, GraphQL (`extensions`), WebSockets (the event `exception`) and microservices (the
 * payload of the error). It does not handle other exceptions: other filters and Nest's default handling do.
 *
 * On Nest 11, gateways have no global filters: put `@UseFilters(ClerkExceptionFilter)` on them.
 *
 * @example
 * ```ts
 * // For the whole application
 * providers: [{ provide: APP_FILTER, useClass: ClerkExceptionFilter }];
 * ```
 *
 * @example
 * ```ts
 * app.useGlobalFilters(new ClerkExceptionFilter());
 * ```
 *
 * @example
 * ```ts
 * @Controller('users')
 * @UseFilters(ClerkExceptionFilter)
 * export class UsersController {}
 * ```
 *
 * @see https://clerk.com/docs/guides/development/errors/overview
 */
@Catch(ClerkAPIResponseError, UnknownId)
export class ClerkExceptionFilter implements ExceptionFilter<ClerkError> {
  private readonly logger = new Logger('ClerkExceptionFilter');
  private readonly warn = limitedWarnings(message => this.logger.warn(message));

  /**
   * Answers a call that failed with an error of {@link ClerkClient}, as Nest asks.
   *
   * @returns what the transport expects of a filter: the exception for GraphQL, an observable that fails for microservices
   */
  catch(error: ClerkError, host: ArgumentsHost): Error | Observable<never> | undefined {
    const exception = this.exceptionFor(error, host);
    switch (host.getType<string>()) {
      case 'http':
        sendException(exception, host);
        return undefined;
      case 'ws':
        void this.emit(exception, host);
        return undefined;
      case 'rpc':
        return from(Promise.resolve(transportError(host, exception))).pipe(
          mergeMap(settled => throwError(() => payloadOf(settled))),
        );
      case 'graphql':
        return graphqlError(exception);
      default:
        throw exception;
    }
  }

  /**
   * Returns the exception that is sent instead of an error. Override it to answer some errors differently.
   *
   * @param error - what the handler threw: a {@link ClerkAPIResponseError}, or a {@link ClerkError} `resource_id_invalid`
   * @param _host - the call
   * @returns the exception, whose body, status and `Retry-After` are sent
   *
   * @example
   * ```ts
   * protected override exceptionFor(error: ClerkError, host: ArgumentsHost) {
   *   const isForbidden = isClerkAPIResponseError(error) && error.status === 403;
   *   return isForbidden ? new ClerkApiException(404, []) : super.exceptionFor(error, host);
   * }
   * ```
   */
  protected exceptionFor(error: ClerkError, _host: ArgumentsHost): ClerkCallException {
    if (!isClerkAPIResponseError(error)) {
      this.warn(`A call of ClerkClient was not made: ${error.message} The answer is 404.`, error.message);
      return new ClerkApiException(404, [], error);
    }
    if (isOutage(error)) {
      this.warn(`${error.message} Answers are 503 meanwhile.`, 'outage');
      return new ClerkUnavailableException(error);
    }
    if (isPassedOn(error.status)) return new ClerkApiException(error.status, error.errors, error);
    this.logger.error(explanationOf(error), error.stack);
    return new ClerkApiException(500, [], error);
  }

  private async emit(exception: TransportableException, host: ArgumentsHost): Promise<void> {
    try {
      const { BaseWsExceptionFilter } = await import('@nestjs/websockets');
      new BaseWsExceptionFilter().catch(await transportError(host, exception), host);
    } catch (failure) {
      this.logger.error(failure);
    }
  }
}

/** The content of an `RpcException`, which is sent to the client. */
function payloadOf(error: Error): unknown {
  const { getError } = error as { getError?: () => unknown };
  return getError ? getError.call(error) : error;
}

/** A client of the application cannot correct these, and must not mistake them for its own 401 or 403. */
function explanationOf({ status, message, clerkTraceId }: ClerkAPIResponseError): string {
  const trace = clerkTraceId ? ` (Clerk's trace id: ${clerkTraceId})` : '';
  return `${message}${trace}. The answer is 500. ${REMEDIES[status] ?? 'Clerk gave an answer that ClerkClient cannot use.'}`;
}

const REMEDIES: Readonly<Record<number, string>> = {
  401:
    "Clerk rejected this application's own key, not the client's token: set CLERK_SECRET_KEY (option `secretKey`), or " +
    'CLERK_MACHINE_SECRET_KEY for M2M tokens, to a valid key from https://dashboard.clerk.com/~/api-keys',
  402: "The plan of this application's Clerk instance does not include the call: https://dashboard.clerk.com/~/billing",
  403:
    "Clerk does not allow the call with this application's own key, which says nothing about the client's token: check that " +
    'CLERK_SECRET_KEY is of the right instance, and that the instance has the feature and is within its limits',
};
