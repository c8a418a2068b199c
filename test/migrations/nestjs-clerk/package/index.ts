/**
 * Stands in for the package `nestjs-clerk` 0.0.5, which the npm registry does not have: the names of its README, with what the
 * README says of them, on `@clerk/backend`. What the tests prove of the application before the migration holds as far as this
 * file does what the package does.
 *
 * @see https://github.com/wobsoriano/nestjs-clerk
 */
import { createParamDecorator, Global, Inject, Injectable, Module, SetMetadata } from '@nestjs/common';
import type {
  CanActivate,
  DynamicModule,
  ExecutionContext,
  MiddlewareConsumer,
  NestModule,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { createClerkClient } from '@clerk/backend';
import type { ClerkClient, ClerkOptions } from '@clerk/backend';
import type { SignedInAuthObject, SignedOutAuthObject } from '@clerk/backend/internal';
import type { NextFunction, Request as HttpRequest, Response as HttpResponse } from 'express';

export type { ClerkClient } from '@clerk/backend';

/** The auth object is called, not read. */
export type AuthEntity = () => SignedInAuthObject | SignedOutAuthObject;

const CLIENT = Symbol('ClerkClient');
type RequestWithAuth = HttpRequest & { auth: AuthEntity };

export const Client = () => Inject(CLIENT);
export const Auth = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).auth);
export const Role = (role: string) => SetMetadata('role', role);

function requestOf(context: ExecutionContext): RequestWithAuth {
  return context.switchToHttp().getRequest<RequestWithAuth>();
}

/** Passes handlers without `@Role()` for every caller. */
@Injectable()
export class RoleGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const role = this.reflector.get<string | undefined>('role', context.getHandler());
    return role === undefined || requestOf(context).auth().has({ role });
  }
}

@Global()
@Module({})
export class ClerkModule implements NestModule {
  constructor(@Client() private readonly client: ClerkClient) {}

  static forRoot(options: ClerkOptions): DynamicModule {
    const client = { provide: CLIENT, useValue: createClerkClient(options) };
    return { module: ClerkModule, providers: [client], exports: [client] };
  }

  configure(consumer: MiddlewareConsumer): void {
    consumer
      .apply((req: RequestWithAuth, res: HttpResponse, next: NextFunction) => {
        this.authenticate(req, res).then(isAnswered => !isAnswered && next(), next);
      })
      .forRoutes('{*path}');
  }

  /** Whether the request was answered with a redirect to the handshake. */
  private async authenticate(req: RequestWithAuth, res: HttpResponse): Promise<boolean> {
    const headers = new Headers(Object.entries(req.headers).map(([name, value]) => [name, String(value)]));
    const request = new Request(`http://clerk-dummy${req.originalUrl}`, { method: req.method, headers });
    const state = await this.client.authenticateRequest(request);
    state.headers.forEach((value, name) => res.appendHeader(name, value));
    if (state.headers.has('location')) {
      res.status(307).end();
      return true;
    }
    Object.assign(req, { auth: () => state.toAuth() });
    return false;
  }
}
