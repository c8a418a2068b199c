import { Injectable } from '@nestjs/common';
import { ClerkClient, isClerkAPIResponseError } from 'nest-clerk';
import type { AuthenticatedAuthObject, ClerkUserResolver } from 'nest-clerk';

import { Tables } from './tables.js';
import type { StoredRow } from './tables.js';

/** The application's own user: a person, an organization or a machine. */
export interface Account {
  kind: 'user' | 'organization' | 'machine';
  id: string;
  name: string | null;
}

/**
 * Finds the row of a caller, and creates it for the first request of one whose webhook has not come yet. Any number of
 * first requests at the same time leave one row; a webhook that comes later overwrites it if it is newer.
 */
@Injectable()
export class Provisioning implements ClerkUserResolver<Account> {
  constructor(
    private readonly tables: Tables,
    private readonly clerk: ClerkClient,
  ) {}

  async resolve(auth: AuthenticatedAuthObject): Promise<Account | null> {
    switch (auth.tokenType) {
      case 'm2m_token':
        return account('machine', await this.tables.machine(auth.machineId));
      case 'api_key':
        return auth.orgId === null ? this.user(auth.userId) : this.organization(auth.orgId);
      case 'oauth_token':
        return this.user(auth.userId);
      case 'session_token':
        // The rows of the request may refer to the organization.
        if (auth.orgId && !(await this.organization(auth.orgId))) return null;
        return this.user(auth.userId);
    }
  }

  private async user(id: string): Promise<Account | null> {
    const row = (await this.tables.user(id)) ?? (await orGone(() => this.createUser(id)));
    return account('user', row);
  }

  private async createUser(id: string): Promise<StoredRow> {
    const { primaryEmailAddress, firstName, lastName, updatedAt } = await this.clerk.users.getUser(id);
    const email = primaryEmailAddress?.emailAddress ?? null;
    return this.tables.createUser({ id, email, firstName, lastName }, updatedAt);
  }

  private async organization(id: string): Promise<Account | null> {
    const row = (await this.tables.organization(id)) ?? (await orGone(() => this.createOrganization(id)));
    return account('organization', row);
  }

  private async createOrganization(id: string): Promise<StoredRow> {
    const { name, slug, updatedAt } = await this.clerk.organizations.getOrganization({ organizationId: id });
    return this.tables.createOrganization({ id, name, slug }, updatedAt);
  }
}

/** A deleted account stays a tombstone, although its last session token is valid for up to a minute. */
function account(kind: Account['kind'], row: StoredRow | undefined): Account | null {
  return row && !row.deleted ? { kind, id: row.id, name: row.name } : null;
}

/** Deleted at Clerk before its first request. */
async function orGone(create: () => Promise<StoredRow>): Promise<StoredRow | undefined> {
  try {
    return await create();
  } catch (error) {
    if (isClerkAPIResponseError(error) && error.status === 404) return undefined;
    throw error;
  }
}
