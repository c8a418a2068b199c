import type { LocalRecord } from './collection.js';

/** A role that a member of an organization can have. */
export interface LocalRole extends LocalRecord {
  readonly name: string;
  /** With its prefix, such as `org:admin`. */
  readonly key: string;
  readonly description: string | null;
  readonly isCreatorEligible: boolean;
  /** The ids of permissions. */
  readonly permissionIds: readonly string[];
}

/** What a role may allow. */
export interface LocalPermission extends LocalRecord {
  readonly name: string;
  /** With its prefix, such as `org:invoices:create`. */
  readonly key: string;
  readonly description: string;
  /** `system` permissions cannot be changed. */
  readonly type: 'system' | 'user';
}

/** The roles that an organization chooses from. */
export interface LocalRoleSet extends LocalRecord {
  readonly name: string;
  readonly key: string;
  readonly description: string | null;
  readonly type: 'initial' | 'custom';
  readonly roleKeys: readonly string[];
  readonly defaultRoleKey: string | null;
  readonly creatorRoleKey: string | null;
}

/** An email domain whose users may join an organization. */
export interface LocalOrganizationDomain extends LocalRecord {
  readonly organizationId: string;
  readonly name: string;
  readonly enrollmentMode: string;
  readonly verified: boolean;
}
