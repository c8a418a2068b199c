import { describe, expect, it } from '@jest/globals';

import { readOptions } from '../../../lib/testing/cli/options.js';
import { assertDevelopment } from '../../../lib/testing/production-environment.js';

describe('options of npx nest-clerk local', () => {
  it('have defaults', () => {
    expect(readOptions(['local'])).toEqual({
      port: 4100,
      seed: undefined,
      state: undefined,
      watch: false,
      force: false,
      allowedOrigins: [],
      allowedHosts: [],
      webhooks: [],
    });
    expect(readOptions(['--help'])).toBe('help');
    expect(readOptions(['local', '--print-schema'])).toBe('schema');
  });

  it.each([
    [[], /only command is 'local'/],
    [['remote'], /only command is 'local'/],
    [['local', '--port', '70000'], /--port/],
    [['local', '--port', 'x'], /--port/],
    [['local', '--watch'], /--watch needs --seed/],
    [['local', '--no-such'], /--no-such/],
    [['local', '--webhook', 'localhost:3000'], /--webhook is an http URL/],
  ])('%j are rejected', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });

  it.each([
    [{ NODE_ENV: 'production' }, /NODE_ENV is production/],
    [{ CLERK_SECRET_KEY: 'sk_live_x' }, /CLERK_SECRET_KEY is a key of a production instance/],
    [{ NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: 'pk_live_x' }, /NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY/],
  ])('stop the start in the environment %j without showing the key', (environment, message) => {
    expect(() => assertDevelopment(environment)).toThrow(message);
    expect(() => assertDevelopment(environment)).not.toThrow(/live_x/);
  });

  it('are accepted in a development environment', () => {
    expect(() => assertDevelopment({ NODE_ENV: 'development', CLERK_SECRET_KEY: 'sk_test_x' })).not.toThrow();
  });
});
