import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, UseGuards } from '@nestjs/common';
import { AcceptsToken, ClerkAuthGuard, ClerkModule, Protect } from 'nest-clerk';
import type { ClerkModuleOptions, MissingRequirements } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';
import type { SessionTokenOptions } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';
import { recordingLogger } from '../../../support/who-app.js';

let local: LocalClerk;
let records: string[];

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
afterEach(closeApps);

@Controller()
class ProtectedController {
  @Get('plan')
  @Protect({ plan: ['org:pro', 'org:enterprise'] })
  plan() {}

  @Get('own-plan')
  @Protect({ plan: 'user:pro' })
  ownPlan() {}

  @Get('role')
  @Protect({ role: 'org:admin' })
  role() {}

  @Get('several')
  @Protect({ permission: 'org:invoices:manage', feature: 'org:export', reverification: 'strict' })
  several() {}

  @Get('organization')
  @Protect({ organization: true })
  organization() {}

  @Get('person')
  @Protect({ impersonated: false })
  person() {}

  @Get('reverification')
  @Protect({ reverification: { level: 'second_factor', afterMinutes: 10 } })
  reverification() {}

  @Get('function')
  @Protect(() => false)
  function() {}

  @Get('scopes')
  @AcceptsToken('api_key')
  @Protect({ scopes: ['orders:write'] })
  scopes() {}

  @Get('sessions')
  @UseGuards(ClerkAuthGuard)
  sessions() {}

  @Get('machines')
  @AcceptsToken('m2m_token', 'oauth_token')
  @UseGuards(ClerkAuthGuard)
  machines() {}
}

function start(options: ClerkModuleOptions = { describeRejections: true }) {
  records = [];
  const logger = { ...recordingLogger(), debug: (record: unknown) => void records.push(String(record)) };
  return startNest({
    imports: [ClerkModule.forRoot({ ...local.keys, jwtKey: local.jwtKey, ...options })],
    controllers: [ProtectedController],
    logger,
  });
}

const as = async (options: Partial<SessionTokenOptions> = {}) =>
  bearer(await local.issueSessionToken({ userId: 'user_alice', ...options }));
const MEMBER = { orgId: 'org_acme', orgRole: 'org:member', orgPermissions: [] };
const IMPERSONATED = { claims: { act: { sub: 'user_admin' } } };
const UNVERIFIED: Partial<SessionTokenOptions> = { factorVerificationAge: [600, 600] };

describe('a 403 with describeRejections', () => {
  it.each<[string, Partial<SessionTokenOptions>, MissingRequirements]>([
    ['/plan', MEMBER, { plan: ['org:pro', 'org:enterprise'] }],
    ['/plan', {}, { plan: ['org:pro', 'org:enterprise'], organization: true }],
    ['/own-plan', {}, { plan: ['user:pro'] }],
    ['/role', MEMBER, { role: ['org:admin'] }],
    ['/role', {}, { role: ['org:admin'], organization: true }],
    [
      '/several',
      { ...MEMBER, ...UNVERIFIED },
      { permission: ['org:invoices:manage'], feature: ['org:export'], reverification: 'strict' },
    ],
    ['/organization', {}, { organization: true }],
    ['/person', IMPERSONATED, { impersonated: false }],
    ['/reverification', UNVERIFIED, { reverification: { level: 'second_factor', afterMinutes: 10 } }],
  ])('says what is missing on %s for %j', async (path, options, missing) => {
    const app = await start();
    const { status, json } = await app.get(path, await as(options));
    expect([status, json.missing]).toEqual([403, missing]);
  });

  it('says which scopes a machine token lacks', async () => {
    const app = await start();
    const { secret } = local.apiKeys.create({ subject: 'user_alice', name: 'CI', scopes: ['orders:read'] });
    const { status, json, headers } = await app.get('/scopes', bearer(secret));
    expect([status, json.missing]).toEqual([403, { scopes: ['orders:write'] }]);
    expect(headers['www-authenticate']).toContain('insufficient_scope');
  });

  it('says nothing about a function', async () => {
    const app = await start();
    const { status, json } = await app.get('/function', await as());
    expect(status).toBe(403);
    expect(json).not.toHaveProperty('missing');
  });
});

describe('a 401 with describeRejections', () => {
  it('says which types of token the route accepts', async () => {
    const app = await start();
    const { secret } = local.apiKeys.create({ subject: 'user_alice', name: 'CI' });
    const ofKey = await app.get('/sessions', bearer(secret));
    expect([ofKey.status, ofKey.json.missing]).toEqual([401, { tokenType: ['session_token'] }]);
    const ofSession = await app.get('/machines', await as());
    expect(ofSession.status).toBe(401);
    expect([...ofSession.json.missing.tokenType].sort()).toEqual(['m2m_token', 'oauth_token']);
  });

  it('says nothing more of a token that is invalid', async () => {
    const app = await start();
    expect((await app.get('/sessions', bearer('garbage'))).json).not.toHaveProperty('missing');
  });
});

describe('a rejection without describeRejections', () => {
  it('keeps the names of requirements to itself, and logs them at debug level', async () => {
    const app = await start({});
    const { json, text } = await app.get('/plan?token=secret', await as());
    expect(json).toEqual({
      statusCode: 403,
      message: 'Forbidden',
      error: 'Forbidden',
      reason: 'requirement-not-met',
    });
    expect(text).not.toContain('org:pro');
    expect(records).toEqual([
      'GET /plan (ProtectedController.plan) is denied: the caller lacks an active organization, the plan org:pro or ' +
        'org:enterprise.',
    ]);
    await app.get('/function', await as());
    expect(records[1]).toContain('is denied: a function of @Protect() does not allow it.');
  });
});
