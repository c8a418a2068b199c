import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { PACKAGE_VERSION } from '../../lib/backend-api/version.js';

it('a request has the version of package.json in its User-Agent', () => {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  expect(PACKAGE_VERSION).toBe(manifest.version);
});
