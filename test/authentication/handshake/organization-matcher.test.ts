import { describe, expect, it } from '@jest/globals';
import { match } from 'path-to-regexp';

import { createOrganizationMatcher } from '../../../lib/authentication/handshake/organization-matcher.js';

const MANY = ['/(.*)/orgs/(.*)/x/(.*)/:slug/(.*)/end'];

describe('organizationMatcher()', () => {
  it('matches usual paths as path-to-regexp does', () => {
    const matcher = createOrganizationMatcher({ organizationPatterns: MANY });
    for (const path of ['/a/orgs/b/x/c/acme/d/end', '/a/b/c/orgs/b/x/y/c/acme/d/e/end', '/a/orgs/b/end']) {
      const found = match<{ slug: string }>(MANY)(path);
      expect(matcher?.(path)).toEqual(found ? { type: 'organization', slug: found.params.slug } : undefined);
    }
  });

  it.each([
    ['slashes', '/a'.repeat(8000)],
    ['parts of the pattern', '/orgs/x'.repeat(2300)],
    ['no slashes', `/${'orgs'.repeat(4000)}`],
  ])('takes bounded time for 16 KB of %s', (_, path) => {
    const matcher = createOrganizationMatcher({ organizationPatterns: MANY });
    const before = process.cpuUsage();
    matcher?.(path);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(500);
  });

  it('matches 16 KB with one wildcard', () => {
    const matcher = createOrganizationMatcher({ organizationPatterns: ['/orgs/:slug/(.*)'] });
    expect(matcher?.(`/orgs/acme${'/a'.repeat(8000)}`)).toEqual({ type: 'organization', slug: 'acme' });
  });
});
