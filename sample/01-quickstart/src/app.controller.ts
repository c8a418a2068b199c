import { Controller, Get, Header, UseGuards } from '@nestjs/common';
import { Auth, ClerkAuthGuard, ClerkClient } from 'nest-clerk';
import type { SessionAuthObject, SignedInAuth } from 'nest-clerk';

@Controller()
export class AppController {
  constructor(private readonly clerk: ClerkClient) {}

  /** Public, but a signed-in caller is identified. */
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  page(@Auth() auth: SessionAuthObject): string {
    const greeting = auth.isAuthenticated ? `You are signed in as ${auth.userId}.` : 'You are not signed in.';
    return `<!doctype html>
<html lang="en">
  <title>nest-clerk quickstart</title>
  <h1>nest-clerk quickstart</h1>
  <p>${greeting}</p>
  <ul>
    <li><a href="/user">/user</a>: your user, from the Backend API</li>
    <li><a href="/me">/me</a>: what your session token says</li>
  </ul>
</html>
`;
  }

  /**
   * Your own user, from the Backend API: the fields that a browser may see. The whole `User` has private metadata, which a
   * handler that returns it would send along.
   */
  @Get('user')
  @UseGuards(ClerkAuthGuard)
  async user(@Auth('userId') userId: string) {
    const { id, fullName, imageUrl, publicMetadata } = await this.clerk.users.getUser(userId);
    return { id, name: fullName, imageUrl, publicMetadata };
  }

  /** The claims of the session token, without a call. */
  @Get('me')
  @UseGuards(ClerkAuthGuard)
  me(@Auth() auth: SignedInAuth) {
    const { userId, sessionId, orgId, orgRole } = auth;
    return { userId, sessionId, orgId, orgRole, isAdmin: auth.has({ role: 'org:admin' }) };
  }
}
