import type { Random } from '../../conformance/random.js';
import type { TenantName, TokenPool } from './token-pool.js';

/** What the parts of one draw share. */
export interface DrawContext {
  readonly random: Random;
  readonly pool: TokenPool;
  readonly labels: Set<string>;
  /** Whose host the request is for. */
  readonly tenant: TenantName | undefined;
  /** The end of the tenant's suffixed cookies. */
  readonly suffix: string;
  /** Whether the token in `Authorization` is a machine's. */
  readonly isMachine: boolean;
}
