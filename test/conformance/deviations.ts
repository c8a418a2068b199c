import type { Answer, Difference } from './answer.js';
import { isSignedIn, reasonOf } from './answer.js';
import type { DecodedToken } from './decoded-tokens.js';
import { decodedTokens, hasMalformedAudience, parseJson } from './decoded-tokens.js';
import type { DrawnCase } from './draw/case.js';
import type { RawRequest } from './http-client.js';

/** One request that the two implementations answered differently. */
export interface ComparedCase {
  drawn: DrawnCase;
  reference: Answer;
  ours: Answer;
  differences: Difference[];
}

export interface Deviation {
  name: string;
  /** The reason why our response is right. */
  reason: string;
  /** Matches this cause only, so that it does not excuse another difference. */
  applies(compared: ComparedCase): boolean;
}

/** An error of `getAuth()` of @clerk/express for `o`, `fea` or `per`; it is not visible if no route calls it. */
const THROWN_FOR_CLAIMS = /^(claim|fea|per|fpm)\.split is not a function$|^Invalid claim element/;

const TIME_REASONS = ['session-token-nbf', 'session-token-iat-in-the-future', 'token-verification-failed'];

/** The deliberate differences to `@clerk/express`. Any other difference is a bug. */
export const DEVIATIONS: Deviation[] = [
  {
    name: 'JSON null for a header or payload',
    reason: '@clerk/express reads a property of null: 500, or a reason that depends on where it did.',
    applies: ({ drawn, reference, ours }) =>
      decodedTokens(drawn.request).some(({ header, payload }) => header === 'null' || payload === 'null') &&
      ((isCrash(reference, /^Cannot read properties of null|as it is null\.$/) && ours.status < 500) ||
        (!isSignedIn(reference) && isSignedOut(ours))),
  },
  {
    name: 'control characters in the message header',
    reason:
      '@clerk/express puts claims of an unverified token into x-clerk-auth-message, which node rejects: 500.',
    applies: ({ reference, ours }) =>
      isCrash(reference, /^Invalid character in header content/) && isSignedOut(ours),
  },
  {
    name: 'message header left out',
    reason:
      '@clerk/express drops x-clerk-auth-message when a claim in it is no byte string; ours quotes no claims.',
    applies: ({ drawn, differences }) =>
      differences.length === 1 &&
      differences[0]!.what === 'x-clerk-auth-message' &&
      differences[0]!.ours === 'present' &&
      decodedTokens(drawn.request).some(({ header, payload }) =>
        /[^\t\x20-\xff]|\\u|\\r/.test(header + payload),
      ),
  },
  {
    name: 'compact claims that cannot be read',
    reason:
      'getAuth() of @clerk/express throws in the route if the token is in the header; in a cookie it is signed out.',
    applies: ({ drawn, reference, ours, differences }) =>
      (THROWN_FOR_CLAIMS.test(reference.crash ?? '') ||
        (!reference.headers['x-echo'] && carriesCompactClaims(drawn.request))) &&
      reference.headers['x-clerk-auth-status'] === undefined &&
      isSignedOut(ours) &&
      reasonOf(ours) === 'unexpected-error' &&
      differences.every(({ what }) => /^(getAuth|x-echo|x-clerk-auth-)/.test(what)),
  },
  {
    name: 'kid named like a property of every object',
    reason: '@clerk/express takes Object.prototype.constructor for a key; ours has no key of that name.',
    applies: ({ drawn, ours, differences }) =>
      decodedTokens(drawn.request).some(({ header }) =>
        /"kid":"(constructor|toString|__proto__)"/.test(header),
      ) &&
      reasonOf(ours) === 'jwk-kid-mismatch' &&
      differences.every(({ what }) => what === 'x-clerk-auth-reason'),
  },
  {
    name: 'scheme of the Authorization header in another case, or before several spaces',
    reason:
      'A scheme has no case (RFC 9110, 11.1), and one or more spaces follow it (11.4); @clerk/express reads tokens of `Bearer` and one space alone.',
    applies: ({ drawn, ours }) =>
      drawn.request.headers.some(
        ([name, value]) =>
          name === 'Authorization' && /^bearer +[^ ]/i.test(value) && !/^Bearer [^ ]/.test(value),
      ) && ours.status < 500,
  },
  {
    name: 'audience that is neither a string nor a list of strings',
    reason:
      'With `audience` configured, @clerk/express accepts an `aud` such as 5, [["api"]] and ["api", 5] unchecked; ours is for no audience.',
    applies: ({ drawn, ours }) =>
      drawn.configuration.options.audience !== undefined &&
      decodedTokens(drawn.request).some(({ payload }) => hasMalformedAudience(payload)) &&
      isSignedOut(ours) &&
      reasonOf(ours) === 'token-verification-failed',
  },
  {
    name: 'outage of the Backend API while a machine token is verified',
    reason:
      '@clerk/express says unexpected-error, or token-verification-failed of a JWT; ours has a reason of its own, so that an outage can be answered 503.',
    applies: ({ reference, ours, differences }) =>
      (['unexpected-error', 'token-verification-failed'].includes(String(reasonOf(reference))) ||
        reference.headers['x-clerk-auth-reason'] === undefined) &&
      reasonOf(ours) === 'backend-api-unavailable' &&
      differences.every(
        ({ what }) => what.startsWith('x-clerk-auth-') || what.startsWith('getAuth') || what === 'x-echo',
      ),
  },
  {
    name: 'cross-origin headers without a handshake',
    reason:
      '@clerk/express opens the answer to pages without an origin for any handshake parameter; ours once a handshake was resolved.',
    applies: ({ reference, ours, differences }) =>
      ours.headers['access-control-allow-origin'] === undefined &&
      reference.headers['access-control-allow-origin'] !== undefined &&
      differences.every(({ what }) => what.startsWith('access-control-allow-')),
  },
  {
    name: 'critical extensions in the header',
    reason:
      'A token with a `crit` that is not understood is invalid (RFC 7515, 4.1.11); @clerk/express takes no notice.',
    applies: ({ drawn, ours }) => {
      const critical = decodedTokens(drawn.request).filter(({ header }) => header.includes('"crit":'));
      const isHandshake = critical.some(({ payload }) => payload.includes('"handshake":'));
      const isRefused = ['token-invalid', 'token-verification-failed'].includes(reasonOf(ours) ?? '');
      return (
        critical.length > 0 &&
        ((isSignedOut(ours) && isRefused) || (isHandshake && !ours.headers['access-control-allow-origin']))
      );
    },
  },
  {
    name: 'padding in a JWT',
    reason:
      'A JWT has none (RFC 7515, 2). @clerk/express takes a padded one, and a padded machine JWT for a person signed in.',
    applies: ({ drawn, ours }) => carriesPaddedToken(drawn.request) && ours.status < 500,
  },
  {
    name: 'time claims of an unverified cookie that are no numbers',
    reason:
      '@clerk/express compares whatever they are: as text, or not at all (500), when an object has no value.',
    applies: ({ drawn, ours }) =>
      decodedTokens(drawn.request).some(({ payload }) => /"(iat|exp)":["[{]/.test(payload)) &&
      drawn.request.headers.some(([name]) => name === 'Cookie') &&
      ours.status < 500,
  },
  {
    name: 'path that begins with two slashes',
    reason: '@clerk/express takes its first part for the host that a browser is sent back to.',
    applies: ({ drawn, differences }) =>
      /^\/(\.?\/|[^?#]*\/\/)/.test(drawn.request.target) &&
      differences.every(({ what }) => what === 'location'),
  },
  {
    name: 'session id that is no string',
    reason: '@clerk/express asks the Backend API to refresh a session of such an id all the same.',
    applies: ({ drawn, reference, ours, differences }) =>
      decodedTokens(drawn.request).some(({ payload }) => /"sid":[^"]/.test(payload)) &&
      reasonOf(reference)?.startsWith('session-token-expired-refresh-') === true &&
      reasonOf(ours) === 'session-token-expired-refresh-expired-session-token-missing-sid-claim' &&
      differences.every(({ what }) => what === 'location' || what === 'x-clerk-auth-reason'),
  },
  {
    name: 'time claims beyond the calendar',
    reason:
      'A date that JavaScript cannot represent compares as neither past nor future: @clerk/express accepts it.',
    applies: ({ drawn, reference, ours }) =>
      decodedTokens(drawn.request).some(({ payload }) => /"(nbf|iat)":1e\+300/.test(payload)) &&
      reference.headers['x-clerk-auth-status'] === undefined &&
      TIME_REASONS.includes(reasonOf(ours) ?? ''),
  },
  {
    name: 'development handshake token that is rejected',
    reason:
      '@clerk/express throws: 500 for what anybody can put into a URL. Ours says the same as reason and message.',
    applies: ({ reference, ours }) =>
      isCrash(reference, /^Clerk: Handshake token verification failed|as it is null\.$/) && isSignedOut(ours),
  },
  {
    name: '__clerk_redirect_url that is no address of the web',
    reason:
      '@clerk/express throws (500) for a query parameter that anybody can send, or redirects to javascript:. Ours ignores it.',
    applies: ({ drawn, ours }) =>
      parametersOf(drawn.request.target).some(
        ([name, value]) => name === '__clerk_redirect_url' && !/^https?:/i.test(value),
      ) && ours.status < 500,
  },
  {
    name: 'user info in the Host header',
    reason:
      'The Host header has none (RFC 9112, 3.2); @clerk/express copies it into the URL of the proxied Frontend API.',
    applies: ({ drawn, differences }) =>
      drawn.request.headers.some(([name, value]) => name === 'Host' && value.includes('@')) &&
      differences.every(({ what }) => what === 'location'),
  },
  {
    name: 'X-Forwarded-Proto that is no scheme of the web',
    reason: 'The URL of a relative proxyUrl then makes no sense, and is another one that makes none.',
    applies: ({ drawn, differences }) =>
      drawn.request.headers.some(
        ([name, value]) => name === 'X-Forwarded-Proto' && /^(javascript|ftp)/.test(value),
      ) && differences.every(({ what }) => what === 'location'),
  },
  {
    name: 'machine JWT claims of another type',
    reason:
      'Where the types promise a string or string[], @clerk/express hands on what the token has or throws.',
    applies: compared =>
      decodedTokens(compared.drawn.request).some(isMistypedMachineJwt) &&
      (isCrash(compared.reference, /\.scopes?\?\.split is not a function$/) || differInAuthFields(compared)),
  },
  {
    name: 'mistyped resource from the Backend API',
    reason:
      '@clerk/express hands it on or throws in the route; ours keeps to the types or takes it for unverified.',
    applies: compared =>
      compared.drawn.labels.has('mistyped machine resource') &&
      ((isSignedOut(compared.ours) && reasonOf(compared.ours) === 'unexpected-error') ||
        differInAuthFields(compared)),
  },
  {
    name: 'cookie directives that are invalid',
    reason:
      'From the Backend API or a handshake token; @clerk/express throws or sends them, ours leaves them out.',
    applies: ({ drawn, ours, differences }) =>
      drawn.labels.has('malformed cookie directives') &&
      ours.status < 500 &&
      (!isSignedIn(ours) || !differences.some(({ what }) => what.startsWith('getAuth'))),
  },
  {
    name: 'opaque machine token where no route runs',
    reason:
      'The module defers the call to the Backend API that verifies it to the guard, decorator or handler that asks. Where none runs (`OPTIONS *`, a path that cannot be decoded) there is no state to report; @clerk/express calls the Backend API all the same.',
    applies: ({ drawn, reference, ours, differences }) =>
      carriesOpaqueMachineToken(drawn.request) &&
      !reference.headers['x-echo'] &&
      !ours.headers['x-echo'] &&
      reference.headers['x-clerk-auth-status']?.[0] === 'signed-out' &&
      differences.every(({ what, ours: value }) => what.startsWith('x-clerk-auth-') && isAbsent(value)),
  },
];

/** The parameters of a request target as servers read them: names may be percent-encoded, and may repeat. */
function parametersOf(target: string): [name: string, value: string][] {
  const query = target.indexOf('?');
  return query === -1 ? [] : [...new URLSearchParams(target.slice(query))];
}

/** The deliberate differences of the Frontend API proxy. */
export { PROXY_DEVIATIONS } from './frontend-api-proxy/deviations.js';

/** The deliberate differences that a drawn request cannot show; the test is a file of this project. */
export const UNDRAWN_DEVIATIONS: { name: string; reason: string; test: string }[] = [
  {
    name: 'cookies of a page of another origin that opens a WebSocket',
    reason:
      'There is no CORS for WebSockets: @clerk/express believes the cookies of the caller who has a browser open one. Ours count for the own origin and authorizedParties.',
    test: 'test/e2e/graphql/contexts.test.ts',
  },
  {
    name: 'a second middleware with other requirements',
    reason:
      '@clerk/express skips a request that an earlier middleware has authenticated, whatever its keys and requirements. Ours reuses a result only for the same configuration; a second clerkMiddleware() can only narrow, and the module decides by its own options.',
    test: 'test/e2e/express/earlier-middleware.test.ts',
  },
  {
    name: '`req.auth` of another library',
    reason: '@clerk/express overwrites it. Ours leaves it, since our state is on a property of its own.',
    test: 'test/e2e/http/module/foreign-req-auth.test.ts',
  },
  {
    name: '`:authority` and `:scheme` of HTTP/2',
    reason: '@clerk/express runs on Express only, which has no HTTP/2, and reads neither.',
    test: 'test/e2e/fastify/http2.test.ts',
  },
  {
    name: 'a request for which the chosen options have no keys',
    reason: '@clerk/express fails with 500. In the module such a request is signed out: `unknown-instance`.',
    test: 'test/e2e/http/module/unknown-instance.test.ts',
  },
  {
    name: 'machine tokens that cost a call to the Backend API',
    reason:
      '@clerk/express verifies every one of them. The module has them verified where a guard, a decorator or a handler asks for them, remembers a rejection for ten seconds, and verifies at most 100 at a time.',
    test: 'test/e2e/http/machine-tokens/deferred.test.ts',
  },
  {
    name: 'organization patterns with several wildcards on very long paths',
    reason:
      'path-to-regexp tries every way to divide a path, which takes minutes for 16 KB. Ours gives up on such a path.',
    test: 'test/authentication/handshake/organization-matcher.test.ts',
  },
  {
    name: 'known keys outlive an outage of the Backend API',
    reason:
      '@clerk/express forgets keys after five minutes and signs everybody out. Ours are asked about after five, waited for after fifteen, and used for as long as the Backend API is down.',
    test: 'test/e2e/http/sessions/key-set-outage.test.ts',
  },
  {
    name: 'a requirement that has() does not know',
    reason: '@clerk/express takes no notice of it; ours cannot vouch for it, so the answer is no.',
    test: 'test/authorization/has.test.ts',
  },
  {
    name: 'requireAuth() and the tokens of programs',
    reason:
      '@clerk/express lets in any token that has a user; a route that does not ask for them takes sessions only.',
    test: 'test/e2e/express/require-auth.test.ts',
  },
  {
    name: '`jwtKey` and `machineSecretKey` of another instance',
    reason: '@clerk/express applies those of the environment to keys that are chosen by the request.',
    test: 'test/e2e/http/module/tenant-keys.test.ts',
  },
  {
    name: '`false` and `0` as parameters of the Backend API',
    reason: '@clerk/backend drops them.',
    test: 'test/backend-api/transport/query.test.ts',
  },
  {
    name: 'ids in the paths of the Backend API',
    reason: '@clerk/backend does not encode them.',
    test: 'test/backend-api/transport/path.test.ts',
  },
  {
    name: '`application/json; charset=utf-8` from the Backend API',
    reason: '@clerk/backend leaves it as text.',
    test: 'test/backend-api/transport/transport.test.ts',
  },
  {
    name: 'the message of a call that got no answer',
    reason: "@clerk/backend's is empty.",
    test: 'test/backend-api/transport/faults.test.ts',
  },
  {
    name: 'an answer of the Frontend API that breaks off',
    reason:
      'In @clerk/express the error of the stream has no listener and ends the process. Ours is a 502, or a broken connection where the answer has begun.',
    test: 'test/e2e/http/frontend-api-proxy/failures.test.ts',
  },
  {
    name: 'a Frontend API that is silent',
    reason: '@clerk/express waits for five minutes. Ours answers 504 after 30 seconds, or `timeoutMs`.',
    test: 'test/e2e/http/frontend-api-proxy/failures.test.ts',
  },
  {
    name: 'a client that disconnects from the Frontend API proxy',
    reason: 'In @clerk/express the request to the Frontend API goes on. Ours ends.',
    test: 'test/e2e/http/frontend-api-proxy/failures.test.ts',
  },
  {
    name: 'CLERK_FAPI_URL that is not usable',
    reason: '@clerk/express answers each proxied request with 500. Ours stops the start of the application.',
    test: 'test/e2e/http/frontend-api-proxy/options.test.ts',
  },
  {
    name: 'the URL that `frontendApiProxy.enabled` gets',
    reason:
      'In @clerk/express it has the scheme http and the host of `Host`, also behind a reverse proxy. Ours is the public URL, as for `proxyUrl` and `domain`.',
    test: 'test/e2e/http/frontend-api-proxy/options.test.ts',
  },
];

/** Sent in the Authorization header, the only place of a machine token. */
function carriesOpaqueMachineToken({ headers }: RawRequest): boolean {
  return headers.some(([name, value]) => name === 'Authorization' && /^(Bearer )?(ak|mt|oat)_/.test(value));
}

function isAbsent(value: string | undefined): boolean {
  return value === undefined || value === 'absent';
}

/** For a segment of a token, in a header, a cookie or the query; a handshake or refresh may return one too. */
function carriesPaddedToken({ target, headers }: RawRequest): boolean {
  const text = [target, ...headers.map(([, value]) => value)].join(' ');
  const tokens =
    text
      .replaceAll('%3D', '=')
      .replaceAll('%2E', '.')
      .match(/[\w-]+=*\.=?[\w-]*=*\.=?[\w-]*=*/g) ?? [];
  return tokens.some(token => token.includes('=')) || /=eyJ[\w-]+\./.test(text.replaceAll(/[\w-]+=eyJ/g, ''));
}

/** Directly, or in the result of a handshake or refresh. */
function carriesCompactClaims(request: RawRequest): boolean {
  const text = [request.target, ...request.headers.map(([, value]) => value)].join(' ');
  return (
    /__clerk_handshake|__refresh_/.test(text) ||
    decodedTokens(request).some(({ payload }) => payload.includes('"v":2'))
  );
}

/** Both let the request in, and differ in fields of the auth object (of which a HEAD answer has the digest only). */
function differInAuthFields({ drawn, reference, ours, differences }: ComparedCase): boolean {
  const letIn = (answer: Answer) => drawn.request.method === 'HEAD' || isSignedIn(answer);
  return (
    letIn(reference) &&
    letIn(ours) &&
    differences.every(({ what }) => what.startsWith('getAuth') || what === 'x-echo')
  );
}

function isMistypedMachineJwt({ header, payload }: DecodedToken): boolean {
  const { typ } = Object(parseJson(header)) as Record<string, unknown>;
  const claims = Object(parseJson(payload)) as Record<string, unknown>;
  const isMachine = String(typ).endsWith('at+jwt') || String(claims['sub']).startsWith('mch_');
  const strings = ['jti', 'client_id', 'scope', 'scopes'];
  const lists = ['aud', 'scp'];
  return (
    isMachine &&
    (strings.some(name => claims[name] !== undefined && typeof claims[name] !== 'string') ||
      lists.some(name => claims[name] !== undefined && !isListOfStrings(claims[name])))
  );
}

function isListOfStrings(value: unknown): boolean {
  return Array.isArray(value) && value.every(entry => typeof entry === 'string');
}

function isCrash({ status, crash }: Answer, message: RegExp): boolean {
  return status === 500 && message.test(crash ?? '');
}

function isSignedOut(answer: Answer): boolean {
  return (
    answer.status < 500 && answer.headers['x-clerk-auth-status']?.[0] === 'signed-out' && !isSignedIn(answer)
  );
}
