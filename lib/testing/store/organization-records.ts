import type { AttemptVerification } from './attempts.js';
import type { LocalRecord } from './collection.js';

/** A role of organization members. */
export interface LocalRole extends LocalRecord {
  readonly name: string;
  /** With its prefix, such as `org:admin`. */
  readonly key: string;
  readonly description: string | null;
  readonly isCreatorEligible: boolean;
  /** The ids of permissions. */
  readonly permissionIds: readonly string[];
}

/** A permission of roles. */
export interface LocalPermission extends LocalRecord {
  readonly name: string;
  /** With its prefix, such as `org:invoices:create`. */
  readonly key: string;
  readonly description: string;
  /** `system` permissions cannot be changed. */
  readonly type: 'system' | 'user';
}

/** The roles that an organization can assign. */
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
  /** The address at the domain that a code was sent to, with which a member proves to belong to it. */
  readonly affiliationEmailAddress?: string | null;
  readonly affiliation?: AttemptVerification | null;
  /** Whether the ownership was asked for, or proved. */
  readonly ownership?: 'unverified' | 'verified' | null;
}

/** An organization that a user may ask to join, since they have an email address at one of its domains. */
export interface LocalOrganizationSuggestion extends LocalRecord {
  readonly organizationId: string;
  readonly domainId: string;
  readonly userId: string;
  readonly status: 'pending' | 'accepted';
}

/** A user's wish to become a member of an organization: the suggestion that they accepted. */
export interface LocalMembershipRequest extends LocalRecord {
  readonly organizationId: string;
  readonly userId: string;
  readonly status: 'pending' | 'accepted' | 'rejected';
}
