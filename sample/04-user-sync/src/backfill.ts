import { Injectable } from '@nestjs/common';
import { ClerkClient } from 'nest-clerk';

import { Database } from './database.js';
import { Tables } from './tables.js';

type Resource = 'users' | 'organizations' | 'memberships';

/** Called after each page. */
export type Progress = (resource: Resource, done: number, total: number) => void;

interface Page {
  readonly data: readonly unknown[];
  readonly totalCount: number;
}

/** Loads the records that existed before the first webhook. After an interruption it continues at its last position. */
@Injectable()
export class Backfill {
  constructor(
    private readonly clerk: ClerkClient,
    private readonly tables: Tables,
    private readonly database: Database,
  ) {}

  async run(progress: Progress, limit = 100): Promise<void> {
    // Oldest first, so that new records come at the end.
    await this.#pages('users', progress, async offset => {
      const page = await this.clerk.users.getUserList({ limit, offset, orderBy: '+created_at' });
      for (const { id, firstName, lastName, primaryEmailAddress, updatedAt } of page.data) {
        const email = primaryEmailAddress?.emailAddress ?? null;
        await this.tables.saveUser({ id, email, firstName, lastName }, updatedAt);
      }
      return page;
    });
    await this.#pages('organizations', progress, async offset => {
      const page = await this.clerk.organizations.getOrganizationList({
        limit,
        offset,
        orderBy: '+created_at',
      });
      for (const { id, name, slug, updatedAt } of page.data) {
        await this.tables.saveOrganization({ id, name, slug }, updatedAt);
      }
      return page;
    });
    // Per organization: one organization is one step of the progress.
    const organizations = await this.tables.organizations();
    await this.#pages('memberships', progress, async offset => {
      const organization = organizations[offset];
      if (organization) await this.#members(organization.id as string, limit);
      return { data: organization ? [organization] : [], totalCount: organizations.length };
    });
  }

  async #members(organizationId: string, limit: number): Promise<void> {
    for (let offset = 0; ; offset += limit) {
      const list = { organizationId, limit, offset };
      const { data, totalCount } = await this.clerk.organizations.getOrganizationMembershipList(list);
      for (const { publicUserData, role, updatedAt } of data) {
        const userId = publicUserData?.userId;
        if (userId) await this.tables.saveMembership({ organizationId, userId, role }, updatedAt);
      }
      if (offset + limit >= totalCount) return;
    }
  }

  async #pages(
    resource: Resource,
    progress: Progress,
    load: (offset: number) => Promise<Page>,
  ): Promise<void> {
    const [saved] = await this.database.query('select done from backfill_progress where resource = $1', [
      resource,
    ]);
    let done = Number(saved?.done ?? 0);
    for (;;) {
      const { data, totalCount } = await load(done);
      done += data.length;
      await this.database.query(
        `insert into backfill_progress (resource, done) values ($1, $2)
         on conflict (resource) do update set done = excluded.done`,
        [resource, done],
      );
      progress(resource, done, totalCount);
      if (data.length === 0 || done >= totalCount) return;
    }
  }
}
