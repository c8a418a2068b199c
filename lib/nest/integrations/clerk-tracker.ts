import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import { recordOf } from '../../express/request-auth.js';
import { networkOf } from './network-of.js';

/** The parts of a request, of Express or of Fastify, that contain the address of the client. */
interface MaybeAddressed {
  ip?: string;
  socket?: { remoteAddress?: string };
}

/**
 * Identifies the caller for `@nestjs/throttler`, independent of the address.
 *
 * A user has one count for sessions and for the API keys and OAuth tokens of that user; an organization and a machine
 * have one each. Only a verified token counts: an opaque machine token requires a call to Clerk, which no request
 * causes before the throttler has accepted it, so it is counted by address unless {@link ClerkAuthGuard} runs first. A
 * caller without a token is counted by IP address, as by default: by network of 64 bits for IPv6. Behind a proxy,
 * configure the HTTP adapter to trust it, or all clients have the proxy's address.
 *
 * @param request - the request, as Express or Fastify have it
 * @throws {@link ClerkConfigurationError} `request_missing` outside of HTTP, if the guard of the throttler does not find the request
 * @returns `clerk:` and the id of the user, organization or machine, or `ip:` and the address
 *
 * @example
 * ```ts
 * @Module({
 *   imports: [
 *     ClerkModule.forRoot(),
 *     ThrottlerModule.forRoot({ throttlers: [{ ttl: 60_000, limit: 100 }], getTracker: clerkTracker }),
 *   ],
 *   providers: [{ provide: APP_GUARD, useClass: ThrottlerGuard }],
 * })
 * export class AppModule {}
 * ```
 *
 * @see https://docs.nestjs.com/security/rate-limiting
 */
export function clerkTracker(request: object): string {
  if (!isRequest(request)) throw requestMissing();
  const subject = verifiedSubject(request);
  if (subject !== undefined) return `clerk:${subject}`;
  const { ip, socket } = request as MaybeAddressed;
  return `ip:${networkOf(ip ?? socket?.remoteAddress ?? '')}`;
}

function verifiedSubject(request: object): string | undefined {
  // A user with a pending session is counted as that user.
  const auth = recordOf(request)?.result.toAuth({ treatPendingAsSignedOut: false });
  if (!auth?.isAuthenticated) return undefined;
  return auth.tokenType === 'session_token' ? auth.userId : auth.subject;
}

/** Outside of HTTP, the throttler passes on whatever Nest has in the place of the request. */
function isRequest(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return ['headers', 'ip', 'socket'].some(name => name in value) || recordOf(value) !== undefined;
}

function requestMissing(): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'request_missing',
    'clerkTracker got no HTTP request from the guard of the throttler. For GraphQL, extend ThrottlerGuard and override ' +
      '`getRequestResponse(context)`: `const { req, res } = GqlExecutionContext.create(context).getContext(); return { req, res };` ' +
      '(https://docs.nestjs.com/security/rate-limiting#graphql). For WebSockets and messages, override `getTracker()`.',
  );
}
