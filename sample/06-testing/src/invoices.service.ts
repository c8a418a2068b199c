import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { ClerkClient, OnClerkEvent } from 'nest-clerk';
import type { WebhookEventOf } from 'nest-clerk';

export interface Invoice {
  readonly id: string;
  readonly amount: number;
  /** The name of the user who created it. */
  readonly createdBy: string;
}

/** The invoices of each organization, in memory. */
@Injectable()
export class InvoicesService {
  private readonly invoices = new Map<string, Invoice[]>();

  constructor(private readonly clerk: ClerkClient) {}

  list(organizationId: string): readonly Invoice[] {
    return this.invoices.get(organizationId) ?? [];
  }

  async create(organizationId: string, userId: string, amount: number): Promise<Invoice> {
    const { fullName } = await this.clerk.users.getUser(userId);
    const invoice = { id: randomUUID(), amount, createdBy: fullName ?? userId };
    this.invoices.set(organizationId, [...this.list(organizationId), invoice]);
    return invoice;
  }

  @OnClerkEvent('organization.deleted')
  deleteAll({ data }: WebhookEventOf<'organization.deleted'>): void {
    if (data.id) this.invoices.delete(data.id);
  }
}
