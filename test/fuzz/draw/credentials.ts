import { createHash } from 'node:crypto';

import type { Random } from '../../conformance/random.js';
import type { HeaderField } from './drawn-request.js';
import type { DrawContext } from './context.js';
import { mutatedText, oddText } from './noise.js';
import type { PoolToken, TenantName } from './token-pool.js';

/** Mostly a token of the tenant, at times another's. */
export function drawToken({ random, pool, tenant }: DrawContext): PoolToken {
  const tokens = random.weighted([
    [10, pool.valid],
    [6, pool.invalid],
    [1, pool.machine],
    [1, pool.handshakes],
  ]);
  return pick(tokens, random, random.chance(0.9) ? tenant : undefined);
}

export function drawMachineToken({ random, pool, tenant }: DrawContext): PoolToken {
  return pick(pool.machine, random, random.chance(0.9) ? tenant : undefined);
}

function pick(tokens: readonly PoolToken[], random: Random, tenant: TenantName | undefined): PoolToken {
  const own = tenant ? tokens.filter(token => token.tenant === tenant) : tokens;
  return random.pick(own.length > 0 ? own : tokens);
}

function tokenText(token: PoolToken, context: DrawContext): string {
  const { random } = context;
  if (random.chance(0.75)) return token.text;
  context.labels.add('mutated token');
  if (random.chance(0.6)) return mutatedText(token.text, random);
  // A part of one token and the rest of another.
  const other = drawToken(context).text.split('.');
  const parts = token.text.split('.');
  const at = random.integer(3);
  return parts.map((part, index) => (index === at ? (other[index] ?? '') : part)).join('.');
}

export function drawAuthorization(context: DrawContext): HeaderField[] {
  const { random } = context;
  const token = tokenText(context.isMachine ? drawMachineToken(context) : drawToken(context), context);
  const value = random.weighted([
    [30, () => `Bearer ${token}`],
    [2, () => `bearer ${token}`],
    [2, () => `BEARER  ${token}`],
    [2, () => token],
    [1, () => `Bearer\t${token}`],
    [1, () => `Bearer`],
    [1, () => `Bearer ${token} ${token}`],
    [1, () => `Bearer ${token}, Bearer ${drawToken(context).text}`],
    [1, () => `Basic ${Buffer.from(`user:${token}`).toString('base64')}`],
    [1, () => `Digest username="${token}"`],
    [1, () => `Bearer ${oddText(random)}`],
    [1, () => oddText(random)],
  ])();
  const fields: HeaderField[] = [['Authorization', value]];
  if (random.chance(0.03)) fields.push(['Authorization', `Bearer ${drawToken(context).text}`]);
  return fields;
}

/** As `@clerk/shared` computes it, which tells the cookies of several applications apart. */
export function cookieSuffix(publishableKey: string): string {
  return createHash('sha1').update(publishableKey).digest('base64url').slice(0, 8);
}

const FOREIGN_COOKIES = ['theme=dark', 'flag', '=nameless', 'a==b', '__proto__=x', 'quoted="a; b"'];

export function drawCookies(context: DrawContext): HeaderField[] {
  const { random } = context;
  const suffix = `_${random.chance(0.9) ? context.suffix : 'AAAAAAAA'}`;
  const name = (base: string) => `${base}${random.chance(0.5) ? suffix : ''}`;
  const token = () => tokenText(drawToken(context), context);
  const browser = random.weighted([
    [
      8,
      () => {
        const session = token();
        const end = random.chance(0.5) ? suffix : '';
        return [`__session${end}=${session}`, `__client_uat${end}=1`, `__clerk_db_jwt${end}=dvb_fuzz`];
      },
    ],
    [2, () => [`${name('__session')}=${token()}`, `${name('__client_uat')}=${oddText(random)}`]],
    [2, () => [`${name('__client_uat')}=0`, `${name('__clerk_db_jwt')}=dvb_fuzz`]],
    [1, () => [`${name('__session')}=${token()}`, `${name('__session')}=${token()}`, '__client_uat=1']],
    [
      1,
      () => [`${name('__session')}=${oddText(random)}`, `${name('__client_uat')}=${random.integer(2 ** 31)}`],
    ],
  ])();
  const pairs = [...browser];
  if (random.chance(0.08)) pairs.push(`${name('__refresh')}=${oddText(random)}`);
  if (random.chance(0.06)) {
    const payload = random.chance(0.6) ? handshakePayload(context) : oddText(random);
    pairs.push(`${random.pick(['__clerk_handshake', '__clerk_handshake_nonce'])}=${payload}`);
  }
  if (random.chance(0.04))
    pairs.push(`__clerk_redirect_count=${random.pick(['1', '2', '3', '4', 'x', '-1'])}`);
  if (random.chance(0.1)) pairs.push(random.pick(FOREIGN_COOKIES));
  if (random.chance(0.03)) pairs.push(oddText(random));
  if (random.chance(0.01)) pairs.push(...Array.from({ length: 300 }, (_, index) => `c${index}=${index}`));
  const separator = random.weighted([
    [20, '; '],
    [1, ';'],
    [1, ', '],
    [1, ' ;\t'],
  ]);
  if (random.chance(0.05)) return pairs.map(pair => ['Cookie', pair]);
  return [['Cookie', pairs.join(separator)]];
}

export function handshakePayload(context: DrawContext): string {
  const { random, pool, tenant } = context;
  const { text } = pick(pool.handshakes, random, random.chance(0.9) ? tenant : undefined);
  return random.chance(0.6) ? text : mutatedText(text, random);
}
