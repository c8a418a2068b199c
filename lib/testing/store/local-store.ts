import type { JwtIssuer } from '../tokens/machine-jwt.js';
import { LocalApiKeys } from './api-keys.js';
import { attemptCollections } from './attempts.js';
import type { AttemptCollections } from './attempts.js';
import { LocalBilling } from './billing.js';
import { LocalBrowsers } from './browsers.js';
import { clientCollection } from './clients.js';
import { LocalChanges, publishedChange } from './changes.js';
import type { Collection, CollectionContext, LocalRecord, StoreChange } from './collection.js';
import { enterpriseCollections } from './enterprise-collections.js';
import type { EnterpriseCollections } from './enterprise-collections.js';
import { instanceCollections } from './instance-collections.js';
import type { InstanceCollections } from './instance-collections.js';
import { LocalInbox } from './inbox.js';
import { LocalJwtTemplates } from './jwt-templates.js';
import { LocalM2MTokens } from './m2m-tokens.js';
import { LocalMemberships } from './memberships.js';
import { LocalOAuthGrants } from './oauth-grants.js';
import { LocalOAuthTokens } from './oauth-tokens.js';
import { OneTimePayloads } from './one-time-payloads.js';
import { LocalOrganizations } from './organizations.js';
import { LocalRoles } from './roles.js';
import { LocalSessions } from './sessions.js';
import type { LocalClient, LocalMembership } from './records.js';
import { LocalUsers } from './users.js';

/** Every record of a local instance, as JSON: the names of the collections, and their records, oldest first. */
export type StoreSnapshot = Readonly<Record<string, readonly LocalRecord[]>>;

/** All data of a local instance, in memory. */
export class LocalStore implements CollectionContext {
  /** The changes for which Clerk sends webhook events. */
  readonly changes = new LocalChanges();
  readonly users: LocalUsers;
  readonly clients: Collection<LocalClient>;
  readonly sessions: LocalSessions;
  readonly organizations: LocalOrganizations;
  readonly roles: LocalRoles;
  readonly memberships: LocalMemberships;
  readonly jwtTemplates: LocalJwtTemplates;
  readonly browsers: LocalBrowsers;
  readonly inbox: LocalInbox;
  readonly apiKeys: LocalApiKeys;
  readonly m2mTokens: LocalM2MTokens;
  readonly oauthTokens: LocalOAuthTokens;
  readonly oauthGrants: LocalOAuthGrants;
  /** The unfinished sign-ins, sign-ups and verifications. */
  readonly attempts: AttemptCollections;
  /** The `Set-Cookie` lines of handshakes, by their nonce. */
  readonly handshakePayloads: OneTimePayloads<readonly string[]>;
  /** The tokens of browsers that come back from the primary domain to a satellite. */
  readonly satelliteLinks: OneTimePayloads<string>;
  /** Invitations, roles, settings, machines and whatever else has no class of its own. */
  readonly records: InstanceCollections & EnterpriseCollections;
  readonly billing: LocalBilling;

  readonly #collections: Collection<never>[] = [];
  readonly #listeners = new Set<(change: StoreChange) => void>();

  /**
   * @param now - the instance's clock: Unix time in milliseconds
   * @param issuer - signs tokens that are JWTs
   * @param machineId - the machine of the instance's `machineSecretKey`
   */
  constructor(
    readonly now: () => number,
    issuer: JwtIssuer,
    machineId: string,
  ) {
    this.users = new LocalUsers(this);
    this.clients = clientCollection(this);
    this.sessions = new LocalSessions(this, this.users, this.clients);
    this.organizations = new LocalOrganizations(this);
    this.roles = new LocalRoles(this);
    this.memberships = new LocalMemberships(this, this);
    this.jwtTemplates = new LocalJwtTemplates(this);
    this.browsers = new LocalBrowsers(this);
    this.inbox = new LocalInbox(this);
    this.apiKeys = new LocalApiKeys(this);
    this.m2mTokens = new LocalM2MTokens(this, issuer, machineId);
    this.oauthTokens = new LocalOAuthTokens(this, issuer);
    this.oauthGrants = new LocalOAuthGrants(this);
    this.handshakePayloads = new OneTimePayloads(this, 'handshakePayloads');
    this.satelliteLinks = new OneTimePayloads(this, 'satelliteLinks');
    this.attempts = attemptCollections(this);
    this.records = { ...instanceCollections(this), ...enterpriseCollections(this) };
    this.billing = new LocalBilling(this, this.records);
  }

  register(collection: Collection<never>): void {
    this.#collections.push(collection);
  }

  deleteOwnedBy(collection: string, id: string): void {
    for (const owned of this.#collections) owned.deleteOwnedBy(collection, id);
  }

  changed(change: StoreChange): void {
    if (change.collection === 'memberships' && change.type === 'deleted') {
      this.sessions.leaveOrganization(change.record as LocalMembership);
    }
    for (const listener of this.#listeners) listener(change);
    const published = publishedChange(change);
    if (published) this.changes.publish(published);
  }

  /**
   * Calls a listener after each change of a record, but not for a restored snapshot.
   *
   * @returns a function that removes the listener
   */
  onChange(listener: (change: StoreChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  snapshot(): StoreSnapshot {
    return Object.fromEntries(this.#collections.map(collection => [collection.name, collection.dump()]));
  }

  /** Replaces all records by those of a snapshot. A collection that is missing there becomes empty. */
  restore(snapshot: StoreSnapshot): void {
    for (const collection of this.#collections) {
      (collection as unknown as Collection<LocalRecord>).load(snapshot[collection.name] ?? []);
    }
  }
}
