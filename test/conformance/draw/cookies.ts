import type { Random } from '../random.js';
import type { DrawContext } from './context.js';
import { drawHandshakeCookies } from './handshake.js';
import { drawMachineJwt } from './machine.js';
import type { DrawnToken } from './token.js';

/** One `name=value`, complete or broken, of a Cookie header. */
type CookiePair = string;

/** The lines of the Cookie header. */
export async function drawCookieLines(context: DrawContext): Promise<string[]> {
  const { random, space } = context;
  const pairs = await random.weighted([
    [50, drawSignedInBrowser],
    [25, drawUnrelatedCookies],
    [12, drawTwoApps],
    [13, drawSignedOutBrowser],
  ])(context);
  if (space.handshakes) pairs.push(...(await drawHandshakeCookies(context, sessionTokenOf(pairs, context))));
  if (random.chance(0.2)) pairs.push(random.pick(NOISE));
  if (random.chance(0.06)) pairs.push(await drawDuplicate(pairs, context));
  return asHeaderLines(random.chance(0.3) ? random.shuffled(pairs) : pairs, random);
}

/** The session token that the suffixed cookies prefer, as a refresh does. */
function sessionTokenOf(pairs: readonly CookiePair[], { configuration }: DrawContext): string | undefined {
  const names = [`__session_${configuration.instance.cookieSuffix}=`, '__session='];
  const found = names.map(name => pairs.find(pair => pair.startsWith(name))?.slice(name.length));
  return found.find(token => token !== undefined);
}

const NOISE = [
  'theme=dark',
  '=nameless',
  'flag',
  '',
  ' ',
  'a==b',
  '__proto__=x',
  'constructor=x',
  '__session',
  '__session_=x',
  '__Session=x',
  '__session x=y',
  'quoted="a; b"',
  'broken=%E0%A4%A',
  'latin=\u00e9\u00ff',
];

/** The cookies of a signed-in browser: the session, the time of the last change, the dev browser. */
async function drawSignedInBrowser(context: DrawContext): Promise<CookiePair[]> {
  const { random, configuration } = context;
  const token = random.chance(0.03) ? await drawMachineJwt(context) : await context.drawToken();
  const clientUat = random.chance(0.8)
    ? String(Math.floor(token.iat) - random.integer(100))
    : drawClientUat(random, token);
  const suffix = configuration.instance.cookieSuffix;
  const layout = random.weighted([
    [4, ['']],
    [3, [`_${suffix}`]],
    [4, ['', `_${suffix}`]],
  ]);
  const pairs = layout.flatMap(end => [
    `__session${end}=${cookieValue(token.text, random)}`,
    `__client_uat${end}=${clientUat}`,
  ]);
  const needsDevBrowser = configuration.instance.type === 'development' || random.chance(0.1);
  if (needsDevBrowser && random.chance(0.9))
    pairs.push(...layout.map(end => `__clerk_db_jwt${end}=dvb_browser`));
  return pairs;
}

async function drawSignedOutBrowser({ random, configuration }: DrawContext): Promise<CookiePair[]> {
  const suffix = `_${configuration.instance.cookieSuffix}`;
  return random.subset(
    [
      '__client_uat=0',
      `__client_uat${suffix}=0`,
      '__clerk_db_jwt=dvb_browser',
      `__clerk_db_jwt${suffix}=dvb_browser`,
      '__session=',
      `__session${suffix}=`,
    ],
    0.5,
  );
}

/** Each cookie drawn separately: tokens of different ages, contradictory times, missing cookies. */
async function drawUnrelatedCookies(context: DrawContext): Promise<CookiePair[]> {
  const { random, configuration } = context;
  const suffix = `_${configuration.instance.cookieSuffix}`;
  const pairs: CookiePair[] = [];
  for (const end of ['', suffix]) {
    const token = await (random.chance(0.15) ? context.drawNeighbourToken() : context.drawToken());
    if (random.chance(0.65)) pairs.push(`__session${end}=${cookieValue(token.text, random)}`);
    if (random.chance(0.7)) pairs.push(`__client_uat${end}=${drawClientUat(random, token)}`);
    if (random.chance(0.5))
      pairs.push(`__clerk_db_jwt${end}=${random.pick(['dvb_a', 'dvb_b', '', '%zz', 'dvb%20c'])}`);
  }
  return pairs;
}

/** Two Clerk apps on one domain: the plain cookies belong to the other one. */
async function drawTwoApps(context: DrawContext): Promise<CookiePair[]> {
  const { random, configuration, instances } = context;
  const ours = await context.drawToken();
  const theirs = await context.drawNeighbourToken();
  const suffix = configuration.instance.cookieSuffix;
  const theirSuffix = instances.neighbour.cookieSuffix;
  return [
    ...random.subset(
      [
        `__session=${theirs.text}`,
        `__client_uat=${theirs.iat}`,
        `__session_${theirSuffix}=${theirs.text}`,
        `__client_uat_${theirSuffix}=${theirs.iat}`,
      ],
      0.85,
    ),
    ...random.subset([`__session_${suffix}=${ours.text}`, `__client_uat_${suffix}=${ours.iat}`], 0.9),
    ...random.subset([`__clerk_db_jwt=dvb_theirs`, `__clerk_db_jwt_${suffix}=dvb_ours`], 0.8),
  ];
}

function drawClientUat(random: Random, { iat }: DrawnToken): string {
  return random.weighted([
    [3, String(iat - 1)],
    [4, String(iat)],
    [3, String(iat + 1)],
    [2, String(iat - 1000)],
    [1, String(iat + 1000)],
    [4, '0'],
    [1, ''],
    [1, '00'],
    [1, 'abc'],
    [1, '12abc'],
    [1, '1e3'],
    [1, '-5'],
    [1, '9'.repeat(30)],
    [1, `"${iat}"`],
    [1, '%30'],
    [1, ` ${iat} `],
    [1, `${iat}.9`],
    [1, '0x10'],
    [1, 'Infinity'],
  ]);
}

/** A value in the encoding of a client: mostly unchanged, sometimes percent-encoded, quoted or broken. */
function cookieValue(value: string, random: Random): string {
  if (random.chance(0.9)) return value;
  return random.pick([
    encodeURIComponent(value),
    value.replaceAll('.', '%2E'),
    `${value}%`,
    `${value}%zz`,
    `%E0%A4%A${value}`,
    `"${value}"`,
    ` ${value} `,
    `${value}=`,
    `${value}%3B%20__client_uat%3D0`,
    `${value},`,
  ]);
}

async function drawDuplicate(pairs: CookiePair[], context: DrawContext): Promise<CookiePair> {
  const name = context.random.pick([
    '__session',
    `__session_${context.configuration.instance.cookieSuffix}`,
    '__client_uat',
  ]);
  const existing = pairs.find(pair => pair.startsWith(`${name}=`));
  if (context.random.chance(0.3)) return `${name}=`;
  if (existing && context.random.chance(0.3)) return existing;
  return name === '__client_uat' ? '__client_uat=0' : `${name}=${(await context.drawToken()).text}`;
}

function asHeaderLines(pairs: CookiePair[], random: Random): string[] {
  if (pairs.length === 0) return random.chance(0.1) ? [''] : [];
  if (pairs.length > 1 && random.chance(0.04)) {
    const middle = random.integer(pairs.length);
    return [pairs.slice(0, middle).join('; '), pairs.slice(middle).join('; ')];
  }
  const separator = random.weighted([
    [20, '; '],
    [1, ';'],
    [1, ' ; '],
    [1, ';; '],
    [1, ', '],
    [1, ';\t'],
  ]);
  return [pairs.join(separator)];
}
