import { LocalJwtTemplates } from './jwt-templates.js';
import { LocalMemberships } from './memberships.js';
import { LocalOrganizations } from './organizations.js';
import { LocalSessions } from './sessions.js';
import { LocalUsers } from './users.js';
/** Everything a local instance knows, in memory. */
export class LocalStore {
  now;
  users = new LocalUsers(this);
  sessions = new LocalSessions(this);
  organizations = new LocalOrganizations(this);
  memberships = new LocalMemberships(this);
  jwtTemplates = new LocalJwtTemplates();
  /** @param now - the instance's clock: Unix time in milliseconds */
  constructor(now) {
    this.now = now;
  }
}
