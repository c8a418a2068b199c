import { LocalJwtTemplates } from './jwt-templates.js';
import { LocalMemberships } from './memberships.js';
import { LocalOrganizations } from './organizations.js';
import { LocalSessions } from './sessions.js';
import { LocalUsers } from './users.js';

/** Everything a local instance knows, in memory. */
export class LocalStore {
  readonly users: LocalUsers;
  readonly sessions: LocalSessions;
  readonly organizations: LocalOrganizations;
  readonly memberships: LocalMemberships;
  readonly jwtTemplates = new LocalJwtTemplates();

  /** @param now - the instance's clock: Unix time in milliseconds */
  constructor(readonly now: () => number) {
    this.users = new LocalUsers(now);
    this.sessions = new LocalSessions(now, this.users);
    this.organizations = new LocalOrganizations(now);
    this.memberships = new LocalMemberships(now, this.users, this.organizations);
  }
}
