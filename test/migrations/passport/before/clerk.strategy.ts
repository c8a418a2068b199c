import { Inject, Injectable, UnauthorizedException } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { createClerkClient, verifyToken } from '@clerk/backend';
import type { ClerkClient } from '@clerk/backend';
import type { Request } from 'express';
import { Strategy } from 'passport-custom';

export const CLERK_CLIENT = 'CLERK_CLIENT';

const options = { secretKey: process.env.CLERK_SECRET_KEY, apiUrl: process.env.CLERK_API_URL };

export const clerkClientProvider = { provide: CLERK_CLIENT, useFactory: () => createClerkClient(options) };

@Injectable()
export class ClerkStrategy extends PassportStrategy(Strategy, 'clerk') {
  constructor(@Inject(CLERK_CLIENT) private readonly clerkClient: ClerkClient) {
    super();
  }

  async validate(req: Request) {
    const token = req.headers.authorization?.split(' ').pop();
    if (!token) throw new UnauthorizedException('No token provided');
    try {
      const claims = await verifyToken(token, options);
      return await this.clerkClient.users.getUser(claims.sub);
    } catch {
      throw new UnauthorizedException('Invalid token');
    }
  }
}
