import type { ExecutionContext } from '@nestjs/common';

import type { NodeRequest } from '../../instance/options.js';

/** The HTTP request behind a call; `undefined` on a transport that has none. */
export function requestOf(context: ExecutionContext): (NodeRequest & { raw?: NodeRequest }) | undefined {
  return context.getType() === 'http' ? context.switchToHttp().getRequest() : undefined;
}
