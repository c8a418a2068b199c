import { channel } from 'node:diagnostics_channel';

import { expect, it, jest } from '@jest/globals';

import { enableOpenTelemetry } from '../../lib/telemetry/open-telemetry.js';

jest.unstable_mockModule('@opentelemetry/api', () => {
  throw new Error("Cannot find package '@opentelemetry/api'");
});

it('a missing @opentelemetry/api is an error that says how to install it, and nothing listens', async () => {
  await expect(enableOpenTelemetry()).rejects.toThrow(
    expect.objectContaining({
      code: 'option_invalid',
      message: expect.stringContaining('npm install @opentelemetry/api'),
    }),
  );
  expect(channel('nest-clerk:authentication').hasSubscribers).toBe(false);
});
