import { describe, expect, it } from '@jest/globals';

import { bearerChallenge } from '../../lib/oauth/bearer-challenge.js';

describe('bearerChallenge()', () => {
  it.each([
    [{}, 'Bearer realm="Clerk"'],
    [
      { error: 'invalid_token', errorDescription: 'token-expired' },
      'Bearer realm="Clerk", error="invalid_token", error_description="token-expired"',
    ],
    [
      { error: 'insufficient_scope', scopes: ['profile', 'email'] },
      'Bearer realm="Clerk", error="insufficient_scope", scope="profile email"',
    ],
    [
      {
        error: 'insufficient_scope',
        errorDescription: 'More is needed.',
        scopes: ['profile'],
        resourceMetadata: 'https://example.com/.well-known/oauth-protected-resource',
      },
      'Bearer resource_metadata="https://example.com/.well-known/oauth-protected-resource", realm="Clerk", ' +
        'error="insufficient_scope", error_description="More is needed.", scope="profile"',
    ],
    [{ scopes: [] }, 'Bearer realm="Clerk"'],
  ] as const)('returns %j', (challenge, header) => {
    expect(bearerChallenge(challenge)).toBe(header);
  });

  it('quotes values so that none ends its quotes or the header', () => {
    const value = 'a"b\\c\r\nd\u0000e\u00e9f';
    expect(
      bearerChallenge({
        error: 'insufficient_scope',
        errorDescription: value,
        scopes: [value],
        resourceMetadata: value,
      }),
    ).toBe(
      'Bearer resource_metadata="abcdef", realm="Clerk", error="insufficient_scope", ' +
        'error_description="abcdef", scope="abcdef"',
    );
  });
});
