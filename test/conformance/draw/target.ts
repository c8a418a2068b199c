import type { DrawContext } from './context.js';
import { drawHandshakeQuery } from './handshake.js';

/** The request target: path and query, sometimes in a form that no browser sends. */
export async function drawTarget(context: DrawContext, method: string): Promise<string> {
  const { random, space, configuration } = context;
  if (method === 'OPTIONS' && random.chance(0.1)) return '*';
  if (random.chance(0.06)) return random.pick(ODD_TARGETS);
  const followsOrganization =
    configuration.options.organizationSyncOptions !== undefined && random.chance(0.8);
  const path = random.pick(followsOrganization ? ORGANIZATION_PATHS : PATHS);
  const parameters = random.subset(PLAIN_PARAMETERS, 0.08);
  if (random.chance(0.06))
    parameters.push(
      random.pick([
        '__clerk_db_jwt=dvb_query',
        '__clerk_db_jwt=',
        '__dev_session=dvb_old',
        '__clerk_synced=true',
      ]),
    );
  if (space.handshakes) parameters.push(...(await drawHandshakeQuery(context)));
  return parameters.length > 0 ? `${path}?${random.shuffled(parameters).join('&')}` : path;
}

const PATHS = ['/', '/me', '/api/posts/1', '/a%20b', '/caf%C3%A9', '/orgs'];

const ORGANIZATION_PATHS = [
  '/orgs/org_acme',
  '/orgs/org_globex/settings',
  '/orgs/org_acme/',
  '/teams/acme',
  '/teams/globex/a/b',
  '/teams/%61cme',
  '/teams/caf%C3%A9',
  '/teams/%E0%A4%A',
  '/teams/',
  '/personal',
  '/personal/settings',
  '/PERSONAL',
  '/both/acme',
];

const PLAIN_PARAMETERS = [
  'x=1',
  'x=2',
  'q=a+b',
  'empty=',
  'flag',
  'percent=%zz',
  'space=a%20b',
  'pair=a=b',
  '__session=query',
];

const ODD_TARGETS = [
  '//',
  '//evil.example/path',
  '///',
  '/%61',
  '/a%2Fb',
  '/../secret',
  '/a/./b/../c',
  '/?',
  '/??x',
  '/#fragment',
  '/a?b#c',
  '/\\evil',
  '/a;b=c',
  '/a|b^c`d{e}',
  'http://absolute.example/path?x=1',
  'https://absolute.example/',
  'http://[bad/',
  '/http://evil.example',
  '/@evil',
  '/:80',
];
