import { createReadStream, existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, normalize } from 'node:path';

import { Controller, Get, Header, Module, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Auth, ClerkAuthGuard, ClerkModule, Protect } from 'nest-clerk';
import type { ClerkModuleOptions, SignedInAuth } from 'nest-clerk';

import { clerkJsPackages } from './packages.mjs';

/** A running application with ClerkJS on its pages. */
export interface ClerkApp {
  /** Such as `http://localhost:40001`. */
  readonly url: string;
  close(): Promise<void>;
}

/** The settings of ClerkJS on the pages. */
export interface PageSettings {
  readonly publishableKey: string;
  /** Where ClerkJS finds the Frontend API. Default: where the publishable key says. */
  readonly proxyUrl?: string;
  /** The domain of a satellite in production. */
  readonly domain?: string;
  /** What else `Clerk.load()` takes. */
  readonly loadOptions?: Readonly<Record<string, unknown>>;
}

const NPM_PATH = /^\/npm\/@clerk\/(clerk-js|ui)@[^/]+\/dist\/([\w.-]+\.js)$/;

/**
 * Starts a Nest application on `localhost` with these pages:
 *
 * - `/`: public; loads ClerkJS and shows the user whom the server knows
 * - `/orders`: requires a signed-in user; otherwise the same
 * - `/api/me`, `/api/danger`: JSON; the second requires a recent verification of the first factor
 */
export async function startClerkApp(options: ClerkModuleOptions, page: PageSettings): Promise<ClerkApp> {
  const html = (auth: { userId: string | null; orgId?: string | null }): string => pageHtml(page, auth);

  @Controller()
  class PagesController {
    @Get()
    @Header('content-type', 'text/html; charset=utf-8')
    home(@Auth() auth: SignedInAuth): string {
      return html(auth);
    }

    @Get('orders')
    @UseGuards(ClerkAuthGuard)
    @Header('content-type', 'text/html; charset=utf-8')
    orders(@Auth() auth: SignedInAuth): string {
      return html(auth);
    }

    @Get('api/me')
    @UseGuards(ClerkAuthGuard)
    me(@Auth() { userId, sessionId, orgId, orgRole }: SignedInAuth): object {
      return { userId, sessionId, orgId, orgRole };
    }

    @Get('api/danger')
    @UseGuards(ClerkAuthGuard)
    @Protect({ reverification: 'strict' })
    danger(): object {
      return { done: true };
    }
  }

  @Module({ imports: [ClerkModule.forRoot(options)], controllers: [PagesController] })
  class AppModule {}

  const settings = { logger: false as const, abortOnError: false };
  const app = await NestFactory.create<NestExpressApplication>(AppModule, settings);
  app.use(servePackages(clerkJsPackages()));
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  return { url: `http://localhost:${port}`, close: () => app.close() };
}

function pageHtml(
  { publishableKey, proxyUrl, domain, loadOptions = {} }: PageSettings,
  auth: { userId: string | null; orgId?: string | null },
): string {
  const known = JSON.stringify({ userId: auth.userId, orgId: auth.orgId ?? null });
  return `<!doctype html>
<html lang="en">
<head><title>Orders</title><link rel="icon" href="data:,"></head>
<body>
<main><p>The server knows: <code id="server">${known}</code></p><div id="root"></div></main>
<script src="/npm/@clerk/ui@1/dist/ui.browser.js" crossorigin="anonymous"></script>
<script src="/npm/@clerk/clerk-js@6/dist/clerk.browser.js" crossorigin="anonymous"
  data-clerk-publishable-key="${publishableKey}"${attribute('data-clerk-proxy-url', proxyUrl)}${attribute('data-clerk-domain', domain)}></script>
<script>
  window.ready = Clerk.load({
    telemetry: false, ui: { ClerkUI: window.__internal_ClerkUICtor }, ...${JSON.stringify(loadOptions)}
  });
</script>
</body>
</html>`;
}

function attribute(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${name}="${value}"`;
}

function servePackages(directories: Record<string, string>) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const [, name = '', file = ''] = NPM_PATH.exec(request.url ?? '') ?? [];
    const path = join(directories[name] ?? '', normalize(file));
    if (!name || !existsSync(path)) return next();
    response.writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' });
    createReadStream(path).pipe(response);
  };
}
