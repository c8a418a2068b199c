import { existsSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { answerOf, differencesBetween } from './answer.js';
import type { Answer } from './answer.js';
import { BackendApi } from './backend-api.js';
import { createInstances } from './clerk-instance.js';
import type { ClerkInstance } from './clerk-instance.js';
import type { Configuration } from './configurations.js';
import { wholeConfigurations } from './configurations.js';
import type { ComparedCase } from './deviations.js';
import { DEVIATIONS, UNDRAWN_DEVIATIONS } from './deviations.js';
import type { Label } from './draw/context.js';
import { signedText } from './draw/token.js';
import { closeConnections, send } from './http-client.js';
import type { RawRequest } from './http-client.js';
import { startExpress } from './subjects/nest-clerk-express.js';
import { startNest } from './subjects/nest-clerk.js';
import { startReference } from './subjects/reference.js';
import type { StartSubject, Subject } from './subjects/subject.js';

interface Example {
  configuration: string;
  headers?: () => Promise<[string, string][]>;
  target?: () => Promise<string>;
  label?: Label;
  /** The subject that is compared, if it is not the middleware of nest-clerk/express. */
  start?: StartSubject;
  /** The responses of both: status, and the reason if there is one. */
  reference: [status: number, reason?: string];
  ours: [status: number, reason?: string];
}

const NAVIGATION: [string, string][] = [['Sec-Fetch-Dest', 'document']];

const instances = createInstances();
const { development, production } = instances;
const backend = new BackendApi(instances);
const subjects: Subject[] = [];
let configurations: Configuration[];

beforeAll(async () => {
  process.env['CLERK_TELEMETRY_DISABLED'] = '1';
  for (const level of ['log', 'warn', 'error'] as const)
    jest.spyOn(console, level).mockImplementation(() => {});
  configurations = wholeConfigurations(instances, await backend.listen());
});

afterAll(async () => {
  await Promise.all(subjects.map(subject => subject.close()));
  backend.close();
  closeConnections();
  jest.restoreAllMocks();
});

const EXAMPLES: Record<string, Example> = {
  'JSON null for a header or payload': {
    configuration: 'production',
    headers: async () => [
      ['Cookie', `__session=${await sign(production, {}, { payloadBytes: Buffer.from('null') })}`],
    ],
    reference: [500],
    ours: [200, 'session-token-but-no-client-uat'],
  },
  'control characters in the message header': {
    configuration: 'production',
    headers: () => bearer(sign(production, { header: { kid: 'ins_\u0001' } })),
    reference: [500],
    ours: [200, 'jwk-kid-mismatch'],
  },
  'message header left out': {
    configuration: 'production',
    headers: () => bearer(sign(production, { header: { kid: 'ins_日本' } })),
    reference: [200, 'jwk-kid-mismatch'],
    ours: [200, 'jwk-kid-mismatch'],
  },
  'compact claims that cannot be read': {
    configuration: 'production',
    headers: () => bearer(sign(production, { claims: { v: 2, o: { id: 'org_1' }, fea: 7 } })),
    reference: [200],
    ours: [200, 'unexpected-error'],
  },
  'kid named like a property of every object': {
    configuration: 'production',
    headers: () => bearer(sign(production, { header: { kid: 'constructor' } })),
    reference: [200, 'token-verification-failed'],
    ours: [200, 'jwk-kid-mismatch'],
  },
  'critical extensions in the header': {
    configuration: 'production',
    headers: () => bearer(sign(production, { header: { crit: ['exp'] } })),
    reference: [200],
    ours: [200, 'token-invalid'],
  },
  'padding in a JWT': {
    configuration: 'production',
    headers: () => bearer(sign(production, {}).then(token => `${token}==`)),
    reference: [200],
    ours: [200, 'token-invalid'],
  },
  'time claims of an unverified cookie that are no numbers': {
    configuration: 'production',
    headers: async () => {
      const token = await sign(production, { claims: { iat: { valueOf: 1, toString: 1 } } });
      const end = production.cookieSuffix;
      return [['Cookie', `__session_${end}=${token}; __client_uat_${end}=1`]];
    },
    reference: [500],
    ours: [200, 'token-verification-failed'],
  },
  'path that begins with two slashes': {
    configuration: 'production',
    target: () => Promise.resolve('//a//evil.example/x'),
    headers: () => Promise.resolve([...NAVIGATION, ['Cookie', '__client_uat=1']]),
    reference: [307, 'client-uat-but-no-session-token'],
    ours: [307, 'client-uat-but-no-session-token'],
  },
  'session id that is no string': {
    configuration: 'production',
    headers: async () => {
      const iat = Math.floor(Date.now() / 1000) - 1000;
      const token = await sign(production, { claims: { sid: [null], iat, nbf: iat, exp: iat + 60 } });
      const end = production.cookieSuffix;
      return [['Cookie', `__session_${end}=${token}; __client_uat_${end}=${iat}; __refresh_${end}=refresh`]];
    },
    reference: [200, 'session-token-expired-refresh-not_found'],
    ours: [200, 'session-token-expired-refresh-expired-session-token-missing-sid-claim'],
  },
  'time claims beyond the calendar': {
    configuration: 'production',
    headers: () => bearer(sign(production, { claims: { nbf: 1e300 } })),
    reference: [200],
    ours: [200, 'session-token-nbf'],
  },
  'development handshake token that is rejected': {
    configuration: 'development',
    target: async () =>
      `/?__clerk_handshake=${await sign(instances.attacker, { header: { kid: development.kid } })}`,
    reference: [500],
    ours: [200, 'token-invalid-signature'],
  },
  '__clerk_redirect_url that is no address of the web': {
    configuration: 'development',
    target: async () => '/?__clerk_redirect_url=%2Frelative',
    reference: [500],
    ours: [200, 'dev-browser-missing'],
  },
  'user info in the Host header': {
    configuration: 'development, relative proxyUrl',
    headers: async () => [['Host', 'user@shop.example'], ...NAVIGATION],
    reference: [307, 'dev-browser-missing'],
    ours: [307, 'dev-browser-missing'],
  },
  'X-Forwarded-Proto that is no scheme of the web': {
    configuration: 'development, relative proxyUrl',
    headers: async () => [['X-Forwarded-Proto', 'javascript'], ...NAVIGATION],
    reference: [307, 'dev-browser-missing'],
    ours: [307, 'dev-browser-missing'],
  },
  'machine JWT claims of another type': {
    configuration: 'production',
    headers: () => bearer(sign(production, { claims: { sub: 'mch_1', aud: 'https://api.shop.example' } })),
    reference: [200],
    ours: [200],
  },
  'mistyped resource from the Backend API': {
    configuration: 'production',
    headers: async () => {
      const body = {
        object: 'api_key',
        id: 'ak_1',
        subject: 'user_1',
        name: 'CI',
        scopes: 'read',
        claims: null,
      };
      await backend.prepare({
        operation: 'api_key',
        credential: 'ak_mistyped',
        answer: { status: 200, body },
      });
      return bearer(Promise.resolve('ak_mistyped'));
    },
    label: 'mistyped machine resource',
    reference: [200],
    ours: [200, 'unexpected-error'],
  },
  'scheme of the Authorization header in another case, or before several spaces': {
    configuration: 'production',
    headers: async () => [['Authorization', `bearer  ${await sign(production)}`]],
    reference: [200, 'token-invalid'],
    ours: [200],
  },
  'audience that is neither a string nor a list of strings': {
    configuration: 'audience',
    headers: () => bearer(sign(production, { claims: { aud: [['shop-api']] } })),
    reference: [200],
    ours: [200, 'token-verification-failed'],
  },
  'outage of the Backend API while a machine token is verified': {
    configuration: 'production',
    headers: async () => {
      await backend.prepare({
        operation: 'api_key',
        credential: 'ak_outage',
        answer: { status: 500, body: {} },
      });
      return [['Authorization', 'Bearer ak_outage']];
    },
    reference: [200, 'unexpected-error'],
    ours: [200, 'backend-api-unavailable'],
  },
  'opaque machine token where no route runs': {
    configuration: 'production',
    start: startNest,
    target: async () => '/teams/%E0%A4%A',
    headers: async () => {
      await backend.prepare({
        operation: 'api_key',
        credential: 'ak_unknown',
        answer: { status: 404, body: {} },
      });
      return [['Authorization', 'Bearer ak_unknown']];
    },
    reference: [400, 'token-invalid'],
    ours: [400],
  },
  'cross-origin headers without a handshake': {
    configuration: 'production',
    target: async () => '/?__clerk_handshake_nonce=x',
    reference: [200, 'session-token-missing'],
    ours: [200, 'session-token-missing'],
  },
  'cookie directives that are invalid': {
    configuration: 'production',
    target: async () => {
      await backend.prepare({
        operation: 'handshake',
        credential: 'nonce_odd',
        answer: { status: 200, body: { directives: [7] } },
      });
      return '/?__clerk_handshake_nonce=nonce_odd';
    },
    label: 'malformed cookie directives',
    reference: [200, 'session-token-and-uat-missing'],
    ours: [200, 'session-token-missing'],
  },
};

describe('recorded deviations from @clerk/express', () => {
  it('have an example each', () => {
    expect(Object.keys(EXAMPLES).sort()).toEqual(DEVIATIONS.map(({ name }) => name).sort());
  });

  it.each(UNDRAWN_DEVIATIONS)('$name names an existing test', ({ test }) => {
    expect(existsSync(test)).toBe(true);
  });

  it.each(DEVIATIONS)('$name', async ({ name, applies }) => {
    const example = EXAMPLES[name]!;
    const compared = await compare(example);

    expect(summaryOf(compared.reference)).toEqual(example.reference);
    expect(summaryOf(compared.ours)).toEqual(example.ours);
    expect(compared.differences).not.toEqual([]);
    expect(applies(compared)).toBe(true);
  });

  it('do not excuse a missing state on a route that accepts an opaque machine token', async () => {
    const withRoute = { ...EXAMPLES['opaque machine token where no route runs']!, start: startReference };
    const compared = await compare({ ...withRoute, target: async () => '/' });
    const { 'x-clerk-auth-status': _, ...headers } = compared.ours.headers;
    const ours = { ...compared.ours, headers };
    const differences = differencesBetween(compared.reference, ours);

    expect(differences).toHaveLength(1);
    expect(DEVIATIONS.filter(({ applies }) => applies({ ...compared, ours, differences }))).toEqual([]);
  });

  it('do not excuse a signed-in result for a request that @clerk/express rejects', async () => {
    const signedOut = await compare({
      ...EXAMPLES['time claims beyond the calendar']!,
      headers: async () => [],
    });
    const signedIn = await compare({
      ...EXAMPLES['time claims beyond the calendar']!,
      headers: () => bearer(sign(production)),
    });
    const { reference } = signedOut;
    const { ours } = signedIn;
    const compared = { ...signedOut, ours, differences: differencesBetween(reference, ours) };

    expect(compared.differences).not.toEqual([]);
    expect(DEVIATIONS.filter(({ applies }) => applies(compared))).toEqual([]);
  });
});

async function compare({
  configuration: name,
  headers,
  target,
  label,
  start = startExpress,
}: Example): Promise<ComparedCase> {
  const configuration = configurations.find(candidate => candidate.name === name)!;
  const drawnHeaders = headers ? await headers() : [];
  const host: [string, string][] = drawnHeaders.some(([header]) => header === 'Host')
    ? []
    : [['Host', 'shop.example']];
  const request: RawRequest = {
    method: 'GET',
    target: target ? await target() : '/',
    headers: [...host, ...drawnHeaders, ['x-conformance-questions', '1']],
  };
  const reference = await ask(await startReference(configuration), request);
  const ours = await ask(await start(configuration), request);
  const labels = new Set(label ? [label] : []);
  const surroundings = { http2: undefined, foreignAuth: undefined, hasEarlierMiddleware: false };
  const drawn = { number: 0, instant: Date.now(), configuration, request, surroundings, labels };
  return { drawn, reference, ours, differences: differencesBetween(reference, ours) };
}

async function ask(subject: Subject, request: RawRequest): Promise<Answer> {
  subjects.push(subject);
  return answerOf(await send(subject.port, request));
}

function summaryOf({ status, headers }: Answer): [number, string?] {
  const reason = headers['x-clerk-auth-reason']?.[0];
  return reason ? [status, reason] : [status];
}

async function bearer(token: Promise<string>): Promise<[string, string][]> {
  return [['Authorization', `Bearer ${await token}`]];
}

function sign(
  signer: ClerkInstance,
  { header = {}, claims = {} }: { header?: object; claims?: object } = {},
  bytes: { payloadBytes?: Buffer } = {},
): Promise<string> {
  const iat = Math.floor(Date.now() / 1000) - 5;
  return signedText({
    header: { alg: 'RS256', kid: signer.kid, typ: 'JWT', ...header },
    claims: { iss: signer.issuer, sub: 'user_1', sid: 'sess_1', iat, nbf: iat, exp: iat + 60, ...claims },
    signer,
    algorithm: 'RS256',
    ...bytes,
  });
}
