import * as reference from '@clerk/backend/proxy';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import * as ours from '../../lib/express/index.js';

const SUFFIXES = [
  '.lcl.dev',
  '.lclstage.dev',
  'lclstage.dev',
  '.lclclerk.com',
  '.accountsstage.dev',
  '.accounts.dev',
  '.com',
  '',
];

describe("functions of @clerk/backend's proxy entry point", () => {
  it('all exist', () => {
    expect(Object.keys(ours)).toEqual(expect.arrayContaining(Object.keys(reference)));
    expect(ours.DEFAULT_PROXY_PATH).toBe(reference.DEFAULT_PROXY_PATH);
  });

  it('fapiUrlFromPublishableKey() returns the same URL for any key', () => {
    const hosts = fc
      .tuple(
        fc.constantFrom('clerk.', 'happy-fox-1.clerk', 'a', ''),
        fc.constantFrom(...SUFFIXES),
        fc.constantFrom('$', '', '$$'),
      )
      .map(parts => parts.join(''));
    const keys = fc
      .tuple(fc.constantFrom('pk_test_', 'pk_live_', 'sk_test_', ''), fc.oneof(hosts.map(btoa), fc.string()))
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(keys, key => {
        expect(ours.fapiUrlFromPublishableKey(key)).toBe(reference.fapiUrlFromPublishableKey(key));
      }),
      { numRuns: 2000 },
    );
  });

  it('stripTrailingSlashes() returns the same string for any string', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('/', 'a', '//', '\\')), parts => {
        expect(ours.stripTrailingSlashes(parts.join(''))).toBe(
          reference.stripTrailingSlashes(parts.join('')),
        );
      }),
    );
  });

  it('matchProxyPath() matches the same requests', () => {
    const pathname = fc
      .array(fc.constantFrom('/', '__clerk', '..', '%2e', 'a', '@', '\\', '?', '//'))
      .map(parts => `/${parts.join('')}`);
    const proxyPath = fc.constantFrom(undefined, '/__clerk', '/__clerk//', '/a/__clerk', '/');
    fc.assert(
      fc.property(pathname, proxyPath, (path, option) => {
        const request = new Request(`https://app.example${path}`);
        expect(ours.matchProxyPath(request, { proxyPath: option })).toBe(
          reference.matchProxyPath(request, { proxyPath: option }),
        );
      }),
      { numRuns: 2000 },
    );
  });
});
