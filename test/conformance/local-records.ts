import type { LocalClerk } from '../../lib/testing/index.js';

import type { ScriptedOperation } from './backend-api.js';

/** A drawn API key, M2M token or OAuth access token as the Backend API answers it. */
interface DrawnResource {
  subject: string;
  scopes: string[];
  claims?: Record<string, unknown> | null;
  client_id?: string;
  aud?: string | string[];
}

/** Makes drawn answers true: records of a LocalClerk for which it gives such an answer itself. */
export class LocalRecords {
  /** The ids of the users of drawn tokens. */
  readonly #users = new Set<string>();

  constructor(private readonly local: LocalClerk) {}

  /**
   * Creates the record.
   *
   * @returns its credential; `undefined` for an answer that no record has
   */
  async credentialFor(
    operation: ScriptedOperation,
    body: unknown,
    sessionToken: string | undefined,
  ): Promise<string | undefined> {
    if (operation === 'handshake') {
      const { directives } = body as { directives?: unknown };
      return areCookies(directives) ? this.#nonce(directives) : undefined;
    }
    if (operation === 'refresh') {
      const { cookies } = body as { cookies?: unknown };
      return areCookies(cookies) ? this.#refreshToken(sessionToken) : undefined;
    }
    return isWellFormed(body) ? this.#machineCredential(operation, body) : undefined;
  }

  async #machineCredential(
    operation: 'api_key' | 'm2m_token' | 'oauth_token',
    { subject, scopes, claims, client_id: clientId, aud }: DrawnResource,
  ): Promise<string> {
    const { apiKeys, m2mTokens, oauthTokens, machineId } = this.local;
    switch (operation) {
      case 'api_key':
        return apiKeys.create({ name: 'CI', subject, scopes, claims }).secret;
      case 'm2m_token':
        // A token with the machine of the instance in its scopes, or one that only the instance may verify.
        return (
          await m2mTokens.create({ subject, claims, scopes: scopes.length === 1 ? [machineId] : scopes })
        ).token;
      case 'oauth_token': {
        const audience = aud === undefined ? [] : [aud].flat();
        return (await oauthTokens.create({ subject, scopes, clientId, audience })).token;
      }
    }
  }

  /** The refresh token of the session in a token; for a token without a session, that of another session. */
  #refreshToken(sessionToken: string | undefined): string {
    const { users, sessions } = this.local;
    const { userId, sessionId, organizationId } = sessionOf(sessionToken);
    if (sessionId !== undefined && sessions.find(sessionId)) return sessions.issueRefreshToken(sessionId);
    const owner = userId !== undefined && this.#users.has(userId) ? userId : users.create({ id: userId }).id;
    this.#users.add(owner);
    const session = sessions.create({
      id: sessionId,
      userId: owner,
      activeOrganizationId: organizationId,
    });
    return sessions.issueRefreshToken(session.id);
  }

  /** The nonce of a handshake of a browser, which is signed in if the drawn cookies are. */
  async #nonce(directives: readonly string[]): Promise<string> {
    const { local } = this;
    const browser = local.browsers.create();
    const isSignedIn = directives.some(directive => /^__session[^=]*=e/.test(directive));
    if (isSignedIn) browser.signIn({ userId: local.users.create({}).id });
    const suffixed = directives.some(directive => /^__(session|client_uat)_/.test(directive));
    const query = new URLSearchParams({
      redirect_url: 'https://shop.example/',
      format: 'nonce',
      suffixed_cookies: String(suffixed),
      __clerk_db_jwt: browser.token,
    });
    const headers = { cookie: `__client=${browser.token}` };
    const answer = await local.handle(
      new Request(`${local.issuer}/v1/client/handshake?${query}`, { headers }),
    );
    const sent = `${answer.headers.get('location')} ${answer.headers.getSetCookie().join(' ')}`;
    const [, nonce] = /__clerk_handshake_nonce=(\w+)/.exec(sent) ?? [];
    if (nonce === undefined) throw new Error(`LocalClerk made no nonce: ${answer.status} ${sent}`);
    return nonce;
  }
}

/** Whether an instance may send such cookies. */
function areCookies(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(cookie => typeof cookie === 'string' && /^[^=;]+=/.test(cookie));
}

/** Whether an instance may have such a record, and not one with a drawn field of the wrong type. */
function isWellFormed(body: unknown): body is DrawnResource {
  const {
    id,
    name,
    subject,
    scopes,
    claims = null,
    client_id: clientId,
    object,
  } = body as Record<string, unknown>;
  const areStrings = [id, subject].every(value => typeof value === 'string');
  const isNamed = object !== 'api_key' || typeof name === 'string';
  const isClient = object !== 'clerk_idp_oauth_access_token' || typeof clientId === 'string';
  const areScopes = Array.isArray(scopes) && scopes.every(scope => typeof scope === 'string');
  const areClaims = claims === null || (typeof claims === 'object' && !Array.isArray(claims));
  return areStrings && isNamed && isClient && areScopes && areClaims;
}

interface NamedSession {
  readonly userId?: string;
  readonly sessionId?: string;
  readonly organizationId?: string;
}

/** What a token says of its session; nothing, where it is not a token of a session. */
function sessionOf(token: string | undefined): NamedSession {
  try {
    const payload = Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString();
    const { sub, sid, o, org_id: organization } = JSON.parse(payload) as Record<string, unknown>;
    const id = (value: unknown): string | undefined =>
      typeof value === 'string' && /^\w+$/.test(value) ? value : undefined;
    return {
      userId: id(sub),
      sessionId: id(sid),
      organizationId: id((o as { id?: unknown } | undefined)?.id) ?? id(organization),
    };
  } catch {
    return {};
  }
}
