import { describe, expect, it } from '@jest/globals';

import { buildRevision } from './other-build.js';

describe('buildRevision', () => {
  it.each(['no-such-branch', '--all', ''])('rejects the unknown revision "%s"', revision => {
    expect(() => buildRevision(revision)).toThrow(`git has no revision "${revision}".`);
  });
});
