import { createClerkClient as createReferenceClient } from '@clerk/backend';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { authenticateRequest } from 'nest-clerk';
import type { AuthenticateRequestOptions, RequestState, TokenType } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';

import { setEnvironment } from '../../support/environment.js';
import { closeApps, listen } from '../../support/running-app.js';

type AnyState = RequestState<TokenType | null>;

/** The request and the options for both. */
interface Question {
  url?: string;
  method?: string;
  headers?: Record<string, string>;
  options?: AuthenticateRequestOptions;
  instance?: 'development' | 'production';
}

const DOCUMENT = { 'sec-fetch-dest': 'document', host: 'app.example.com', 'x-forwarded-proto': 'https' };
const BROWSER = '__clerk_db_jwt=dvb_1; __client_uat=1';

let development: LocalClerk;
let production: LocalClerk;
const servers: LocalClerkServer[] = [];
const tokens: Record<string, string> = {};

beforeAll(async () => {
  setEnvironment({});
  const users = [{ id: 'user_alice' }];
  development = await LocalClerk.create({ users });
  production = await LocalClerk.create({ users, instanceType: 'production' });
  servers.push(await development.listen(), await production.listen());
  const issue = development.issueSessionToken.bind(development);
  const subject = 'user_alice';
  Object.assign(tokens, {
    session: await issue({ userId: subject, orgId: 'org_acme', orgPermissions: ['org:invoices:read'] }),
    pending: await issue({ userId: subject, sessionStatus: 'pending' }),
    expired: await issue({ userId: subject, expiresIn: -60 }),
    template: await issue({ userId: subject, header: { cat: 'cl_B7d4PD222AAA' } }),
    production: await production.issueSessionToken({ userId: subject }),
    api_key: development.apiKeys.create({ subject, name: 'CI', scopes: ['a'], claims: { b: 1 } }).secret,
    m2m: (await development.m2mTokens.create({ claims: { team: 'x' } })).token,
    m2mJwt: (await development.m2mTokens.create({ tokenFormat: 'jwt', claims: { team: 'x' } })).token,
    oauth: (await development.oauthTokens.create({ subject, scopes: ['profile'] })).token,
    oauthJwt: (await development.oauthTokens.create({ subject, tokenFormat: 'jwt' })).token,
  });
  tokens.handshake = await development.signJwt({ handshake: [`__session=${tokens.session}; Path=/`] });
});
beforeEach(() => {
  // Both log warnings for the operator of the application.
  for (const method of ['log', 'warn', 'error'] as const) jest.spyOn(console, method).mockReturnValue();
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(async () => {
  await closeApps();
  await Promise.all(servers.map(server => server.close()));
});

const bearer = (name: string) => ({ authorization: `Bearer ${tokens[name]}` });

function instanceOf({ instance = 'development' }: Question): { local: LocalClerk; apiUrl: string } {
  return instance === 'development'
    ? { local: development, apiUrl: servers[0]!.url }
    : { local: production, apiUrl: servers[1]!.url };
}

function requestOf({ url = 'http://localhost:3000/page?a=1', method, headers }: Question): Request {
  return new Request(url, { method, headers });
}

function referenceState(question: Question): Promise<AnyState> {
  const { local, apiUrl } = instanceOf(question);
  const { secretKey, publishableKey } = local;
  const client = createReferenceClient({ secretKey, publishableKey, apiUrl, telemetry: { disabled: true } });
  return client.authenticateRequest(requestOf(question), question.options as object) as never;
}

function ourState(question: Question): Promise<AnyState> {
  const options = { ...instanceOf(question).local.keys, ...question.options };
  return authenticateRequest(requestOf(question), options);
}

/** Every part of a state except the text of its message. */
function said(state: AnyState) {
  const { headers, message, toAuth, ...fields } = state;
  const auths = [state.toAuth(), toAuth({ treatPendingAsSignedOut: false })];
  return {
    ...fields,
    hasMessage: message === null ? null : message !== '',
    headers: [...headers]
      .map(([name, value]) => [name, name === 'x-clerk-auth-message' ? '…' : value])
      .sort(),
    auths: auths.map(auth => JSON.parse(JSON.stringify(auth)) as unknown),
  };
}

const SITE: AuthenticateRequestOptions = {
  signInUrl: 'https://app.example.com/sign-in',
  signUpUrl: 'https://app.example.com/sign-up',
  afterSignInUrl: '/in',
  afterSignUpUrl: '/up',
};

const QUESTIONS: Record<string, () => Question> = {
  signedOut: () => ({ headers: { cookie: '__clerk_db_jwt=dvb_1' } }),
  'a first visit': () => ({ headers: DOCUMENT }),
  'a session as a Bearer token': () => ({ headers: bearer('session') }),
  'a session as a token without scheme': () => ({ headers: { authorization: tokens.session! } }),
  'a session in a cookie': () => ({ headers: { cookie: `${BROWSER}; __session=${tokens.session}` } }),
  'a pending session': () => ({ headers: bearer('pending') }),
  'an expired session on a page load': () => ({
    headers: { ...DOCUMENT, cookie: `${BROWSER}; __session=${tokens.expired}` },
  }),
  'an expired session in a fetch': () => ({
    headers: { cookie: `${BROWSER}; __session=${tokens.expired}` },
  }),
  'an expired session in a form submission': () => ({
    method: 'POST',
    headers: { cookie: `${BROWSER}; __session=${tokens.expired}` },
  }),
  'a session of another instance': () => ({ headers: bearer('production') }),
  'a token of a template': () => ({ headers: bearer('template') }),
  garbage: () => ({ headers: { authorization: 'Bearer garbage' } }),
  'a browser after three redirects': () => ({ headers: { ...DOCUMENT, cookie: '__clerk_redirect_count=3' } }),
  'a return from a handshake': () => ({
    url: `http://localhost:3000/page?a=1&__clerk_handshake=${tokens.handshake}`,
    headers: DOCUMENT,
  }),
  https: () => ({ url: 'https://app.example.com/', headers: { 'sec-fetch-dest': 'document' } }),
  'every option that is echoed': () => ({ headers: bearer('session'), options: SITE }),
  'a proxy': () => ({ headers: DOCUMENT, options: { proxyUrl: '/__clerk' } }),
  'a satellite': () => ({
    headers: DOCUMENT,
    options: { ...SITE, isSatellite: true, domain: 'satellite.example', satelliteAutoSync: true },
  }),
  'an organization other than the active one': () => ({
    url: 'http://localhost:3000/orgs/globex',
    headers: { ...DOCUMENT, cookie: `${BROWSER}; __session=${tokens.session}` },
    options: { organizationSyncOptions: { organizationPatterns: ['/orgs/:slug'] } },
  }),
  'a visit to a production instance': () => ({ instance: 'production', headers: DOCUMENT }),
  'a lost session of a production instance': () => ({
    instance: 'production',
    headers: { ...DOCUMENT, cookie: '__client_uat=1' },
  }),
  'an API key on a route for sessions': () => ({ headers: bearer('api_key') }),
  'a request without a token on a route for API keys': () => ({ options: { acceptsToken: 'api_key' } }),
  'a request without a token on a route for several types': () => ({
    options: { acceptsToken: ['api_key', 'm2m_token'] },
  }),
  'a session on a route for API keys': () => ({
    headers: bearer('session'),
    options: { acceptsToken: 'api_key' },
  }),
  'an unknown API key': () => ({
    headers: { authorization: 'Bearer ak_unknown' },
    options: { acceptsToken: 'api_key' },
  }),
};
const KINDS: [token: string, acceptsToken: TokenType][] = [
  ['session', 'session_token'],
  ['api_key', 'api_key'],
  ['m2m', 'm2m_token'],
  ['m2mJwt', 'm2m_token'],
  ['oauth', 'oauth_token'],
  ['oauthJwt', 'oauth_token'],
];
for (const [token, acceptsToken] of KINDS) {
  const headers = () => bearer(token);
  QUESTIONS[`a token (${token}) where that kind is accepted`] = () => ({
    headers: headers(),
    options: { acceptsToken },
  });
  QUESTIONS[`a token (${token}) where several kinds are`] = () => ({
    headers: headers(),
    options: { acceptsToken: ['api_key', 'session_token'] },
  });
  QUESTIONS[`a token (${token}) where any is`] = () => ({
    headers: headers(),
    options: { acceptsToken: 'any' },
  });
  QUESTIONS[`a token (${token}) where another is`] = () => ({
    headers: headers(),
    options: { acceptsToken: acceptsToken === 'm2m_token' ? 'oauth_token' : 'm2m_token' },
  });
}

describe('authenticateRequest() returns the state of @clerk/backend for', () => {
  it.each(Object.entries(QUESTIONS))('%s', async (_what, question) => {
    expect(said(await ourState(question()))).toEqual(said(await referenceState(question())));
  });

  it('every kind of state, over all of these requests', async () => {
    const states = await Promise.all(Object.values(QUESTIONS).map(question => ourState(question())));

    expect(new Set(states.map(({ status, tokenType }) => `${status} ${tokenType}`))).toEqual(
      new Set([
        ...['session_token', 'api_key', 'm2m_token', 'oauth_token'].flatMap(type => [
          `signed-in ${type}`,
          `signed-out ${type}`,
        ]),
        'signed-out null',
        'handshake session_token',
      ]),
    );
  });
});

describe('authenticateRequest() with a Node request', () => {
  it.each(['a session as a Bearer token', 'a session in a cookie', 'a first visit', 'a proxy', 'garbage'])(
    'returns the same state for %s',
    async name => {
      const question = QUESTIONS[name]!();
      let state: AnyState | undefined;
      const app = await listen((request, response) => {
        void authenticateRequest(request, { ...development.keys, ...question.options }).then(given => {
          state = given;
          response.end();
        });
      });

      await app.get('/page?a=1', { host: 'localhost:3000', ...question.headers });

      expect(said(state!)).toEqual(said(await ourState(question)));
    },
  );
});
