import type { Answer } from './answer.js';
import type { RawResponse } from './http-client.js';

/**
 * Compares `ClerkAuthGuard` and `@Auth()` with `getAuth()`: the guard must accept exactly the authenticated requests,
 * and reject others with 401 or a redirect. Returns the differences.
 */
export function guardDisagreement(
  open: Answer,
  guarded: Answer,
  guardedResponse: RawResponse,
): string | undefined {
  const reachedTheApp = open.headers['x-echo'] !== undefined;
  if (open.decorator === 'differs') return '@Auth() differs from getAuth()';
  if (!reachedTheApp) {
    return guarded.status === open.status
      ? undefined
      : `the guarded route answers ${guarded.status}, the open one ${open.status}`;
  }
  if (guarded.headers['x-echo'] !== undefined) {
    if (guarded.headers['x-echo'][0] !== open.headers['x-echo']![0])
      return 'behind the guard getAuth() differs';
    if (open.echo && !isAuthenticated(open)) return 'the guard let in a request that is signed out';
    return undefined;
  }
  if (open.echo && isAuthenticated(open))
    return `the guard rejected an authenticated request with ${guarded.status}`;
  const isRedirect = guarded.status === 302 && guarded.headers['location'] !== undefined;
  if (isRedirect) return undefined;
  if (guarded.status !== 401) return `the guard rejected with ${guarded.status}`;
  return guardedResponse.headers.has('www-authenticate') ? undefined : 'a rejection without WWW-Authenticate';
}

function isAuthenticated({ echo }: Answer): boolean {
  return echo?.['getAuth()']?.includes('"isAuthenticated":true') ?? false;
}
