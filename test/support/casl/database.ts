import { Injectable } from '@nestjs/common';
import type { OnModuleDestroy } from '@nestjs/common';
import { PGlite } from '@electric-sql/pglite';
import type { Invoice } from './ability.js';

/** PostgreSQL inside the process, with a table of invoices. */
@Injectable()
export class Database implements OnModuleDestroy {
  private readonly database = new PGlite();
  private readonly created = this.database.exec(
    'create table invoices (id text primary key, organization_id text, owner_id text, status text, amount integer)',
  );

  async insert({ id, organization_id, owner_id, status, amount }: Invoice): Promise<void> {
    await this.query('insert into invoices values ($1, $2, $3, $4, $5)', [
      id,
      organization_id,
      owner_id,
      status,
      amount,
    ]);
  }

  async query(sql: string, values: unknown[] = []): Promise<{ id: string }[]> {
    await this.created;
    return (await this.database.query<{ id: string }>(sql, values)).rows;
  }

  async onModuleDestroy(): Promise<void> {
    await this.created;
    await this.database.close();
  }
}
