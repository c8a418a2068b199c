import { beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

let local: LocalClerk;

beforeEach(async () => {
  local = await LocalClerk.create({
    instanceType: 'production',
    frontendApi: 'clerk.example.test',
    users: [{ id: 'user_ada' }],
  });
  await local.fetch('https://api.clerk.com/v1/domains', {
    method: 'POST',
    headers: { authorization: `Bearer ${local.secretKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'satellite.test', is_satellite: true }),
  });
});

/** Follows one redirect of a browser. */
async function visit(
  url: string,
  cookie = '',
): Promise<{ status: number; location: string; client: string }> {
  const { host } = new URL(url);
  const response = await local.handle(new Request(url, { headers: { cookie, host } }));
  const client = response.headers.getSetCookie().find(line => line.startsWith('__client=')) ?? '';
  const location = response.headers.get('location') ?? '';
  return { status: response.status, location, client: client.split(';')[0] ?? '' };
}

const HANDSHAKE = `https://clerk.satellite.test/v1/client/handshake?${new URLSearchParams({
  redirect_url: 'https://app.satellite.test/orders',
  format: 'nonce',
}).toString()}`;

describe('the Frontend API of a satellite in production', () => {
  it('makes an unknown browser the one that it is on the primary domain', async () => {
    const browser = local.browsers.create();
    browser.signIn({ userId: 'user_ada' });

    const sync = await visit(HANDSHAKE);
    expect(sync.location).toMatch(
      /^https:\/\/clerk\.example\.test\/v1\/client\/sync\?link_domain=satellite\.test/,
    );
    const link = await visit(sync.location, `__client=${browser.token}`);
    expect(link.location).toMatch(/^https:\/\/clerk\.satellite\.test\/v1\/client\/link\?token=/);
    expect(link.location).not.toContain(browser.token);
    const back = await visit(link.location);

    expect(back).toEqual({ status: 307, location: HANDSHAKE, client: `__client=${browser.token}` });
    const done = await visit(HANDSHAKE, back.client);
    expect(done.location).toBe('https://app.satellite.test/orders');
  });

  it('makes one browser of a new one on both domains', async () => {
    const link = await visit((await visit(HANDSHAKE)).location);
    const back = await visit(link.location);

    expect(link.client).toMatch(/^__client=./);
    expect(back.client).toBe(link.client);
  });

  it('leads ClerkJS back to its page, which learns that it is synchronized', async () => {
    const redirectUrl = encodeURIComponent('https://app.satellite.test/orders?page=2');
    const sync = await visit(`https://clerk.satellite.test/v1/client/sync?redirect_url=${redirectUrl}`);
    const back = await visit((await visit(sync.location)).location);

    expect(back.location).toBe('https://app.satellite.test/orders?page=2&__clerk_synced=true');
  });

  it('accepts the token of a link once', async () => {
    const link = await visit((await visit(HANDSHAKE)).location);
    await visit(link.location);

    expect((await visit(link.location)).status).toBe(400);
  });

  it.each(['evil.test', 'example.test', ''])('does not link the domain %p', async domain => {
    const url = `https://clerk.example.test/v1/client/sync?link_domain=${domain}&redirect_url=https://x.test`;

    expect(await visit(url)).toMatchObject({ status: 422, location: '' });
  });

  it.each(['https://evil.test/', 'https://notsatellite.test/', 'javascript:alert(1)', ''])(
    'does not lead a linked browser to %p',
    async redirectUrl => {
      const url = `https://clerk.satellite.test/v1/client/sync?redirect_url=${encodeURIComponent(redirectUrl)}`;
      const link = await visit((await visit(url)).location);

      expect(await visit(link.location)).toMatchObject({ status: 422, location: '', client: '' });
    },
  );

  it('answers the handshake of a domain that is not one of the instance without a detour', async () => {
    expect((await visit(HANDSHAKE.replace('clerk.satellite.test', 'clerk.other.test'))).location).toBe(
      'https://app.satellite.test/orders',
    );
  });
});
