import { newId, newMachineTokenId } from '../random.js';
import type {
  LocalCreditEntry,
  LocalDiscount,
  LocalDiscountRedemption,
  LocalPlan,
  LocalPrice,
  LocalSubscription,
  LocalSubscriptionItem,
} from './billing-records.js';
import { Collection } from './collection.js';
import type { CollectionContext, CollectionDefinition, LocalRecord } from './collection.js';
import type {
  LocalAdminPortalLinkToken,
  LocalDirectory,
  LocalEnterpriseConnection,
  LocalGroupRoleMapping,
  LocalTestRun,
} from './enterprise-records.js';

export type EnterpriseCollections = ReturnType<typeof enterpriseCollections>;

/** The collections of enterprise sign-in and of billing. */
export function enterpriseCollections(context: CollectionContext) {
  const collection = <T extends LocalRecord>(
    name: string,
    kind: string,
    prefix: string,
    definition: Partial<CollectionDefinition<T>> = {},
  ): Collection<T> => new Collection<T>(context, { name, kind, newId: () => newId(prefix), ...definition });

  return {
    enterpriseConnections: collection<LocalEnterpriseConnection>(
      'enterpriseConnections',
      'enterprise connection',
      'entconn',
      {
        indexes: {
          samlId: ({ samlId }) => (samlId === null ? [] : [samlId]),
          domain: record => record.domains,
        },
      },
    ),
    testRuns: collection<LocalTestRun>('testRuns', 'test run', 'enttr', {
      owners: { enterpriseConnections: record => record.enterpriseConnectionId },
    }),
    directories: collection<LocalDirectory>('directories', 'directory', 'scimdir', {
      owners: { enterpriseConnections: record => record.enterpriseConnectionId },
    }),
    groupRoleMappings: collection<LocalGroupRoleMapping>(
      'groupRoleMappings',
      'group role mapping',
      'scimgrm',
      { owners: { directories: record => record.directoryId, roles: record => record.roleId } },
    ),
    adminPortalLinkTokens: collection<LocalAdminPortalLinkToken>(
      'adminPortalLinkTokens',
      'admin portal link token',
      'aplt',
      { newId: () => newMachineTokenId('aplt') },
    ),
    plans: collection<LocalPlan>('plans', 'plan', 'cplan', { unique: { slug: record => [record.slug] } }),
    prices: collection<LocalPrice>('prices', 'price', 'cprice', {
      owners: { plans: record => record.planId },
    }),
    subscriptions: collection<LocalSubscription>('subscriptions', 'subscription', 'csub', {
      owners: { users: record => record.payerId, organizations: record => record.payerId },
    }),
    subscriptionItems: collection<LocalSubscriptionItem>(
      'subscriptionItems',
      'subscription item',
      'csubitem',
      { owners: { subscriptions: record => record.subscriptionId } },
    ),
    creditEntries: collection<LocalCreditEntry>('creditEntries', 'credit', 'ccred', {
      owners: { users: record => record.payerId, organizations: record => record.payerId },
    }),
    discounts: collection<LocalDiscount>('discounts', 'discount', 'cdisc'),
    discountRedemptions: collection<LocalDiscountRedemption>(
      'discountRedemptions',
      'discount redemption',
      'cdred',
      { owners: { subscriptionItems: record => record.subscriptionItemId } },
    ),
  };
}
