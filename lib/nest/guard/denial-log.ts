import { Logger } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';

import { pathOf } from '../../authentication/debug-data.js';
import { describeMissing } from '../../authorization/describe-missing.js';
import type { UnmetRequirement } from '../../authorization/requirement.js';
import { requestOf } from '../transports/request-of.js';

const logger = new Logger('ClerkAuthGuard');

/** Logs what a denied caller lacks, at debug level. */
export function logDenial(unmet: NonNullable<UnmetRequirement>, context: ExecutionContext): void {
  if (!Logger.isLevelEnabled('debug')) return;
  const handler = `${context.getClass().name}.${context.getHandler().name}`;
  const request = requestOf(context);
  const call = request
    ? `${request.method} ${pathOf(request.originalUrl || request.url || '')} (${handler})`
    : handler;
  const why = unmet.missing
    ? `the caller lacks ${describeMissing(unmet.missing)}`
    : 'a function of @Protect() does not allow it';
  logger.debug(`${call} is denied: ${why}.`);
}
