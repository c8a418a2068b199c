import { afterEach, describe, expect, it, jest } from '@jest/globals';

import { checkClaims, checkOAuthAudience } from '../../lib/tokens/claim-checks.js';
import type { ClaimRequirements } from '../../lib/tokens/claim-checks.js';
import { stopClock } from '../support/clock.js';

const NOW = Date.UTC(2026, 5, 1, 12);
const SECONDS = NOW / 1000;
const GOOD = { sub: 'user_alice', exp: SECONDS + 60, nbf: SECONDS - 10, iat: SECONDS };

afterEach(() => {
  jest.restoreAllMocks();
});

function reasonFor(
  claims: Record<string, unknown>,
  requirements: ClaimRequirements = {},
  now = NOW,
): string | undefined {
  stopClock(now);
  return checkClaims({ ...GOOD, ...claims }, requirements)?.reason;
}

describe('time claims of a token', () => {
  const inAnHour = SECONDS + 3600;

  it.each([
    ['exp', 5000, undefined],
    ['exp', 0, 0],
    ['exp', 1, 1],
    ['exp', 60_000, 60_000],
    ['exp', 5000, Number.NaN],
    ['exp', 5000, Number.POSITIVE_INFINITY],
  ])('%s makes it expire %i ms later when clockSkewInMs is %p', (_claim, skew, clockSkewInMs) => {
    const claims = { exp: inAnHour };
    const end = inAnHour * 1000 + skew;

    expect(reasonFor(claims, { clockSkewInMs }, end - 1)).toBeUndefined();
    expect(reasonFor(claims, { clockSkewInMs }, end)).toBe('token-expired');
  });

  it.each([
    ['nbf', 5000, undefined, 'token-not-active-yet'],
    ['nbf', 0, 0, 'token-not-active-yet'],
    ['iat', 5000, undefined, 'token-iat-in-the-future'],
    ['iat', 0, 0, 'token-iat-in-the-future'],
    ['iat', 250, 250, 'token-iat-in-the-future'],
  ])('%s makes it valid %i ms earlier when clockSkewInMs is %p', (claim, skew, clockSkewInMs, reason) => {
    const claims = { exp: inAnHour, [claim]: SECONDS + 600 };
    const start = (SECONDS + 600) * 1000 - skew;

    expect(reasonFor(claims, { clockSkewInMs }, start)).toBeUndefined();
    expect(reasonFor(claims, { clockSkewInMs }, start - 1)).toBe(reason);
  });

  it('are compared in whole seconds, as in @clerk/backend', () => {
    const claims = { exp: SECONDS + 60.999 };

    expect(reasonFor(claims, { clockSkewInMs: 0 }, NOW + 59_999)).toBeUndefined();
    expect(reasonFor(claims, { clockSkewInMs: 0 }, NOW + 60_000)).toBe('token-expired');
  });

  it('require exp and no nbf or iat', () => {
    expect(reasonFor({ exp: undefined })).toBe('token-verification-failed');
    expect(reasonFor({ nbf: undefined, iat: undefined })).toBeUndefined();
  });

  it.each(['exp', 'nbf', 'iat'])('reject an %s that is not a number', claim => {
    for (const value of [String(SECONDS), null, {}, [], true]) {
      expect(reasonFor({ [claim]: value })).toBe('token-verification-failed');
    }
  });

  it.each([
    ['exp', Number.NaN],
    ['exp', -1e300],
    ['nbf', 1e300],
    ['iat', 1e300],
  ])('reject %s = %d', (claim, value) => {
    expect(reasonFor({ [claim]: value })).toBeDefined();
  });
});

describe('subject (sub)', () => {
  it.each([undefined, null, 5, {}, ['user_alice'], true])('%j is rejected', sub => {
    expect(reasonFor({ sub })).toBe('token-verification-failed');
  });
});

describe('authorized party (azp)', () => {
  const authorizedParties = ['https://app.example.com', 'https://admin.example.com'];

  it.each(authorizedParties)('%s is accepted if it is configured', azp => {
    expect(reasonFor({ azp }, { authorizedParties })).toBeUndefined();
  });

  it.each([
    ['missing', undefined],
    ['null', null],
    ['empty', ''],
    ['another origin', 'https://evil.example.com'],
    ['a longer origin', 'https://app.example.com.evil.example'],
    ['another case', 'https://APP.example.com'],
    ['a list', ['https://app.example.com']],
    ['an object', { toString: 'https://app.example.com' }],
  ])('%s is rejected if other parties are configured', (_what, azp) => {
    expect(reasonFor({ azp }, { authorizedParties })).toBe('token-invalid-authorized-parties');
  });

  it('that is empty is rejected, even if an empty party is configured by mistake', () => {
    expect(reasonFor({ azp: '' }, { authorizedParties: [''] })).toBe('token-invalid-authorized-parties');
  });

  it.each([undefined, []])('is not checked if authorizedParties is %j', parties => {
    expect(reasonFor({ azp: 'https://evil.example.com' }, { authorizedParties: parties })).toBeUndefined();
  });
});

describe('audience (aud)', () => {
  it.each<[unknown, string | string[] | undefined]>([
    ['api', 'api'],
    ['api', ['other', 'api']],
    [['web', 'api'], 'api'],
    ['anything', undefined],
    ['anything', []],
    ['anything', ''],
    [undefined, 'api'],
    ['', 'api'],
    [[''], 'api'],
    [[], 'api'],
    [[[]], undefined],
    [null, 'api'],
  ])('%j is accepted if %j is configured', (aud, audience) => {
    expect(reasonFor({ aud }, { audience })).toBeUndefined();
  });

  it.each<[unknown, string | string[]]>([
    ['web', 'api'],
    ['web', ['api', 'mobile']],
    [['web', 'tv'], 'api'],
    ['api ', 'api'],
    [[['api']], 'api'],
    [[[['api']]], 'api'],
    [[[]], 'api'],
    [['api', ['api']], 'api'],
    [['api', 5], 'api'],
    [['api', null], 'api'],
    [[5], 'api'],
    [5, 'api'],
    [true, 'api'],
    [{ 0: 'api' }, 'api'],
  ])('%j is rejected if %j is configured', (aud, audience) => {
    expect(reasonFor({ aud }, { audience })).toBe('token-verification-failed');
  });

  it.each<[unknown, boolean]>([
    ['api', true],
    [['web', 'api'], true],
    ['web', false],
    [undefined, false],
    ['', false],
    [[], false],
    [['api', ''], false],
    [['api', 5], false],
    [[['api']], false],
    [{ 0: 'api' }, false],
  ])('of an OAuth token is required if it is configured: %j', (aud, isAccepted) => {
    const { reason } = checkOAuthAudience(aud, { audience: 'api' }) ?? {};
    expect(reason).toBe(isAccepted ? undefined : 'token-verification-failed');
    expect(checkOAuthAudience(aud, {})).toBeUndefined();
  });

  it.each<[unknown, string, boolean]>([
    ['https://mcp.example.com/mcp', 'https://mcp.example.com/mcp', true],
    [['https://api.example.com', 'https://mcp.example.com/mcp'], 'https://mcp.example.com/mcp', true],
    ['HTTPS://MCP.example.com:443/mcp', 'https://mcp.example.com/mcp', true],
    ['https://mcp.example.com/', 'https://mcp.example.com', true],
    ['https://mcp.example.com/mcp/', 'https://mcp.example.com/mcp', false],
    ['https://mcp.example.com/MCP', 'https://mcp.example.com/mcp', false],
    ['https://mcp.example.com/mcp/other', 'https://mcp.example.com/mcp', false],
    ['https://mcp.example.com', 'https://mcp.example.com/mcp', false],
    ['http://mcp.example.com/mcp', 'https://mcp.example.com/mcp', false],
    ['https://mcp.example.com.evil.example/mcp', 'https://mcp.example.com/mcp', false],
    [undefined, 'https://mcp.example.com/mcp', false],
    [[], 'https://mcp.example.com/mcp', false],
    [['https://mcp.example.com/mcp', 5], 'https://mcp.example.com/mcp', false],
  ])('%j of an OAuth token for the resource %s: accepted %s', (aud, oauthResource, isAccepted) => {
    const { reason } = checkOAuthAudience(aud, { oauthResource }) ?? {};
    expect(reason).toBe(isAccepted ? undefined : 'token-verification-failed');
  });
});

describe('issuer (iss)', () => {
  it('is checked only if it is configured', () => {
    const issuer = ['https://clerk.example.com', 'https://clerk.example.org'];

    expect(reasonFor({ iss: 'https://clerk.example.org' }, { issuer })).toBeUndefined();
    expect(reasonFor({ iss: 'https://evil.example.com' }, { issuer })).toBe('token-invalid-issuer');
    expect(reasonFor({ iss: undefined }, { issuer })).toBe('token-invalid-issuer');
    expect(reasonFor({ iss: 'https://anything.example.com' })).toBeUndefined();
  });
});

describe('rejection for a time claim', () => {
  it.each([
    [{ exp: SECONDS - 65 }, undefined, 'expired 65 s ago (exp), and clocks may differ by 5 s'],
    [{ exp: SECONDS - 2.5 }, 500, 'expired 3 s ago (exp), and clocks may differ by 0.5 s'],
    [{ nbf: SECONDS + 90 }, 0, 'not active for another 90 s (nbf), and clocks may differ by 0 s'],
    [{ iat: SECONDS + 10 }, undefined, 'issued 10 s in the future (iat), and clocks may differ by 5 s'],
  ])('has the difference and the tolerance in its message: %j', (claims, clockSkewInMs, message) => {
    stopClock(NOW);
    expect(checkClaims({ ...GOOD, ...claims }, { clockSkewInMs })?.message).toContain(message);
  });
});

it('a rejection for another claim does not contain claims or configuration', () => {
  const canary = 'canary-value';
  const requirements = { authorizedParties: [canary], audience: canary, issuer: canary };
  stopClock(NOW);

  for (const claims of [
    { ...GOOD, azp: 'canary-azp' },
    { ...GOOD, aud: 'canary-aud' },
    { ...GOOD, azp: canary, iss: 'canary-iss' },
    { ...GOOD, sub: ['canary-sub'] },
    { ...GOOD, azp: canary, iss: canary, exp: 'canary-exp' },
  ]) {
    const rejection = checkClaims(claims, requirements);
    expect(rejection).toBeDefined();
    expect(JSON.stringify(rejection)).not.toContain('canary');
  }
});
