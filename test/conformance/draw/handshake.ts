import { failure } from '../backend-api.js';
import type { ScriptedAnswer } from '../backend-api.js';
import type { Random } from '../random.js';
import { hasMalformedAudience } from '../decoded-tokens.js';
import type { DrawContext } from './context.js';
import type { DrawnToken } from './token.js';
import { drawSignedJwt } from './token.js';

/**
 * Cookies of handshakes, redirect counts and session refreshes.
 *
 * @param sessionToken - the one in the cookies of the request, if there is one
 */
export async function drawHandshakeCookies(context: DrawContext, sessionToken?: string): Promise<string[]> {
  const { random, configuration } = context;
  const pairs: string[] = [];
  if (random.chance(0.12))
    pairs.push(
      `__clerk_redirect_count=${random.pick(['0', '1', '2', '3', '4', 'x', '', '3.0', '-1', '%33'])}`,
    );
  if (random.chance(0.4)) {
    const token = await drawRefreshToken(context, sessionToken);
    const suffix = random.chance(0.85) ? `_${configuration.instance.cookieSuffix}` : '';
    pairs.push(`__refresh${suffix}=${token}`);
  }
  if (random.chance(0.06)) pairs.push(`__clerk_handshake=${await drawHandshakeToken(context)}`);
  if (random.chance(0.04)) pairs.push(`__clerk_handshake_nonce=${await drawNonce(context)}`);
  return pairs;
}

/** Query parameters of handshakes and satellite synchronization. */
export async function drawHandshakeQuery(context: DrawContext): Promise<string[]> {
  const { random } = context;
  const parameters: string[] = [];
  if (random.chance(0.05)) parameters.push(`__clerk_handshake=${await drawHandshakeToken(context)}`);
  if (random.chance(0.05)) parameters.push(`__clerk_handshake_nonce=${await drawNonce(context)}`);
  if (random.chance(0.06))
    parameters.push(
      `__clerk_synced=${random.pick(['true', 'false', '', 'TRUE', 'false&__clerk_synced=true'])}`,
    );
  if (random.chance(0.06)) parameters.push(`__clerk_redirect_url=${random.pick(RETURN_URLS)}`);
  if (random.chance(0.03)) parameters.push('__clerk_help=1');
  if (random.chance(0.03)) parameters.push('__clerk_db_jwt=dvb_query');
  if (random.chance(0.02))
    parameters.push(random.pick(['format=token', 'format=nonce', '__clerk_hs_reason=x']));
  return parameters.flatMap(parameter =>
    random.chance(0.25) ? mutateParameter(parameter, random) : [parameter],
  );
}

/** A parameter of a handshake as a stranger may write it. */
function mutateParameter(parameter: string, random: Random): string[] {
  const equals = parameter.indexOf('=');
  const name = parameter.slice(0, equals);
  const value = parameter.slice(equals + 1);
  return random.pick([
    [parameter, parameter],
    [parameter, `${name}=`],
    [`${name}=`, parameter],
    [parameter, `${name}=other`],
    [`${name}=other`, parameter],
    [`%5F%5F${name.slice(2)}=${value}`],
    [`${name.replaceAll('_', '%5f')}=${value}`],
    [`${name}=${encodeURIComponent(value)}`],
    [`${name}=${value.replaceAll('.', '%2E').replaceAll('_', '%5F')}`],
    [`${name}=%20${value}`],
    [`${name}=${value}%00`],
    [`${name}=${value.slice(0, -1)}`],
    [`${name}[]=${value}`],
    [`${name.toUpperCase()}=${value}`],
    [`${name}`],
    [`__clerk_handshake=${value}`],
    [`__clerk_handshake_nonce=${value}`],
  ]);
}

const RETURN_URLS = [
  'https%3A%2F%2Fsatellite.example%2Fpage%3Fx%3D1',
  'https%3A%2F%2Fsatellite.example%2F%3F__clerk_synced%3Dfalse',
  'http://satellite.example:3001/',
  '',
  '%2Frelative',
  'not%20a%20url',
  'javascript%3Aalert(1)',
];

/** The cookies that the Frontend API sets: mostly a session and the time of the change. */
async function drawDirectives(context: DrawContext): Promise<unknown> {
  const { random, configuration, labels } = context;
  if (random.chance(0.04)) {
    labels.add('malformed cookie directives');
    return random.pick([null, 'text', {}, ['', 'noequals', '=x'], ['__session'], [7]]);
  }
  const suffix = random.chance(0.5) ? `_${configuration.instance.cookieSuffix}` : '';
  const { text, iat } = await drawUncriticalToken(context);
  const directives = random.subset(
    [
      `__session${suffix}=${text}; Path=/; Max-Age=315360000; Secure; SameSite=Lax`,
      `__client_uat${suffix}=${iat}; Path=/; Domain=shop.example; Max-Age=315360000`,
      `__refresh${suffix}=refresh_new; Path=/; HttpOnly`,
      '__clerk_handshake=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
    ],
    0.85,
  );
  if (random.chance(0.05))
    directives.push(random.pick(['__session=', '__session=a.b.c; Path=/', '__session_other=x']));
  return directives;
}

/**
 * Without `crit` and malformed audiences, which inside of a handshake cannot be distinguished from other deviations.
 */
async function drawUncriticalToken(context: DrawContext): Promise<DrawnToken> {
  for (;;) {
    const token = await context.drawToken();
    const [header = '', payload = ''] = token.text.split('.').map(part => Buffer.from(part, 'base64url'));
    if (!header.includes('"crit":') && !hasMalformedAudience(String(payload))) return token;
  }
}

async function drawHandshakeToken(context: DrawContext): Promise<string> {
  const { random } = context;
  if (random.chance(0.05)) return random.pick(['', 'garbage', 'a.b.c', '..']);
  return drawSignedJwt(
    random,
    { handshake: await drawDirectives(context) },
    context.configuration.instance,
    context.instances,
  );
}

async function drawNonce(context: DrawContext): Promise<string> {
  const { random } = context;
  const credential = `nonce_${random.identifier(10)}`;
  const directives = await drawDirectives(context);
  const answer: ScriptedAnswer = random.weighted([
    [12, { status: 200, body: { directives } }],
    [1, failure(404, 'resource_not_found')],
    [1, failure(500, 'internal')],
    [1, { status: 200, body: 'no json', contentType: 'text/html' }],
  ]);
  return context.prepare({ operation: 'handshake', credential, answer });
}

async function drawRefreshToken(context: DrawContext, sessionToken: string | undefined): Promise<string> {
  const { random } = context;
  const credential = `refresh_${random.identifier(10)}`;
  const cookies = await drawDirectives(context);
  const answer: ScriptedAnswer = random.weighted([
    [12, { status: 200, body: { object: 'cookies', cookies } }],
    [2, failure(401, 'refresh_token_invalid')],
    [3, failure(422, 'unexpected_error')],
    [1, { status: 500, body: { errors: [] } }],
    [3, { status: 500, body: 'down', contentType: 'text/html' }],
    [1, { status: 200, body: 'not json' }],
  ]);
  return context.prepare({ operation: 'refresh', credential, answer, sessionToken });
}
