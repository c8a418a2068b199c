import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { ClerkClient, createClerkClient, optionsOfClient } from '../../lib/express/clerk-client.js';

const options = { secretKey: 'sk_test_canaryOfTheClient', apiUrl: 'http://127.0.0.1:9' };

describe('proxied client', () => {
  const client = new ClerkClient(options);
  const proxy = new Proxy(client, {});

  it('has the options and the resources of the client', () => {
    expect(optionsOfClient(proxy)).toBe(options);
    expect(optionsOfClient(createClerkClient(options)).secretKey).toBe(options.secretKey);
    expect(proxy.users).toBe(client.users);
    expect(proxy.authenticateRequest).toBe(client.authenticateRequest);
  });

  it('does not show the keys in a log', () => {
    const shown = inspect(proxy, { showHidden: true, showProxy: true, depth: 9 }) + JSON.stringify(proxy);
    expect(shown).not.toContain('canaryOfTheClient');
  });
});
