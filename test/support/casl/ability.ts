import { AbilityBuilder, createMongoAbility } from '@casl/ability';
import type { ForcedSubject, MongoAbility } from '@casl/ability';
import type { SignedInAuth } from 'nest-clerk';

export interface Invoice {
  id: string;
  organization_id: string;
  owner_id: string;
  status: 'draft' | 'sent' | 'paid' | null;
  amount: number;
}

export type AppAbility = MongoAbility<
  ['read' | 'update' | 'delete', 'Invoice' | (Invoice & ForcedSubject<'Invoice'>)]
>;

/** What a member of an organization may do with its invoices. */
export function abilityOf({ userId, orgId, orgRole }: SignedInAuth): AppAbility {
  const { can, cannot, build } = new AbilityBuilder<AppAbility>(createMongoAbility);
  if (orgId) {
    can('read', 'Invoice', { organization_id: orgId, status: { $ne: 'draft' } });
    can(['read', 'update'], 'Invoice', { organization_id: orgId, owner_id: userId });
    if (orgRole === 'org:admin') can(['read', 'update', 'delete'], 'Invoice', { organization_id: orgId });
    cannot(['update', 'delete'], 'Invoice', { status: 'paid' });
  }
  return build();
}
