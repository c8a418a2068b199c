import {
  BadRequestException,
  Controller,
  Get,
  Header,
  Headers,
  Param,
  Query,
  Redirect,
} from '@nestjs/common';
import { Public } from 'nest-clerk';

import { local } from './local-clerk.js';

/** Replaces Clerk's sign-in page: every visitor chooses a user. */
@Controller('sign-in')
@Public()
export class LocalSignInController {
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  page(@Query('redirect_url') redirectUrl = '/'): string {
    const people = local.users.list().map(({ id, firstName }) => {
      const href = `/sign-in/${id}?redirect_url=${encodeURIComponent(redirectUrl)}`;
      return `<li><a href="${href}">${firstName}</a></li>`;
    });
    return `<!doctype html><title>Sign in</title><h1>Sign in as</h1><ul>${people.join('')}</ul>`;
  }

  @Get(':userId')
  @Redirect()
  signIn(
    @Param('userId') userId: string,
    @Headers('cookie') cookies = '',
    @Query('redirect_url') redirectUrl = '/',
  ) {
    const [, token] = /__clerk_db_jwt(?:_\w+)?=([^;]+)/.exec(cookies) ?? [];
    if (!token)
      throw new BadRequestException('Open this page in a browser, or use one of the printed tokens.');

    local.browsers.get(token).signIn({ userId });
    // Like Clerk's pages of a development instance: the browser returns with its dev browser token in the URL.
    const { pathname, searchParams } = new URL(redirectUrl, 'http://localhost');
    searchParams.set('__clerk_db_jwt', token);
    return { url: `${pathname}?${searchParams}` };
  }
}
