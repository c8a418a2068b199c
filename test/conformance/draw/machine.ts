import { failure } from '../backend-api.js';
import type { ScriptedAnswer } from '../backend-api.js';
import type { Claims } from './claims.js';
import { ODD_VALUES } from './claim-mutations.js';
import { AUDIENCES } from './claims.js';
import type { DrawContext } from './context.js';
import type { DrawnToken, TokenDraft } from './token.js';
import { applyAlteration, signedText, TOKEN_CATEGORY } from './token.js';

/** An API key, an M2M token or an OAuth access token: opaque and verified by the Backend API, or a JWT. */
export function drawMachineCredential(context: DrawContext): Promise<string> {
  return context.random.weighted([
    [3, drawApiKey],
    [3, drawOpaqueM2mToken],
    [3, drawOpaqueOAuthToken],
    [8, async () => (await drawMachineJwt(context)).text],
    [
      1,
      async ({ random }: DrawContext) =>
        random.pick(['ak_', 'mt_', 'oat_', 'ak_unknown', 'AK_x', 'mt_a.b.c', 'oat_%20', 'akx']),
    ],
  ])(context);
}

async function drawApiKey(context: DrawContext): Promise<string> {
  const { random, instant } = context;
  const secret = `ak_${random.identifier(12)}`;
  const key: Claims = {
    object: 'api_key',
    id: 'ak_id',
    type: 'api_key',
    name: 'CI',
    subject: random.pick(['user_1', 'org_1', 'mch_1']),
    scopes: random.pick([['read', 'write'], []]),
    claims: random.pick([null, { tier: 'gold' }]),
    revoked: false,
    expired: false,
    expiration: instant + 1000,
    created_at: instant,
    updated_at: instant,
  };
  return context.prepare({
    operation: 'api_key',
    credential: secret,
    answer: drawVerification(context, key),
  });
}

async function drawOpaqueM2mToken(context: DrawContext): Promise<string> {
  const { random, instant } = context;
  const token = `mt_${random.identifier(12)}`;
  const resource: Claims = {
    object: 'machine_to_machine_token',
    id: 'mt_id',
    subject: 'mch_1',
    scopes: random.pick([['mch_2'], ['mch_2', 'mch_3']]),
    claims: null,
    revoked: false,
    expired: false,
    expiration: null,
    created_at: instant,
    updated_at: instant,
  };
  return context.prepare({
    operation: 'm2m_token',
    credential: token,
    answer: drawVerification(context, resource),
  });
}

async function drawOpaqueOAuthToken(context: DrawContext): Promise<string> {
  const { random, instant } = context;
  const token = `oat_${random.identifier(12)}`;
  const resource: Claims = {
    object: 'clerk_idp_oauth_access_token',
    id: 'oat_id',
    client_id: 'client_1',
    type: 'oauth_token',
    subject: 'user_1',
    scopes: ['profile', 'email'],
    revoked: false,
    expired: false,
    expiration: instant + 1000,
    created_at: instant,
    updated_at: instant,
    aud: random.pick([undefined, [AUDIENCES[0]], ['other'], [], AUDIENCES[0]]),
  };
  return context.prepare({
    operation: 'oauth_token',
    credential: token,
    answer: drawVerification(context, resource),
  });
}

/** Mostly the resource, otherwise a rejection, an outage, or a resource with one wrong field. */
function drawVerification(context: DrawContext, resource: Claims): ScriptedAnswer {
  const { random, labels } = context;
  if (random.chance(0.05)) {
    labels.add('mistyped machine resource');
    const field = random.pick(['id', 'name', 'scopes', 'claims', 'client_id', 'subject']);
    return { status: 200, body: { ...resource, [field]: random.pick(ODD_VALUES) } };
  }
  return random.weighted([
    [12, { status: 200, body: resource }],
    [2, failure(404, 'api_key_not_found')],
    [1, failure(401, 'authentication_invalid')],
    [1, failure(422, 'form_param_invalid')],
    [1, failure(500, 'internal')],
    [1, { status: 500, body: 'down', contentType: 'text/html' }],
  ]);
}

/** An M2M token or OAuth access token as a JWT, signed by the instance. */
export function drawMachineJwt(context: DrawContext): Promise<DrawnToken> {
  return context.random.pick([drawM2mJwt, drawOAuthJwt])(context);
}

async function drawM2mJwt(context: DrawContext): Promise<DrawnToken> {
  const { random } = context;
  const claims = machineClaims(context, 'mch_1');
  if (random.chance(0.4)) claims['scopes'] = random.pick(['mch_2 mch_3', '', 'mch_2']);
  if (random.chance(0.4)) claims['aud'] = random.pick([['mch_2'], AUDIENCES[0], [AUDIENCES[0]]]);
  if (random.chance(0.3)) claims['tier'] = 'gold';
  const header: Claims = {};
  if (random.chance(0.6)) header['cat'] = TOKEN_CATEGORY.m2m;
  return signMachineJwt(context, header, claims);
}

async function drawOAuthJwt(context: DrawContext): Promise<DrawnToken> {
  const { random } = context;
  const claims = machineClaims(context, 'user_1');
  claims['client_id'] = 'client_1';
  if (random.chance(0.4)) claims['scope'] = random.pick(['profile email', 'profile', '']);
  if (random.chance(0.3)) claims['scp'] = ['profile'];
  if (random.chance(0.5))
    claims['aud'] = random.pick([AUDIENCES[0], [AUDIENCES[0]], 'other', ['other'], [], '', 5]);
  if (random.chance(0.2)) claims['act'] = random.pick([{ sub: 'agent', act: { sub: 'inner' } }, 'x', null]);
  return signMachineJwt(
    context,
    { typ: random.pick(['at+jwt', 'application/at+jwt', 'at+jwt', 'AT+JWT']) },
    claims,
  );
}

function machineClaims({ random, instant, issuing }: DrawContext, subject: string): Claims {
  const iat = Math.floor(instant / 1000) - random.integer(50);
  const edge = Math.floor((instant - issuing.clockSkewInMs) / 1000) + random.pick([-1, 0, 1]);
  const exp = random.weighted([
    [8, iat + 60],
    [1, iat - 60],
    [1, edge],
  ]);
  return {
    iss: issuing.instance.issuer,
    sub: subject,
    iat,
    nbf: iat - 10,
    exp,
    jti: `jti_${random.identifier(6)}`,
  };
}

async function signMachineJwt(context: DrawContext, header: Claims, claims: Claims): Promise<DrawnToken> {
  const { random, instances, configuration } = context;
  const { instance } = configuration;
  if (random.chance(0.12))
    claims[random.pick(['exp', 'iat', 'nbf', 'jti', 'aud', 'scope', 'scopes', 'scp', 'client_id', 'act'])] =
      random.pick(ODD_VALUES);
  const draft: TokenDraft = {
    header: { alg: 'RS256', kid: instance.kid, typ: 'JWT', ...header },
    claims,
    signer: instance,
    algorithm: 'RS256',
  };
  if (random.chance(0.2)) applyAlteration(draft, random, instances);
  return { text: await signedText(draft), iat: Math.floor(context.instant / 1000) - 10 };
}
