import {
  Catch,
  Controller,
  Injectable,
  Module,
  UseFilters,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import type { DynamicModule, ExceptionFilter } from '@nestjs/common';
import { EventPattern, MessagePattern, Payload, RpcException } from '@nestjs/microservices';
import {
  AcceptsToken,
  Auth,
  ClerkAuthGuard,
  ClerkContext,
  ClerkContextInterceptor,
  ClerkModule,
  CurrentUser,
  Protect,
  Public,
} from 'nest-clerk';
import type { AuthObject, ClerkModuleOptions, MachineAuthObject, User } from 'nest-clerk';
import { EMPTY } from 'rxjs';
import type { Observable } from 'rxjs';

/** The results of events, which have no response: the texts of handled events, and the errors of rejected ones. */
export class EventLog {
  readonly handled: unknown[] = [];
  readonly rejected: unknown[] = [];
  #awaited: (() => void) | undefined;

  /** Resolves after this number of events in total. */
  async next(count: number): Promise<void> {
    while (this.handled.length + this.rejected.length < count) {
      await new Promise<void>(happened => (this.#awaited = happened));
    }
  }

  handle(what: unknown): void {
    this.handled.push(what);
    this.#awaited?.();
  }

  reject(error: unknown): void {
    this.rejected.push(error);
    this.#awaited?.();
  }
}

/** Records the error of a rejected event. */
@Catch()
@Injectable()
class RefusedEvents implements ExceptionFilter {
  constructor(private readonly log: EventLog) {}

  catch(exception: unknown): Observable<never> {
    this.log.reject(exception instanceof RpcException ? exception.getError() : exception);
    return EMPTY;
  }
}

@Injectable()
class DeepService {
  constructor(private readonly context: ClerkContext) {}

  userId() {
    return this.context.getAuth().userId;
  }
}

@Controller()
class MessagesController {
  constructor(
    private readonly log: EventLog,
    private readonly deep: DeepService,
  ) {}

  @MessagePattern('guarded')
  @UseGuards(ClerkAuthGuard)
  guarded(@Auth('userId') userId: string, @Payload() data: unknown) {
    return { userId, data };
  }

  @MessagePattern('unguarded')
  unguarded(@Auth() auth: AuthObject) {
    return { isAuthenticated: auth.isAuthenticated, reason: auth.debug().reason ?? null };
  }

  @MessagePattern('public')
  @Public()
  @UseGuards(ClerkAuthGuard)
  open(@Auth('userId') userId: string | null) {
    return { userId };
  }

  @MessagePattern('health')
  @Public()
  @UseGuards(ClerkAuthGuard)
  health() {
    return { isUp: true };
  }

  @MessagePattern('user')
  @UseGuards(ClerkAuthGuard)
  user(@CurrentUser() user: User, @CurrentUser('firstName') name: string) {
    return { id: user.id, name };
  }

  @MessagePattern('machine')
  @AcceptsToken('m2m_token')
  @UseGuards(ClerkAuthGuard)
  @Protect()
  machine(@Auth() auth: MachineAuthObject<'m2m_token'>, @Auth('id') id: string) {
    return { id, machineId: auth.machineId, claims: auth.claims };
  }

  @MessagePattern('deep')
  @UseInterceptors(ClerkContextInterceptor)
  deepDown() {
    return { userId: this.deep.userId() };
  }

  @EventPattern('happened')
  @UseGuards(ClerkAuthGuard)
  @UseFilters(RefusedEvents)
  happened(@Auth('userId') userId: string) {
    this.log.handle(userId);
  }

  @EventPattern('happened-unfiltered')
  @UseGuards(ClerkAuthGuard)
  unfiltered(@Auth('userId') userId: string) {
    this.log.handle(userId);
  }
}

@Controller()
@Protect({ role: 'org:admin' })
class AdminController {
  @MessagePattern('admin.read')
  read() {
    return { isIn: true };
  }

  @MessagePattern('admin.remove')
  @Protect({ permission: 'org:invoices:delete' })
  remove() {
    return { isIn: true };
  }

  @MessagePattern('admin.drop')
  @Protect({ reverification: 'strict' })
  drop() {
    return { isIn: true };
  }
}

/** Handlers of messages and events for the transports with patterns. */
@Module({})
export class MessagesModule {
  static with(options: ClerkModuleOptions, log = new EventLog()): DynamicModule {
    return {
      module: MessagesModule,
      imports: [ClerkModule.forRoot(options)],
      controllers: [MessagesController, AdminController],
      providers: [{ provide: EventLog, useValue: log }, RefusedEvents, DeepService],
    };
  }
}
