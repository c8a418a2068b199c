// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap, listOf, nullable } from '../../transport/decode.js';
import { decodePermission, type Permission } from './permission.js';

/** A role, as the Backend API answers it. */
export interface Role {
  readonly object: 'role';
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly description: string | null;
  readonly isCreatorEligible: boolean;
  readonly permissions: Permission[];
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

/** A role set, as the Backend API answers it. */
export interface RoleSet {
  readonly object: 'role_set';
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly description: string | null;
  readonly roles: RoleSetItem[];
  readonly defaultRole: RoleSetItem | null;
  readonly creatorRole: RoleSetItem | null;
  readonly type: 'initial' | 'custom';
  readonly roleSetMigration: RoleSetMigration | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

/** A role set item, as the Backend API answers it. */
export interface RoleSetItem {
  readonly object: 'role_set_item';
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly description: string | null;
  readonly membersCount?: number | null;
  readonly hasMembers?: boolean | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

/** A role set migration, as the Backend API answers it. */
export interface RoleSetMigration {
  readonly object: 'role_set_migration';
  readonly id: string;
  readonly organizationId: string | null;
  readonly instanceId: string;
  readonly sourceRoleSetId: string;
  readonly destRoleSetId: string | null;
  readonly triggerType: string;
  readonly status: string;
  readonly migratedMembers: number;
  readonly mappings: Record<string, string> | null;
  /** Milliseconds since 1970. */
  readonly startedAt?: number;
  /** Milliseconds since 1970. */
  readonly completedAt?: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

/** Reads the API's JSON. */
export function decodeRole(json: unknown): Role {
  return decodeObject<Role>(json, ROLE_FIELDS);
}

/** Reads the API's JSON. */
export function decodeRoleSet(json: unknown): RoleSet {
  return decodeObject<RoleSet>(json, ROLE_SET_FIELDS);
}

/** Reads the API's JSON. */
export function decodeRoleSetItem(json: unknown): RoleSetItem {
  return decodeObject<RoleSetItem>(json, ROLE_SET_ITEM_FIELDS);
}

/** Reads the API's JSON. */
export function decodeRoleSetMigration(json: unknown): RoleSetMigration {
  return decodeObject<RoleSetMigration>(json, ROLE_SET_MIGRATION_FIELDS);
}

const ROLE_FIELDS: FieldMap<Role> = {
  object: 'object',
  id: 'id',
  name: 'name',
  key: 'key',
  description: 'description',
  isCreatorEligible: 'is_creator_eligible',
  permissions: ['permissions', listOf(decodePermission)],
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};

const ROLE_SET_FIELDS: FieldMap<RoleSet> = {
  object: 'object',
  id: 'id',
  name: 'name',
  key: 'key',
  description: 'description',
  roles: ['roles', listOf(decodeRoleSetItem)],
  defaultRole: ['default_role', nullable(decodeRoleSetItem)],
  creatorRole: ['creator_role', nullable(decodeRoleSetItem)],
  type: 'type',
  roleSetMigration: ['role_set_migration', nullable(decodeRoleSetMigration)],
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};

const ROLE_SET_ITEM_FIELDS: FieldMap<RoleSetItem> = {
  object: 'object',
  id: 'id',
  name: 'name',
  key: 'key',
  description: 'description',
  membersCount: 'members_count',
  hasMembers: 'has_members',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};

const ROLE_SET_MIGRATION_FIELDS: FieldMap<RoleSetMigration> = {
  object: 'object',
  id: 'id',
  organizationId: 'organization_id',
  instanceId: 'instance_id',
  sourceRoleSetId: 'source_role_set_id',
  destRoleSetId: 'dest_role_set_id',
  triggerType: 'trigger_type',
  status: 'status',
  migratedMembers: 'migrated_members',
  mappings: 'mappings',
  startedAt: 'started_at',
  completedAt: 'completed_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};
