import { Injectable } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { ClerkPolicy, SignedInAuth } from 'nest-clerk';

/** What {@link IsAlice} is made with. */
@Injectable()
export class Names {
  readonly allowed = 'user_alice';
}

/** A policy with dependency injection that knows which transport it is on. */
@Injectable()
export class IsAlice implements ClerkPolicy {
  readonly transports: string[] = [];

  constructor(private readonly names: Names) {}

  async allows({ userId }: SignedInAuth, context: ExecutionContext) {
    this.transports.push(context.getType<string>());
    await Promise.resolve();
    return userId === this.names.allowed;
  }
}
