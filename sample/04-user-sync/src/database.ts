import type { OnModuleDestroy } from '@nestjs/common';

type Rows = Record<string, unknown>[];

const SCHEMA = `
  create table if not exists users (
    id text primary key, email text, first_name text, last_name text,
    version bigint not null, deleted boolean not null default false
  );
  create table if not exists organizations (
    id text primary key, name text, slug text,
    version bigint not null, deleted boolean not null default false
  );
  create table if not exists memberships (
    organization_id text, user_id text, role text,
    version bigint not null, deleted boolean not null default false,
    primary key (organization_id, user_id)
  );
  create table if not exists machines (id text primary key);
  create table if not exists backfill_progress (resource text primary key, done integer not null);
`;

interface Connection {
  query(sql: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  close(): Promise<void>;
}

/** The application's own tables: in PostgreSQL at `DATABASE_URL`, or embedded, in memory. */
export class Database implements OnModuleDestroy {
  private constructor(private readonly connection: Connection) {}

  static async open(url = process.env.DATABASE_URL): Promise<Database> {
    const connection = url ? await connect(url) : await embedded();
    for (const statement of SCHEMA.split(';').filter(each => each.trim())) await connection.query(statement);
    return new Database(connection);
  }

  async query(sql: string, values: unknown[] = []): Promise<Rows> {
    return (await this.connection.query(sql, values)).rows as Rows;
  }

  async onModuleDestroy(): Promise<void> {
    await this.connection.close();
  }
}

async function connect(connectionString: string): Promise<Connection> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ connectionString });
  return {
    query: async (sql, values) => ({ rows: (await pool.query(sql, values)).rows as unknown[] }),
    close: () => pool.end(),
  };
}

async function embedded(): Promise<Connection> {
  const { PGlite } = await import('@electric-sql/pglite');
  const database = await PGlite.create();
  return { query: (sql, values) => database.query(sql, values), close: () => database.close() };
}
