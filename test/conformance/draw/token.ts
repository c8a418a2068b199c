import type { ClerkInstance, ClerkInstances, SigningAlgorithm } from '../clerk-instance.js';
import type { Random } from '../random.js';
import type { Claims, IssuingContext } from './claims.js';
import { drawSessionClaims, ODD_VALUES } from './claim-mutations.js';

/** A token with the data that a drawn request needs about it. */
export interface DrawnToken {
  text: string;
  /** The issue time that cookies beside the token refer to, in seconds. */
  iat: number;
}

export const TOKEN_CATEGORY = {
  session: 'cl_B7d4PD111AAA',
  jwtTemplate: 'cl_B7d4PD222AAA',
  m2m: 'cl_B7d4PD333AAA',
  ignore: 'cl_I7d4PD111III',
} as const;

/** A token under construction; header and payload are bytes, because they need not be JSON. */
export interface TokenDraft {
  header: Claims;
  claims: Claims;
  headerBytes?: Buffer;
  payloadBytes?: Buffer;
  signer: ClerkInstance;
  algorithm: SigningAlgorithm | 'none';
  /** Changes the finished token. */
  finish?: (text: string) => string;
}

export async function signedText(draft: TokenDraft): Promise<string> {
  const header = draft.headerBytes ?? Buffer.from(JSON.stringify(draft.header));
  const payload = draft.payloadBytes ?? Buffer.from(JSON.stringify(draft.claims));
  const signingInput = `${header.toString('base64url')}.${payload.toString('base64url')}`;
  const signature = draft.algorithm === 'none' ? '' : await draft.signer.sign(signingInput, draft.algorithm);
  const text = `${signingInput}.${signature}`;
  return draft.finish ? draft.finish(text) : text;
}

/** A session token of Clerk in three of four draws, otherwise a modified or invented one. */
export async function drawSessionToken(
  random: Random,
  context: IssuingContext,
  instances: ClerkInstances,
): Promise<DrawnToken> {
  const claims = drawSessionClaims(random, context);
  const iat = typeof claims['iat'] === 'number' ? claims['iat'] : Math.floor(context.instant / 1000) - 10;
  const draft: TokenDraft = {
    header: { alg: 'RS256', kid: context.instance.kid, typ: 'JWT' },
    claims,
    signer: context.instance,
    algorithm: 'RS256',
  };
  if (random.chance(0.5)) draft.header['cat'] = random.pick([TOKEN_CATEGORY.session, TOKEN_CATEGORY.ignore]);
  if (random.chance(0.25)) applyAlteration(draft, random, instances);
  return { text: await signedText(draft), iat };
}

/** Any payload as a JWT that the instance signed, sometimes modified like session tokens. */
export function drawSignedJwt(
  random: Random,
  claims: Claims,
  instance: ClerkInstance,
  instances: ClerkInstances,
): Promise<string> {
  const draft: TokenDraft = {
    header: { alg: 'RS256', kid: instance.kid, typ: 'JWT' },
    claims,
    signer: instance,
    algorithm: 'RS256',
  };
  if (random.chance(0.2)) applyAlteration(draft, random, instances);
  return signedText(draft);
}

/** Turns the token into one that Clerk would not have issued, in one of many ways. */
export function applyAlteration(draft: TokenDraft, random: Random, instances: ClerkInstances): void {
  random.weighted(ALTERATIONS)(draft, random, instances);
}

type Alteration = (draft: TokenDraft, random: Random, instances: ClerkInstances) => void;

const ALTERATIONS: [number, Alteration][] = [
  [3, oddHeader],
  [2, foreignKeyMaterial],
  [2, unknownKid],
  [2, otherAlgorithm],
  [2, otherSigner],
  [2, otherCategory],
  [3, tampered],
  [3, malformedText],
  [3, malformedJson],
  [1, (draft, random) => (draft.claims['padding'] = 'x'.repeat(random.pick([2000, 4000, 5500])))],
];

function oddHeader({ header }: TokenDraft, random: Random): void {
  const name = random.pick(['typ', 'alg', 'kid', 'cat', 'crit', 'b64']);
  header[name] = random.pick([
    ...ODD_VALUES,
    ...(name === 'typ' ? ['jwt', 'at+jwt', 'application/jwt', ['JWT'], 'JWT '] : []),
    ...(name === 'alg' ? ['none', 'None', 'rs256', 'ES256', 'PS256', 'HS256', ['RS256'], '__proto__'] : []),
    ...(name === 'crit' ? [['exp'], ['b64'], 'exp'] : []),
  ]);
}

/**
 * A header with a key for the verification (`jwk`, `jku`, `x5u`) or with critical extensions, which must be ignored or
 * rejected.
 */
function foreignKeyMaterial(draft: TokenDraft, random: Random, { attacker }: ClerkInstances): void {
  const ownKey = random.pick([
    { jwk: attacker.jwk },
    { jku: 'http://127.0.0.1:9/jwks' },
    { x5u: 'http://127.0.0.1:9/x5u' },
    { x5c: ['AAAA'] },
    { crit: ['x-own'], 'x-own': 1 },
  ]);
  Object.assign(draft.header, ownKey);
  if (random.chance(0.7)) draft.signer = attacker;
}

function unknownKid(draft: TokenDraft, random: Random, { neighbour }: ClerkInstances): void {
  draft.header['kid'] = random.pick([
    'ins_unknown',
    neighbour.kid,
    '',
    'ins_\u0001control',
    'ins_\r\nset-cookie: a=b',
    'ins_ünï',
    'ins_日本',
    '__proto__',
    'constructor',
    'toString',
    'k'.repeat(300),
    ' ins_production',
    undefined,
  ]);
}

function otherAlgorithm(draft: TokenDraft, random: Random): void {
  const algorithm = random.pick(['RS384', 'RS512', 'HS256', 'none'] as const);
  draft.algorithm = algorithm;
  if (random.chance(0.8)) draft.header['alg'] = algorithm;
}

function otherSigner(draft: TokenDraft, random: Random, { attacker, neighbour }: ClerkInstances): void {
  draft.signer = random.pick([attacker, neighbour]);
  if (random.chance(0.5)) draft.header['kid'] = draft.signer.kid;
}

function otherCategory({ header }: TokenDraft, random: Random): void {
  header['cat'] = random.weighted([
    [4, TOKEN_CATEGORY.jwtTemplate],
    [3, TOKEN_CATEGORY.m2m],
    [1, 'cl_unknown'],
    [1, ''],
    [1, null],
    [1, 7],
  ]);
}

/** Changes the signed content or the signature, after signing. */
function tampered(draft: TokenDraft, random: Random): void {
  const segment = random.pick([0, 1, 2]);
  const position = random.next();
  const replacement = random.pick(['A', 'Q', '_', '0']);
  const kind = random.pick(['replace', 'truncate', 'extend', 'empty'] as const);
  draft.finish = text => {
    const segments = text.split('.');
    const original = segments[segment]!;
    const at = Math.floor(position * original.length);
    if (kind === 'replace') segments[segment] = original.slice(0, at) + replacement + original.slice(at + 1);
    if (kind === 'truncate') segments[segment] = original.slice(0, at);
    if (kind === 'extend') segments[segment] = original + replacement;
    if (kind === 'empty') segments[segment] = '';
    return segments.join('.');
  };
}

/** A string that is not a JWT, or one only for a lenient parser (padding, other alphabets, stray bytes). */
function malformedText(draft: TokenDraft, random: Random): void {
  draft.finish = random.pick([
    (text: string) => `${text}.`,
    (text: string) => `.${text}`,
    (text: string) => `${text}.extra`,
    (text: string) => text.slice(0, text.lastIndexOf('.')),
    (text: string) => text.replaceAll('.', '..'),
    (text: string) => text.split('.').map(padded).join('.'),
    (text: string) => text.replaceAll('-', '+').replaceAll('_', '/'),
    (text: string) => `${text}==`,
    (text: string) => `=${text}`,
    (text: string) => text.replace('.', '.='),
    (text: string) => text.replace('.', '%2E'),
    (text: string) => `${text}\u00e9`,
    (text: string) => text.replace('.', '.\u00ff'),
    (text: string) => `"${text}"`,
    (text: string) => `${text};`,
    (text: string) => `${text},${text}`,
    (text: string) => text.toUpperCase(),
    (text: string) => withTrailingBits(text),
    () => '..',
    () => '...',
    () => '.',
    () => 'undefined',
    () => 'null',
    () => 'garbage',
    () => 'a.b.c',
    () => '\u00e9.\u00e9.\u00e9',
  ]);
}

function padded(segment: string): string {
  return segment + '='.repeat((4 - (segment.length % 4)) % 4);
}

/** The same bytes for a decoder that ignores the unused low bits of the last character. */
function withTrailingBits(text: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = text.at(-1)!;
  return text.slice(0, -1) + alphabet[(alphabet.indexOf(last) + 1) % 64];
}

/** Correctly signed, but with a payload that is not an object, has duplicate keys, or is not JSON or UTF-8. */
function malformedJson(draft: TokenDraft, random: Random): void {
  const json = JSON.stringify(draft.claims);
  const bytes = random.pick<Buffer>([
    ...['null', '[]', '"text"', '123', 'true', '', '{', '{}', ' {} ', '[{}]', '1e999'].map(text =>
      Buffer.from(text),
    ),
    Buffer.from(json.replace('{', '{"sub":"user_first",')),
    Buffer.from(json.replace(/}$/, ',"sub":"user_last"}')),
    Buffer.from(json.replace('{', '{"__proto__":{"sub":"user_proto"},')),
    Buffer.from(`\ufeff${json}`),
    Buffer.from(` \n${json}\t`),
    Buffer.from(`${json}x`),
    Buffer.from(`${json}\0`),
    Buffer.concat([Buffer.from(json.slice(0, -1)), Buffer.from(',"name":"\xff\xfe"}', 'latin1')]),
    Buffer.from(json.replace(/}$/, ',"name":"\\ud800"}')),
    Buffer.from(json.replace(/}$/, ',"big":123456789012345678901234567890}')),
    Buffer.from(json, 'utf16le'),
  ]);
  if (random.chance(0.7)) draft.payloadBytes = bytes;
  else draft.headerBytes = random.chance(0.5) ? bytes : Buffer.from(`\ufeff${JSON.stringify(draft.header)}`);
}
