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

/** A row as the application reads it. */
export interface StoredRow {
  id: string;
  name: string | null;
  /** Whether the row is a tombstone. */
  deleted: boolean;
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

  /**
   * The row of a user, `undefined` without one; that of a deleted user too.
   */
  async user(id: string): Promise<StoredRow | undefined> {
    return this.first('select id, email as name, deleted from users where id = $1', [id]);
  }

  /**
   * Writes the row of a new user, and returns the one that is there. `do update` changes nothing, but unlike `do nothing` it
   * waits for a concurrent insert and returns its row.
   */
  async createUser({ id, email, firstName, lastName }: UserRow, version: number): Promise<StoredRow> {
    const created = await this.first(
      `insert into users (id, email, first_name, last_name, version) values ($1, $2, $3, $4, $5)
       on conflict (id) do update set id = excluded.id returning id, email as name, deleted`,
      [id, email, firstName, lastName, version],
    );
    return created as StoredRow;
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

  async organization(id: string): Promise<StoredRow | undefined> {
    return this.first('select id, name, deleted from organizations where id = $1', [id]);
  }

  /** As {@link createUser}. */
  async createOrganization({ id, name, slug }: OrganizationRow, version: number): Promise<StoredRow> {
    const created = await this.first(
      `insert into organizations (id, name, slug, version) values ($1, $2, $3, $4)
       on conflict (id) do update set id = excluded.id returning id, name, deleted`,
      [id, name, slug, version],
    );
    return created as StoredRow;
  }

  /** Finds or creates the row of a machine, which has no events and no fields. */
  async machine(id: string): Promise<StoredRow> {
    const created = await this.first(
      `insert into machines (id) values ($1)
       on conflict (id) do update set id = excluded.id returning id, null as name, false as deleted`,
      [id],
    );
    return created as StoredRow;
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

  private async first(sql: string, values: unknown[]): Promise<StoredRow | undefined> {
    const [row] = await this.database.query(sql, values);
    return row as StoredRow | undefined;
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
