import type { JwtIssuer } from '../tokens/machine-jwt.js';
import { LocalApiKeys } from './api-keys.js';
import { LocalBrowsers } from './browsers.js';
import { LocalChanges } from './changes.js';
import { LocalInbox } from './inbox.js';
import { LocalJwtTemplates } from './jwt-templates.js';
import { LocalM2MTokens } from './m2m-tokens.js';
import { LocalMemberships } from './memberships.js';
import { LocalOAuthTokens } from './oauth-tokens.js';
import { OneTimePayloads } from './one-time-payloads.js';
import { LocalOrganizations } from './organizations.js';
import { LocalSessions } from './sessions.js';
import { LocalUsers } from './users.js';

/** Everything a local instance knows, in memory. */
export class LocalStore {
  readonly changes = new LocalChanges();
  readonly users: LocalUsers;
  readonly sessions: LocalSessions;
  readonly organizations: LocalOrganizations;
  readonly memberships: LocalMemberships;
  readonly jwtTemplates = new LocalJwtTemplates();
  readonly browsers: LocalBrowsers;
  readonly inbox: LocalInbox;
  readonly apiKeys: LocalApiKeys;
  readonly m2mTokens: LocalM2MTokens;
  readonly oauthTokens: LocalOAuthTokens;
  /** The `Set-Cookie` lines that wait for the nonce of their handshake. */
  readonly handshakePayloads = new OneTimePayloads<readonly string[]>();

  /**
   * @param now - the instance's clock: Unix time in milliseconds
   * @param issuer - signs tokens that are JWTs
   * @param machineId - whose secret the instance has
   */
  constructor(
    readonly now: () => number,
    issuer: JwtIssuer,
    machineId: string,
  ) {
    this.users = new LocalUsers(now, this.changes);
    this.sessions = new LocalSessions(now, this.changes, this.users);
    this.organizations = new LocalOrganizations(now, this.changes);
    this.memberships = new LocalMemberships(now, this.changes, this.users, this.organizations);
    this.browsers = new LocalBrowsers(this);
    this.inbox = new LocalInbox(now);
    this.apiKeys = new LocalApiKeys(now);
    this.m2mTokens = new LocalM2MTokens(now, issuer, machineId);
    this.oauthTokens = new LocalOAuthTokens(now, issuer);
  }
}
