import type { ExecutionContext } from '@nestjs/common';

import type { NodeRequest } from '../../instance/options.js';

/** The HTTP request of a call; `undefined` on a transport without one. */
export function requestOf(context: ExecutionContext): (NodeRequest & { raw?: NodeRequest }) | undefined {
  return context.getType() === 'http' ? context.switchToHttp().getRequest() : undefined;
}
