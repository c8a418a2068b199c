import { ClerkClient } from 'nest-clerk';
import { Injectable } from '@nestjs/common';

/** What the Backend API answers to a call: a status with an error of Clerk, or no answer. */
export type BackendAnswer =
  | { status: number; code?: string; meta?: object; message?: string; headers?: Record<string, string> }
  | 'no answer';

/** A service whose calls of `ClerkClient` fail, as a handler of an application has it. */
@Injectable()
export class FailingCalls {
  constructor(private readonly clerk: ClerkClient) {}

  async fail(id = 'user_alice'): Promise<string> {
    await this.clerk.users.getUser(id);
    return 'done';
  }
}

/** A `fetch` that gives one answer to every call; each has a cache of its own. */
export function answering(answer: () => BackendAnswer): typeof fetch {
  return () => {
    const given = answer();
    if (given === 'no answer') {
      const cause = Object.assign(new Error('getaddrinfo ENOTFOUND api.clerk.com'), { code: 'ENOTFOUND' });
      return Promise.reject(new TypeError('fetch failed', { cause }));
    }
    const { status, code = 'some_code', meta = {}, message = 'Short words', headers } = given;
    const errors = [{ code, message, long_message: `${message}, longer.`, meta }];
    return Promise.resolve(Response.json({ errors, clerk_trace_id: 'trace_1' }, { status, headers }));
  };
}
