import { Injectable } from '@nestjs/common';

import { Database } from './database.js';

export interface UserRow {
  id: string;
  email: string | null;
  firstName: string | null;
  lastName: string | null;
}

export interface OrganizationRow {
  id: string;
  name: string;
  slug: string | null;
}

export interface MembershipRow {
  organizationId: string;
  userId: string;
  role: string;
}

/**
 * Writes rows with their version, in one statement each, so that an older state never overwrites a newer one, however
 * many deliveries are handled at the same time. A deleted user or organization stays as a tombstone: ids are never used
 * again. A member can leave and come back, so for memberships the version decides.
 */
@Injectable()
export class Tables {
  constructor(private readonly database: Database) {}

  async saveUser({ id, email, firstName, lastName }: UserRow, version: number): Promise<void> {
    await this.database.query(
      `insert into users (id, email, first_name, last_name, version) values ($1, $2, $3, $4, $5)
       on conflict (id) do update set email = excluded.email, first_name = excluded.first_name,
         last_name = excluded.last_name, version = excluded.version
       where users.version <= excluded.version and not users.deleted`,
      [id, email, firstName, lastName, version],
    );
  }

  async deleteUser(id: string, version: number): Promise<void> {
    await this.database.query(
      `insert into users (id, version, deleted) values ($1, $2, true)
       on conflict (id) do update set email = null, first_name = null, last_name = null,
         version = excluded.version, deleted = true`,
      [id, version],
    );
  }

  async saveOrganization({ id, name, slug }: OrganizationRow, version: number): Promise<void> {
    await this.database.query(
      `insert into organizations (id, name, slug, version) values ($1, $2, $3, $4)
       on conflict (id) do update set name = excluded.name, slug = excluded.slug, version = excluded.version
       where organizations.version <= excluded.version and not organizations.deleted`,
      [id, name, slug, version],
    );
  }

  async deleteOrganization(id: string, version: number): Promise<void> {
    await this.database.query(
      `insert into organizations (id, version, deleted) values ($1, $2, true)
       on conflict (id) do update set name = null, slug = null, version = excluded.version, deleted = true`,
      [id, version],
    );
  }

  async saveMembership(
    { organizationId, userId, role }: MembershipRow,
    version: number,
    deleted = false,
  ): Promise<void> {
    await this.database.query(
      `insert into memberships (organization_id, user_id, role, version, deleted) values ($1, $2, $3, $4, $5)
       on conflict (organization_id, user_id) do update set role = excluded.role, version = excluded.version,
         deleted = excluded.deleted
       where memberships.version <= excluded.version`,
      [organizationId, userId, role, version, deleted],
    );
  }

  users() {
    return this.database.query(
      'select id, email, first_name, last_name from users where not deleted order by id',
    );
  }

  organizations() {
    return this.database.query('select id, name, slug from organizations where not deleted order by id');
  }

  memberships() {
    return this.database.query(
      `select organization_id, user_id, role from memberships where not deleted order by organization_id, user_id`,
    );
  }
}
