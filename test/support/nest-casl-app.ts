/** An application with `nest-casl`, which reads `req.user`, as a program (see forked-app.ts). */
import { Controller, Injectable, Module, Param, Put, UseGuards } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { ClerkAuthGuard, ClerkModule } from 'nest-clerk';
import type { AuthenticatedAuthObject, ClerkUserResolver } from 'nest-clerk';
import { AccessGuard, Actions, CaslModule, UseAbility } from 'nest-casl';
import type { Permissions, SubjectBeforeFilterHook } from 'nest-casl';

/** The user as nest-casl expects it. */
interface CaslUser {
  id: string;
  roles: string[];
}

@Injectable()
class Members implements ClerkUserResolver<CaslUser> {
  resolve(auth: AuthenticatedAuthObject): CaslUser | null {
    if (auth.tokenType !== 'session_token') return null;
    return { id: auth.userId, roles: [auth.orgRole === 'org:admin' ? 'admin' : 'member'] };
  }
}

class Invoice {
  constructor(
    readonly id: string,
    readonly ownerId: string,
  ) {}
}

const permissions: Permissions<string, typeof Invoice, Actions> = {
  everyone({ user, can }) {
    can(Actions.update, Invoice, { ownerId: user.id });
  },
};

/** Loads the invoice of a request: `/invoices/user_ada-1` is that of user_ada. */
@Injectable()
class InvoiceHook implements SubjectBeforeFilterHook<Invoice, { params: { id: string } }> {
  run({ params }: { params: { id: string } }): Promise<Invoice> {
    return Promise.resolve(new Invoice(params.id, params.id.split('-')[0]!));
  }
}

@Controller('invoices')
class InvoicesController {
  @Put(':id')
  @UseGuards(AccessGuard)
  @UseAbility(Actions.update, Invoice, InvoiceHook)
  update(@Param('id') id: string) {
    return { updated: id };
  }
}

@Module({ imports: [CaslModule.forFeature({ permissions })], controllers: [InvoicesController] })
class InvoicesModule {}

@Module({
  imports: [
    ClerkModule.forRoot({ userResolver: Members, populateRequestUser: true }),
    CaslModule.forRoot({ superuserRole: 'admin' }),
    InvoicesModule,
  ],
  providers: [Members, { provide: APP_GUARD, useExisting: ClerkAuthGuard }],
})
class AppModule {}

const app = await NestFactory.create(AppModule, { logger: ['error', 'warn'] });
await app.listen(0, '127.0.0.1');
process.send?.((app.getHttpServer() as { address(): { port: number } }).address().port);
process.on('disconnect', () => void app.close().then(() => process.exit()));
