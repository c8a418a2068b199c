import { Injectable } from '@nestjs/common';
import { ClerkContext } from 'nest-clerk';

export interface AuditEntry {
  at: Date;
  organizationId: string | null;
  userId: string | null;
  action: string;
}

/** A log of actions. Nothing passes the request to it: `ClerkContext` provides the caller. */
@Injectable()
export class AuditLog {
  private readonly entries: AuditEntry[] = [];

  constructor(private readonly clerk: ClerkContext) {}

  record(action: string): void {
    const { userId, orgId } = this.clerk.getAuth();
    this.entries.push({ at: new Date(), organizationId: orgId ?? null, userId: userId ?? null, action });
  }

  of(organizationId: string): AuditEntry[] {
    return this.entries.filter(entry => entry.organizationId === organizationId);
  }
}
