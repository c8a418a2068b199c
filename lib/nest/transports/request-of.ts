import type { ExecutionContext } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';

import type { NodeRequest } from '../../instance/options.js';

/** The HTTP request of a call; `undefined` on a transport without one. */
export function requestOf(context: ExecutionContext): (NodeRequest & { raw?: NodeRequest }) | undefined {
  if (context.getType() !== 'http') return undefined;
  // Nest's `switchToHttp()` creates three functions. The contexts of unit tests often have nothing else.
  return context instanceof ExecutionContextHost
    ? context.getArgByIndex(0)
    : context.switchToHttp().getRequest();
}
