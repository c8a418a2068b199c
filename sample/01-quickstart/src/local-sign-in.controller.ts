import { BadRequestException, Controller, Get, Headers, Query, Redirect } from '@nestjs/common';

import { localClerk } from './local-clerk.js';

/** Stands in for Clerk's sign-in page: every visitor is Ada. */
@Controller('sign-in')
export class LocalSignInController {
  @Get()
  @Redirect()
  async signIn(@Headers('cookie') cookies = '', @Query('redirect_url') redirectUrl = '/') {
    const [, token] = /__clerk_db_jwt(?:_\w+)?=([^;]+)/.exec(cookies) ?? [];
    if (!token) throw new BadRequestException('Come with a browser, or take the token that was printed.');

    const { clerk } = await localClerk();
    clerk.browsers.get(token).signIn({ userId: 'user_ada' });
    // As Clerk's pages do with a development instance: the browser comes back with who it is in the URL.
    const { pathname, searchParams } = new URL(redirectUrl, 'http://localhost');
    searchParams.set('__clerk_db_jwt', token);
    return { url: `${pathname}?${searchParams}` };
  }
}
