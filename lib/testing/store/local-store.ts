import { LocalJwtTemplates } from './jwt-templates.js';
import { LocalMemberships } from './memberships.js';
import { LocalOrganizations } from './organizations.js';
import { LocalSessions } from './sessions.js';
import { LocalUsers } from './users.js';

/** Everything a local instance knows, in memory. */
export class LocalStore {
  readonly users = new LocalUsers(this);
  readonly sessions = new LocalSessions(this);
  readonly organizations = new LocalOrganizations(this);
  readonly memberships = new LocalMemberships(this);
  readonly jwtTemplates = new LocalJwtTemplates();

  /** @param now - the instance's clock: Unix time in milliseconds */
  constructor(readonly now: () => number) {}
}
