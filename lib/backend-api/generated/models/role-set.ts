// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, listOf, nullable } from '../../transport/decode.js';

/** A role set, as the Backend API returns it. */
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
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** The JSON of {@link RoleSet}, with the names and values that the Backend API sends. */
export interface RoleSetJSON {
  object: 'role_set';
  id: string;
  name: string;
  key: string;
  description: string | null;
  roles: RoleSetItemJSON[];
  default_role: RoleSetItemJSON | null;
  creator_role: RoleSetItemJSON | null;
  type: 'initial' | 'custom';
  role_set_migration: RoleSetMigrationJSON | null;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
}

/** A role set item, as the Backend API returns it. */
export interface RoleSetItem {
  readonly object: 'role_set_item';
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly description: string | null;
  readonly membersCount?: number | null;
  readonly hasMembers?: boolean | null;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** The JSON of {@link RoleSetItem}, with the names and values that the Backend API sends. */
export interface RoleSetItemJSON {
  object: 'role_set_item';
  id: string;
  name: string;
  key: string;
  description: string | null;
  members_count?: number | null;
  has_members?: boolean | null;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
}

/** A role set migration, as the Backend API returns it. */
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
  /** Unix time in milliseconds. */
  readonly startedAt?: number;
  /** Unix time in milliseconds. */
  readonly completedAt?: number;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** The JSON of {@link RoleSetMigration}, with the names and values that the Backend API sends. */
export interface RoleSetMigrationJSON {
  object: 'role_set_migration';
  id: string;
  organization_id: string | null;
  instance_id: string;
  source_role_set_id: string;
  dest_role_set_id: string | null;
  trigger_type: string;
  status: string;
  migrated_members: number;
  mappings: Record<string, string> | null;
  /** Unix time in milliseconds. */
  started_at?: number;
  /** Unix time in milliseconds. */
  completed_at?: number;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
}

/** Decodes the JSON of the Backend API. */
export function decodeRoleSet(json: unknown): RoleSet {
  return decodeObject<RoleSet>(json, ROLE_SET_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeRoleSetItem(json: unknown): RoleSetItem {
  return decodeObject<RoleSetItem>(json, ROLE_SET_ITEM_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeRoleSetMigration(json: unknown): RoleSetMigration {
  return decodeObject<RoleSetMigration>(json, ROLE_SET_MIGRATION_FIELDS);
}

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
