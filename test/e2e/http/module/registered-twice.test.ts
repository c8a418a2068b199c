import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { ClerkModule } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { bearer, startNestApp } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';

let acme: LocalClerk;
let globex: LocalClerk;

beforeAll(async () => {
  acme = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  globex = await LocalClerk.create({ users: [{ id: 'user_bob' }] });
});
beforeEach(() => setEnvironment({}));
afterEach(closeApps);

/** A feature module that configures Clerk by itself. */
function featureWith(clerk: DynamicModule): DynamicModule {
  @Module({})
  class FeatureModule {}
  return { module: FeatureModule, imports: [clerk] };
}

const forAcme = () => ClerkModule.forRoot(acme.keys);
const forGlobex = () => ClerkModule.forRoot(globex.keys);
const forGlobexLater = () => ClerkModule.forRootAsync({ useFactory: () => globex.keys });

describe('start of an application with two configurations of Clerk fails', () => {
  it.each<[string, () => DynamicModule[]]>([
    ['with both in one module', () => [forAcme(), forGlobex()]],
    ['with one of them in a feature module', () => [forAcme(), featureWith(forGlobex())]],
    ['with each in a feature module', () => [featureWith(forAcme()), featureWith(forGlobex())]],
    ['with an asynchronous one', () => [forAcme(), forGlobexLater()]],
  ])('%s', async (_where, imports) => {
    const problem = { name: 'ClerkConfigurationError', code: 'module_registered_twice' };
    const hint = { message: expect.stringContaining('requestOptions') };

    await expect(startNest({ imports: imports() })).rejects.toMatchObject({ ...problem, ...hint });
    const testing = Test.createTestingModule({ imports: imports() }).compile();
    await expect(testing).rejects.toMatchObject({ ...problem, ...hint });
  });
});

it('two applications in one process have a configuration each', async () => {
  const apps = await Promise.all([startNestApp(acme.keys), startNestApp(globex.keys)]);
  const tokens = [
    await acme.issueSessionToken({ userId: 'user_alice' }),
    await globex.issueSessionToken({ userId: 'user_bob' }),
  ];

  const statuses = apps.map(app =>
    tokens.map(async token => (await app.get('/guarded', bearer(token))).status),
  );

  expect(await Promise.all(statuses.map(each => Promise.all(each)))).toEqual([
    [200, 401],
    [401, 200],
  ]);
});

it('many modules may import one configuration', async () => {
  const clerk = forAcme();

  await expect(
    startNest({ imports: [clerk, featureWith(clerk), featureWith(clerk)] }),
  ).resolves.toBeDefined();
});
