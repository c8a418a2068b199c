import { ConflictException, Injectable } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { AuthenticatedAuthObject, ClerkUserResolver } from 'nest-clerk';

/** A row of the application's own table of users. */
export interface UserRow {
  readonly id: string;
  readonly plan: string;
}

/** A resolver that records its calls, and fails for some users. */
@Injectable()
export class UsersService implements ClerkUserResolver<UserRow> {
  readonly calls: AuthenticatedAuthObject[] = [];
  readonly contexts: ExecutionContext[] = [];

  async resolve(auth: AuthenticatedAuthObject, context: ExecutionContext): Promise<UserRow | null> {
    this.calls.push(auth);
    this.contexts.push(context);
    // Concurrent callers must meet while the first of them waits.
    await new Promise(resolve => setImmediate(resolve));
    const clerkId = auth.tokenType === 'session_token' ? auth.userId : auth.subject;
    if (clerkId === 'user_unknown') return null;
    if (clerkId === 'user_conflict') throw new ConflictException('The account is being merged.');
    if (clerkId === 'user_broken') throw new Error('The database is down.');
    return { id: `row of ${clerkId}`, plan: 'pro' };
  }
}

/** The users that the tests sign in. */
export const USERS = ['user_alice', 'user_unknown', 'user_conflict', 'user_broken'].map(id => ({ id }));
