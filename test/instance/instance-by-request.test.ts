import { describe, expect, it } from '@jest/globals';

import type { Instance } from '../../lib/authentication/instance.js';
import { instanceByRequest } from '../../lib/instance/instance-by-request.js';
import type { ClerkOptions, NodeRequest } from '../../lib/instance/options.js';

const log = { warn() {}, debug() {} };
const request = (host: string) => ({ headers: { host } }) as NodeRequest;
/** An instance that shows the options that it was made from. */
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
});
