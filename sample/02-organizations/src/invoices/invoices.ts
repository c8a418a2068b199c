import { Injectable, NotFoundException } from '@nestjs/common';

import { AuditLog } from '../audit-log.js';

export interface NewInvoice {
  customer: string;
  /** In cents. */
  amount: number;
}

export interface Invoice extends NewInvoice {
  number: number;
}

/** The invoices of each organization, by its id, because a slug can be reused. */
@Injectable()
export class Invoices {
  private readonly invoices = new Map<string, Invoice[]>([
    ['org_acme', [{ number: 1, customer: 'Initech', amount: 120_000 }]],
    ['org_globex', [{ number: 1, customer: 'Hooli', amount: 5_000 }]],
  ]);

  constructor(private readonly auditLog: AuditLog) {}

  of(organizationId: string): readonly Invoice[] {
    return this.invoices.get(organizationId) ?? [];
  }

  create(organizationId: string, { customer, amount }: NewInvoice): Invoice {
    const before = this.of(organizationId);
    const invoice = { number: (before.at(-1)?.number ?? 0) + 1, customer, amount };
    this.invoices.set(organizationId, [...before, invoice]);
    this.auditLog.record(`created invoice ${invoice.number}`);
    return invoice;
  }

  remove(organizationId: string, number: number): void {
    const before = this.of(organizationId);
    const after = before.filter(invoice => invoice.number !== number);
    if (after.length === before.length) throw new NotFoundException();
    this.invoices.set(organizationId, after);
    this.auditLog.record(`removed invoice ${number}`);
  }
}
