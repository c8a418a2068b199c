import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { closeFrontendApis, frontendApi } from '../../../support/frontend-api.js';
import type { FrontendApi } from '../../../support/frontend-api.js';
import { startNestApp } from '../../../support/nest-app.js';
import { sendRaw } from '../../../support/raw-http.js';
import { closeApps } from '../../../support/running-app.js';

let local: LocalClerk;
let api: FrontendApi;
/** A server of an attacker who wants the secret key. */
let evil: FrontendApi;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create();
});
beforeEach(async () => {
  api = await frontendApi();
  evil = await frontendApi();
});
afterEach(async () => {
  await closeApps();
  await closeFrontendApis();
});

/** `EVIL` stands for the host and port of that server, `PORT` for its port. */
const TARGETS = [
  // CVE-2026-34076: a path that names a host if it is resolved against the Frontend API's URL.
  '/__clerk//EVIL/steal',
  '/__clerk///EVIL/steal',
  '/__clerk/\\EVIL/steal',
  '/__clerk\\\\EVIL/steal',
  '/__clerk/\\/EVIL/steal',
  '/__clerk/%2f%2fEVIL/steal',
  '/__clerk/%2fEVIL/steal',
  '/__clerk/%5c%5cEVIL/steal',
  '/__clerk/http://EVIL/steal',
  '/__clerk/http:EVIL/steal',
  '/__clerk/@EVIL/steal',
  '/__clerk@EVIL/steal',
  '/__clerk/:secret@EVIL/steal',
  '/__clerk/%40EVIL/steal',
  '/__clerk/.EVIL/steal',
  '/__clerk/:PORT/steal',
  '/__clerk:PORT/steal',
  '/__clerk/?@EVIL/steal',
  '/__clerk?@EVIL/steal',
  '/__clerk/#@EVIL/steal',
  '/__clerk#@EVIL/steal',
  '/__clerk/;@EVIL/steal',
  '/__clerk/%0d%0aHost:%20EVIL',
  '/__clerk/%00@EVIL',
  '/__clerk/..//EVIL/__clerk/steal',
  '/__clerk/../..//EVIL/steal',
  '/__clerk/%2e%2e//EVIL/steal',
  '/__clerk/..%2f..%2f%2fEVIL/steal',
  '//EVIL/__clerk/steal',
  '///EVIL/__clerk/steal',
  '/\\EVIL/__clerk/steal',
  '//user@EVIL/__clerk/steal',
  'http://EVIL/__clerk/steal',
  'http://user:password@EVIL/__clerk/steal',
  'http://EVIL/__clerk//EVIL/steal',
  'HTTP://EVIL/__clerk/steal',
  'http://EVIL\\@127.0.0.1/__clerk/steal',
];

describe.each(['', '/base'])('Frontend API at a URL with the path "%s"', base => {
  it.each(TARGETS)('keeps its host and path for the target %s', async target => {
    const app = await startNestApp({
      secretKey: local.secretKey,
      publishableKey: local.publishableKey,
      frontendApiProxy: { enabled: true, fapiUrl: `${api.url}${base}` },
    });

    const answer = await sendRaw(app.port, {
      target: target.replaceAll('EVIL', evil.host).replaceAll('PORT', String(evil.port)),
    });

    expect(evil.requests).toEqual([]);
    expect(answer.status).toBeLessThan(500);
    for (const { url, headers } of api.requests) {
      expect(headers).toMatchObject({ host: api.host, 'clerk-secret-key': local.secretKey });
      expect(url.startsWith(`${base}/`)).toBe(true);
      expect(url).not.toMatch(/(\/|\\|%2f|%5c)(\.|%2e){2}(\/|\\|%2f|%5c|$)/i);
    }
  });
});

it.each([
  '/__clerk/..%2fx',
  '/__clerk/..%5cx',
  '/__clerk/a/%2e%2e%2fx',
  '/__clerk/%2f..',
  '/__clerk/a%2F.%2E%2fx',
])('the target %s is rejected with 400, because a server may resolve it to a path outside', async target => {
  const app = await startNestApp({
    secretKey: local.secretKey,
    publishableKey: local.publishableKey,
    frontendApiProxy: { enabled: true, fapiUrl: `${api.url}/base` },
  });

  const { status, body } = await sendRaw(app.port, { target });

  expect(status).toBe(400);
  expect(JSON.parse(body)).toMatchObject({ errors: [{ code: 'proxy_request_failed' }] });
  expect(api.requests).toEqual([]);
});

it.each(['a b', 'user@app.example', 'app.example/path', 'app.example:port', '[', 'app.example?'])(
  'a request with the host "%s" is rejected with 400',
  async host => {
    const app = await startNestApp({
      secretKey: local.secretKey,
      publishableKey: local.publishableKey,
      frontendApiProxy: { enabled: true, fapiUrl: api.url },
    });

    const { status } = await app.get('/__clerk/v1/client', { host });

    expect(status).toBe(400);
    expect(api.requests).toEqual([]);
  },
);

it('the headers of a client do not change the host', async () => {
  const app = await startNestApp({
    secretKey: local.secretKey,
    publishableKey: local.publishableKey,
    frontendApiProxy: { enabled: true, fapiUrl: api.url },
  });

  await app.get('/__clerk/steal', {
    host: evil.host,
    'x-forwarded-host': evil.host,
    forwarded: `host=${evil.host}`,
    'x-original-url': `http://${evil.host}/`,
    'x-rewrite-url': `http://${evil.host}/`,
  });

  expect(evil.requests).toEqual([]);
  expect(api.requests).toMatchObject([{ url: '/steal', headers: { host: api.host } }]);
});

it('a redirect to another host is not followed', async () => {
  const redirecting = await frontendApi((_request, response) =>
    response.writeHead(307, { location: `${evil.url}/steal` }).end(),
  );
  const app = await startNestApp({
    secretKey: local.secretKey,
    publishableKey: local.publishableKey,
    frontendApiProxy: { enabled: true, fapiUrl: redirecting.url },
  });

  expect(await app.get('/__clerk/v1/client')).toMatchObject({
    status: 307,
    headers: { location: `${evil.url}/steal` },
  });
  expect(evil.requests).toEqual([]);
});
