import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { isRepresentable } from '../../../lib/authentication/request/public-url.js';
import { NodeIncomingRequest } from '../../../lib/express/node-incoming-request.js';
import type { NodeRequest } from '../../../lib/instance/options.js';
import { signInLocation } from '../../../lib/nest/guard/sign-in-location.js';

function pageLoad(url: string, headers: Record<string, string> = {}) {
  const request = {
    method: 'GET',
    url,
    headers: { 'sec-fetch-dest': 'document', host: 'a.example', ...headers },
  };
  return new NodeIncomingRequest(request as unknown as NodeRequest);
}

/** The input of a client that the guard reads. */
const requests = fc
  .record({
    target: fc.oneof(
      fc.webPath(),
      fc.string({ unit: 'binary' }),
      fc.constant('//evil.example/'),
      fc.webUrl(),
    ),
    host: fc.option(fc.string(), { nil: undefined }),
    forwardedHost: fc.option(fc.oneof(fc.string(), fc.constant('evil.example')), { nil: undefined }),
    forwardedProto: fc.option(fc.constantFrom('https', 'javascript', '', 'ftp', 'https,http'), {
      nil: undefined,
    }),
  })
  .map(({ target, host, forwardedHost, forwardedProto }) =>
    pageLoad(target, {
      ...(host !== undefined && { host }),
      ...(forwardedHost !== undefined && { 'x-forwarded-host': forwardedHost }),
      ...(forwardedProto !== undefined && { 'x-forwarded-proto': forwardedProto }),
    }),
  )
  .filter(isRepresentable);

describe('redirect of any request leads to the sign-in page only', () => {
  it.each(['https://accounts.example.com/sign-in', '/sign-in'])('%s', signInUrl => {
    fc.assert(
      fc.property(requests, fc.constantFrom('auto' as const, 'redirect' as const), (request, policy) => {
        const location = signInLocation(request, policy, signInUrl);
        if (location !== undefined) expect(location.split('?')[0]).toBe(signInUrl);
      }),
      { numRuns: 5_000, seed: 1 },
    );
  });
});

it('the redirect without a sign-in page leads to / of the same host', () => {
  fc.assert(
    fc.property(requests, request => {
      const location = signInLocation(request, 'redirect', '');
      expect([undefined, '/']).toContain(location);
    }),
    { numRuns: 2_000, seed: 1 },
  );
});
