import { All, Controller, UseGuards } from '@nestjs/common';
import type { LoggerService } from '@nestjs/common';
import { Auth, ClerkAuthGuard, ClerkModule } from 'nest-clerk';
import type { ClerkModuleOptions, SignedInAuth, SignedOutAuth } from 'nest-clerk';

import { EVERY_PATH } from './http-adapter.js';
import { startNest } from './running-app.js';
import type { RunningNestApp } from './running-app.js';

@Controller()
class WhoController {
  @All('guarded')
  @UseGuards(ClerkAuthGuard)
  guarded() {
    return { isIn: true };
  }

  @All(EVERY_PATH)
  who(@Auth() auth: SignedInAuth | SignedOutAuth) {
    const { userId, sessionId, orgId = null, orgSlug = null } = auth;
    return { userId, sessionId, orgId, orgSlug };
  }
}

/** An application whose every path returns the caller; `/guarded` requires a signed-in user. */
export function startWho(options: ClerkModuleOptions, logger?: LoggerService): Promise<RunningNestApp> {
  return startNest({
    imports: [ClerkModule.forRoot(options)],
    controllers: [WhoController],
    logger,
  });
}

/** Records the warnings of an application, without output. */
export function recordingLogger(): LoggerService & { readonly warnings: string[] } {
  const warnings: string[] = [];
  return {
    warnings,
    warn: (message: string) => void warnings.push(message),
    log: () => undefined,
    error: () => undefined,
    debug: () => undefined,
    verbose: () => undefined,
  };
}
