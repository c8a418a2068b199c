import { Controller, Get, Header } from '@nestjs/common';
import { Auth, Public } from 'nest-clerk';
import type { SessionAuthObject } from 'nest-clerk';

@Controller()
export class HomeController {
  /** Public, but a signed-in caller is identified. */
  @Get()
  @Public()
  @Header('content-type', 'text/html; charset=utf-8')
  page(@Auth() auth: SessionAuthObject): string {
    const greeting = auth.isAuthenticated
      ? `You are ${auth.userId}, ${auth.orgRole ?? 'in no organization'} ${auth.orgSlug ?? ''}.`
      : 'You are not signed in.';
    return `<!doctype html>
<html lang="en">
  <title>Invoices</title>
  <h1>Invoices</h1>
  <p>${greeting} <a href="/sign-in">Sign in as another user</a></p>
  <ul>${['acme', 'globex'].map(linksOf).join('')}</ul>
</html>
`;
  }
}

function linksOf(slug: string): string {
  const pages = ['', '/invoices', '/invoices/csv', '/reports/turnover', '/audit-log'];
  const links = pages.map(page => `<a href="/orgs/${slug}${page}">${page || slug}</a>`);
  return `<li>${links.join(' · ')}</li>`;
}
