import { Controller, Get, Injectable, Module, Param, Put, UseGuards } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { AppUser, ClerkAuthGuard, ClerkContext, Protect } from 'nest-clerk';
import type { AuthenticatedAuthObject, ClerkPolicy, ClerkUserResolver } from 'nest-clerk';
import { abilityOf } from './ability.js';
import type { AppAbility } from './ability.js';
import { whereAllowed } from './ability-to-sql.js';
import { Database } from './database.js';

/** The caller, with what they may do. */
export interface Member {
  id: string;
  ability: AppAbility;
}

@Injectable()
export class Members implements ClerkUserResolver<Member> {
  resolve(auth: AuthenticatedAuthObject): Member | null {
    return auth.tokenType === 'session_token' ? { id: auth.userId, ability: abilityOf(auth) } : null;
  }
}

@Injectable()
export class Invoices {
  constructor(private readonly database: Database) {}

  list({ ability }: Member) {
    const { sql, values } = whereAllowed(ability, 'read');
    return this.database.query(`select id from invoices where ${sql} order by id`, values);
  }

  async allows({ ability }: Member, action: 'read' | 'update' | 'delete', id: string) {
    const { sql, values } = whereAllowed(ability, action, 2);
    return (await this.database.query(`select 1 from invoices where id = $1 and ${sql}`, [id, ...values]))
      .length;
  }
}

@Injectable()
export class CanUpdateInvoice implements ClerkPolicy {
  constructor(
    private readonly clerk: ClerkContext,
    private readonly invoices: Invoices,
  ) {}

  async allows(_auth: object, context: ExecutionContext) {
    const { id } = context.switchToHttp().getRequest<{ params: { id: string } }>().params;
    const member = await this.clerk.appUser<Member>(context);
    return member !== null && (await this.invoices.allows(member, 'update', id)) === 1;
  }
}

@Controller('invoices')
@UseGuards(ClerkAuthGuard)
export class InvoicesController {
  constructor(private readonly invoices: Invoices) {}

  @Get()
  list(@AppUser() member: Member) {
    return this.invoices.list(member);
  }

  @Put(':id')
  @Protect(CanUpdateInvoice)
  update(@Param('id') id: string) {
    return { updated: id };
  }
}

@Module({
  controllers: [InvoicesController],
  providers: [Database, Members, Invoices, CanUpdateInvoice],
})
export class InvoicesModule {}
