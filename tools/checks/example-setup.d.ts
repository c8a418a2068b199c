// The variables and classes of an application that the examples in docstrings use without a declaration.
import type { INestApplication, Type } from '@nestjs/common';
import type expressModule from 'express';
import type {
  AuthObject,
  ClerkClient,
  ClerkConnections,
  ClerkContext,
  ClerkHealthIndicator,
  SignedInAuth,
} from 'nest-clerk';
import type { LocalBrowser, LocalClerk } from 'nest-clerk/testing';

interface WithId {
  id: string;
}

declare global {
  const app: INestApplication;
  const AppModule: Type;
  const auth: SignedInAuth;
  const clerk: ClerkClient;
  const clerkContext: ClerkContext;
  const clerkHealth: ClerkHealthIndicator;
  const connections: ClerkConnections;
  const error: unknown;
  const express: typeof expressModule;
  const logger: Console;
  const req: expressModule.Request;
  const res: expressModule.Response;
  const request: Request;

  const headers: Record<string, string>;
  const jwtKey: string;
  const publishableKey: string;
  const secret: string;
  const secretKey: string;
  const token: string;
  /** The URL at which the application of a test listens. */
  const url: string;
  const userId: string;

  const acme: WithId;
  const browser: LocalBrowser;
  /** A client of socket.io. */
  const client: Socket;
  const cookies: { __clerk_db_jwt: string };
  const event: { data: WithId; timestamp?: number };
  const key: WithId;
  const local: LocalClerk;
  const m2mToken: WithId;
  const oauthToken: WithId;
  /** A page of a browser test. */
  const page: { fill(selector: string, text: string): Promise<void> };
  const row: { version: number } | undefined;
  const session: WithId;

  function save(record: object, version: number): Promise<void>;
  function sql(strings: TemplateStringsArray, ...values: unknown[]): Promise<void>;

  /** A controller of the application in a unit test. */
  const controller: InvoicesController;
  class InvoicesController {
    export(auth: AuthObject): unknown[];
    mine(auth: AuthObject): unknown[];
    page(auth: AuthObject): string;
  }
  class InvoicesModule {}
  class InvoicesService {
    ownerOf(id: string): Promise<string>;
  }
  class OwnsInvoice {
    allows(auth: AuthObject): Promise<boolean>;
  }
  class MembersService {
    isActive(userId: string): boolean;
  }
  class Socket {
    disconnect(): void;
    join(room: string): Promise<void>;
  }
  /** A row of the application's table of users. */
  interface UserRow extends WithId {
    invoices: string[];
  }
  class UserRows {
    findOrCreate(clerkId: string): Promise<UserRow>;
  }
  class UsersService {
    resolve(auth: AuthObject): Promise<UserRow> | null;
    save(user: object): Promise<void>;
  }

  /** The class around an example that consists of members; an application's services are its properties. */
  class ExampleHost {
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    [service: string]: any;
  }
}
