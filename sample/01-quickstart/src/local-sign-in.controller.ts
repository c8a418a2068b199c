import { BadRequestException, Controller, Get, Headers, Query, Redirect } from '@nestjs/common';

import { localClerk } from './local-clerk.js';

/** Replaces Clerk's sign-in page: every visitor is Ada. */
@Controller('sign-in')
export class LocalSignInController {
  @Get()
  @Redirect()
  async signIn(@Headers('cookie') cookies = '', @Query('redirect_url') redirectUrl = '/') {
    const [, token] = /__clerk_db_jwt(?:_\w+)?=([^;]+)/.exec(cookies) ?? [];
    if (!token) throw new BadRequestException('Open this page in a browser, or use the printed token.');

    const { clerk } = await localClerk();
    clerk.browsers.get(token).signIn({ userId: 'user_ada' });
    // Like Clerk's pages of a development instance: the browser returns with its dev browser token in the URL.
    const { pathname, searchParams } = new URL(redirectUrl, 'http://localhost');
    searchParams.set('__clerk_db_jwt', token);
    return { url: `${pathname}?${searchParams}` };
  }
}
