import { describe, expect, it } from '@jest/globals';

import type { Instance } from '../../lib/authentication/instance.js';
import { instanceByRequest } from '../../lib/instance/instance-by-request.js';
import type { ClerkOptions, NodeRequest } from '../../lib/instance/options.js';

const log = { warn() {}, debug() {} };
const request = (host: string) => ({ headers: { host } }) as NodeRequest;
/** An instance that exposes its options. */
const prepare = (options: ClerkOptions) => ({ publishableKey: options.publishableKey }) as Instance;
const keysOf = async (instance: Promise<Instance | undefined> | Instance | undefined) =>
  (await instance)?.publishableKey;

describe('instanceByRequest() with asynchronous options', () => {
  it('keeps pipelined requests apart if one mutable object is returned for all', async () => {
    const shared: ClerkOptions = {};
    const choose = instanceByRequest<ClerkOptions>(
      async ({ headers }) => {
        await Promise.resolve();
        shared.publishableKey = headers.host;
        return shared;
      },
      prepare,
      log,
    );
    const hosts = ['a', 'b', 'c', 'a', 'b'];
    expect(await Promise.all(hosts.map(host => keysOf(choose(request(host)))))).toEqual(hosts);
    expect(await Promise.all(hosts.map(host => keysOf(choose(request(host)))))).toEqual(hosts);
  });

  it('calls the function concurrently if each request gets an object of its own', async () => {
    let waiting = 0;
    let most = 0;
    const choose = instanceByRequest<ClerkOptions>(
      async ({ headers }) => {
        most = Math.max(most, ++waiting);
        await new Promise(setImmediate);
        waiting--;
        return { publishableKey: headers.host };
      },
      prepare,
      log,
    );
    await Promise.all(['a', 'b'].map(host => keysOf(choose(request(host)))));
    most = 0;
    expect(await Promise.all(['a', 'b', 'c'].map(host => keysOf(choose(request(host)))))).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(most).toBe(3);
  });

  it('continues with the next request if one of a queue fails', async () => {
    const shared: ClerkOptions = {};
    const choose = instanceByRequest<ClerkOptions>(
      async ({ headers }) => {
        await Promise.resolve();
        if (headers.host === 'broken') throw new Error('no database');
        shared.publishableKey = headers.host;
        return shared;
      },
      prepare,
      log,
    );
    await Promise.all([keysOf(choose(request('a'))), keysOf(choose(request('b')))]);
    const answers = await Promise.allSettled(['broken', 'b'].map(host => keysOf(choose(request(host)))));
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });

  it.each<[string, () => ClerkOptions | undefined]>([
    ['an object of its own without keys', () => ({})],
    ['nothing', () => undefined],
    ['an object of its own with the keys of a default instance', () => ({ publishableKey: 'default' })],
  ])('keeps tenants apart that share one mutable object if other requests get %s', async (_, fallback) => {
    const shared: ClerkOptions = {};
    const choose = instanceByRequest<ClerkOptions>(
      async ({ headers }) => {
        await Promise.resolve();
        if (headers.host?.startsWith('stranger')) return fallback();
        shared.publishableKey = headers.host;
        return shared;
      },
      prepare,
      log,
    );
    for (const host of ['stranger 1', 'stranger 2', 'a']) await keysOf(choose(request(host)));
    const hosts = ['b', 'a', 'stranger 3', 'c', 'a'];
    for (let round = 0; round < 2; round++) {
      const keys = await Promise.all(hosts.map(host => keysOf(choose(request(host)))));
      expect(keys.filter((_key, index) => hosts[index] !== 'stranger 3')).toEqual(['b', 'a', 'c', 'a']);
    }
  });

  it('calls the options concurrently again after a table of tenants has proved stable', async () => {
    let waiting = 0;
    let most = 0;
    const table = new Map(['a', 'b'].map(host => [host, { publishableKey: host }]));
    const choose = instanceByRequest<ClerkOptions>(
      async ({ headers }) => {
        most = Math.max(most, ++waiting);
        await new Promise(setImmediate);
        waiting--;
        return table.get(headers.host ?? '');
      },
      prepare,
      log,
    );
    const ask = (...hosts: string[]) => Promise.all(hosts.map(host => keysOf(choose(request(host)))));
    await ask('a', 'a', 'b', 'b');
    most = 0;
    expect(await ask('a', 'b', 'a')).toEqual(['a', 'b', 'a']);
    expect(most).toBe(3);
  });
});

describe('instanceByRequest', () => {
  it('detects a changed list in the same object', async () => {
    const options = { publishableKey: 'key', authorizedParties: ['https://a.example'] };
    const choose = instanceByRequest<ClerkOptions>(
      () => options,
      ({ authorizedParties }) => ({ publishableKey: authorizedParties?.join() }) as Instance,
      log,
    );
    expect(await keysOf(choose(request('any')))).toBe('https://a.example');
    options.authorizedParties[0] = 'https://b.example';
    expect(await keysOf(choose(request('any')))).toBe('https://b.example');
  });
});
