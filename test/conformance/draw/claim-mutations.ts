import type { Random } from '../random.js';
import type { Claims, IssuingContext } from './claims.js';
import { validSessionClaims } from './claims.js';

/** Values of a wrong type or shape. */
export const ODD_VALUES = [
  undefined,
  null,
  true,
  false,
  '',
  '0',
  'text',
  0,
  -1,
  1.5,
  1e300,
  [],
  [null],
  ['a', 1],
  {},
  { id: 1 },
] as const;

/** The claims of a session token: valid in two of three draws, otherwise with one or two wrong claims. */
export function drawSessionClaims(random: Random, context: IssuingContext): Claims {
  const claims = validSessionClaims(random, context);
  if (random.chance(0.34)) {
    const mutations = random.chance(0.8) ? 1 : 2;
    for (let count = 0; count < mutations; count++) random.weighted(MUTATIONS)(claims, random, context);
  }
  return claims;
}

type Mutation = (claims: Claims, random: Random, context: IssuingContext) => void;

const MUTATIONS: [number, Mutation][] = [
  [6, expiryOnTheEdge],
  [6, startOnTheEdge],
  [6, issueOnTheEdge],
  [3, expired],
  [3, oddClaim],
  [3, oddOrganizationClaim],
  [
    2,
    (claims, random) =>
      (claims['azp'] = random.pick([
        'https://evil.example',
        '',
        'https://shop.example/',
        null,
        ['https://shop.example'],
        undefined,
      ])),
  ],
  [
    2,
    (claims, random) =>
      (claims['aud'] = random.pick([
        'other',
        ['other'],
        [],
        ['shop-api', 1],
        'shop-apis',
        5,
        '',
        [''],
        { 0: 'shop-api' },
        [['shop-api']],
        [[]],
        null,
      ])),
  ],
  [
    2,
    (claims, random) =>
      (claims['iss'] = random.pick([
        'https://clerk.neighbour.example',
        '',
        null,
        7,
        ['x'],
        'http://clerk.shop.example',
      ])),
  ],
  [2, malformedCompactClaims],
  [1, malformedFactorAges],
  [
    1,
    (claims, random) => (claims['sts'] = random.pick(['pending', 'Pending', 'active', 'other', ''] as const)),
  ],
  [1, (claims, random) => (claims['v'] = random.pick([0, 1, 2, 3, '2', '1', null, [2], true]))],
];

/** Offsets in seconds around a time at which the result changes, with fractions. */
function drawEdgeOffset(random: Random): number {
  return random.pick([-2, -1, -0.999, -0.5, -0.001, 0, 0.001, 0.5, 0.999, 1, 2, 30]);
}

function expiryOnTheEdge(claims: Claims, random: Random, { instant, clockSkewInMs }: IssuingContext): void {
  const edge = (instant - clockSkewInMs) / 1000;
  claims['exp'] = (random.chance(0.6) ? Math.floor(edge) : edge) + drawEdgeOffset(random);
}

function startOnTheEdge(claims: Claims, random: Random, { instant, clockSkewInMs }: IssuingContext): void {
  const edge = (instant + clockSkewInMs) / 1000;
  claims['nbf'] = (random.chance(0.6) ? Math.floor(edge) : edge) + drawEdgeOffset(random);
}

function issueOnTheEdge(claims: Claims, random: Random, { instant, clockSkewInMs }: IssuingContext): void {
  const edge = (instant + clockSkewInMs) / 1000;
  claims['iat'] = (random.chance(0.6) ? Math.floor(edge) : edge) + drawEdgeOffset(random);
}

function expired(claims: Claims, random: Random, { instant }: IssuingContext): void {
  const age = random.pick([10, 60, 600, 86_400, 100 * 365 * 86_400]);
  const exp = Math.floor(instant / 1000) - age;
  Object.assign(claims, { exp, iat: exp - 60, nbf: exp - 70 });
}

function oddClaim(claims: Claims, random: Random): void {
  const name = random.pick([
    'sub',
    'exp',
    'nbf',
    'iat',
    'aud',
    'azp',
    'iss',
    'sid',
    'sts',
    'act',
    'fva',
    'v',
    'org_id',
    'org_role',
    'org_slug',
    'org_permissions',
    'constructor',
    'toString',
    'jti',
  ]);
  claims[name] = random.pick(ODD_VALUES);
}

function oddOrganizationClaim(claims: Claims, random: Random): void {
  claims['v'] = 2;
  const organization =
    typeof claims['o'] === 'object' ? claims['o'] : { id: 'org_acme', rol: 'admin', per: 'read', fpm: '1' };
  const odd = random.pick(ODD_VALUES);
  claims['o'] = random.chance(0.2)
    ? odd
    : { ...organization, [random.pick(['id', 'slg', 'rol', 'per', 'fpm'])]: odd };
}

function malformedCompactClaims(claims: Claims, random: Random): void {
  claims['v'] = 2;
  claims['fea'] = random.pick([
    'posts',
    'o:posts,,u:chat',
    ' o:posts , u:chat ',
    'o:',
    ':posts',
    ',',
    'o:posts,billing',
    7,
    null,
    ['o:posts'],
  ]);
  if (random.chance(0.5)) claims['pla'] = random.pick(['pro', 'o:pro,,', ' u:free', 'o:', 5, null, {}]);
  claims['o'] = {
    id: 'org_acme',
    slg: 'acme',
    rol: 'admin',
    per: random.pick(['read,manage', ' read , manage ', ',', '', 'read', 3]),
    fpm: random.pick([
      '3',
      '-1',
      '1.5',
      '0x3',
      ' 3 ',
      '3,x',
      '',
      '99999999999999999999999',
      '007',
      '1e1',
      3,
      '4294967297',
    ]),
  };
}

function malformedFactorAges(claims: Claims, random: Random): void {
  claims['fva'] = random.pick([
    [0],
    [0, 0, 0],
    ['0', '0'],
    [null, 0],
    [-2, 5],
    [1.5, 2],
    [],
    '0,0',
    0,
    { 0: 0, 1: 0 },
    [-1, -1],
    [0, 1e300],
    true,
  ]);
}
