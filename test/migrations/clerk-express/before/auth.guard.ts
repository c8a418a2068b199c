import { Injectable, SetMetadata } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { getAuth } from '@clerk/express';
import type { Request } from 'express';

export const Public = () => SetMetadata('isPublic', true);
export const Roles = (role: 'org:admin') => SetMetadata('role', role);

@Injectable()
export class AuthGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (this.reflector.get<boolean>('isPublic', context.getHandler())) return true;
    const auth = getAuth(context.switchToHttp().getRequest<Request>());
    const role = this.reflector.get<'org:admin' | undefined>('role', context.getHandler());
    return auth.isAuthenticated && (!role || auth.has({ role }));
  }
}
