import { BadRequestException } from '@nestjs/common';
import type { PipeTransform } from '@nestjs/common';

import type { NewInvoice } from './invoices.js';

/** Guards run before pipes: a user who may not create invoices receives no validation errors. */
export class NewInvoicePipe implements PipeTransform<Partial<NewInvoice> | undefined, NewInvoice> {
  transform(body: Partial<NewInvoice> | undefined): NewInvoice {
    const { customer, amount } = body ?? {};
    if (typeof customer !== 'string' || customer === '' || !Number.isSafeInteger(amount)) {
      throw new BadRequestException('An invoice has a `customer`, and an `amount` in cents.');
    }
    return { customer, amount: amount as number };
  }
}
