import { ContextIdFactory } from '@nestjs/core';
import type { ContextId, ContextIdResolver, ContextIdStrategy, HostComponentInfo } from '@nestjs/core';

import type { Instance } from '../../authentication/instance.js';
import type { RequestRecord } from '../../authentication/request-record.js';
import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import type { ClerkClient } from '../../express/clerk-client.js';
import { clientOf } from '../../express/instance-clients.js';
import { recordOf } from '../../express/request-auth.js';
import { BoundedCache } from '../../helpers/bounded-cache.js';
import { property } from '../transports/unknown-object.js';

/** What a durable provider finds as `REQUEST` under {@link OrganizationContextIdStrategy}. */
export interface OrganizationTenant {
  /** The id of the organization: `org_…`; `null` for a request without one. */
  readonly orgId: string | null;
  /** The client of the Clerk instance that authenticated the request; `undefined` for a request of no instance. */
  readonly client: ClerkClient | undefined;
}

/** What {@link OrganizationContextIdStrategy} takes. */
export interface OrganizationContextIdStrategyOptions {
  /** How many organizations have providers at a time; those used longest ago are made again. @defaultValue 1000 */
  maxOrganizations?: number;
}

/**
 * Shares durable providers among the requests of one organization: each organization of each Clerk instance has its own.
 *
 * The organization is the active one of a verified session. Every other request, such as one of a signed-out caller or of a
 * user without active organization, has providers of its own.
 *
 * @example
 * ```ts
 * // main.ts
 * ContextIdFactory.apply(new OrganizationContextIdStrategy());
 *
 * @Injectable({ scope: Scope.REQUEST, durable: true })
 * export class TenantDatabase {
 *   constructor(@Inject(REQUEST) private readonly tenant: OrganizationTenant) {}
 * }
 * ```
 *
 * @see https://docs.nestjs.com/fundamentals/injection-scopes#durable-providers
 */
export class OrganizationContextIdStrategy implements ContextIdStrategy<object> {
  private readonly contexts: BoundedCache<string, ContextId>;
  /** Ids of organizations are unique in one instance only. */
  private readonly numbers = new WeakMap<Instance, number>();
  private count = 0;

  /** @throws {@link ClerkConfigurationError} `option_invalid` */
  constructor({ maxOrganizations = 1000 }: OrganizationContextIdStrategyOptions = {}) {
    if (!Number.isInteger(maxOrganizations) || maxOrganizations < 1) {
      throw new ClerkConfigurationError(
        'option_invalid',
        '`maxOrganizations` of OrganizationContextIdStrategy is a whole number above 0.',
      );
    }
    this.contexts = new BoundedCache(maxOrganizations);
  }

  /** Gives a request the context of its organization, as Nest asks. */
  attach(contextId: ContextId, request: object): ContextIdResolver {
    const record = recordIn(request);
    const orgId = (record && organizationOf(record)) ?? null;
    const client = record?.instance && clientOf(record.instance);
    const payload: OrganizationTenant = { orgId, client };
    if (!record?.instance || orgId === null) return { resolve: () => contextId, payload };
    const shared = this.contextOf(record.instance, orgId);
    return {
      resolve: ({ isTreeDurable }: HostComponentInfo) => (isTreeDurable ? shared : contextId),
      payload,
    };
  }

  private contextOf(instance: Instance, orgId: string): ContextId {
    const key = `${this.numberOf(instance)} ${orgId}`;
    let context = this.contexts.get(key);
    if (!context) this.contexts.set(key, (context = ContextIdFactory.create()));
    return context;
  }

  private numberOf(instance: Instance): number {
    let number = this.numbers.get(instance);
    if (number === undefined) this.numbers.set(instance, (number = ++this.count));
    return number;
  }
}

/** Of a request by HTTP, or of the context of a GraphQL operation that came by one. */
function recordIn(request: object): RequestRecord | undefined {
  return recordOf(request) ?? recordOf(property(request, 'req')) ?? recordOf(property(request, 'request'));
}

function organizationOf({ result }: RequestRecord): string | undefined {
  const auth = result.toAuth();
  if (!auth?.isAuthenticated || auth.tokenType !== 'session_token') return undefined;
  return auth.orgId || undefined;
}
