import { apiError, parameterError, parametersInvalid, resourceNotFound } from '../../api-errors.js';
import type { LocalInstance } from '../../local-instance.js';
import { newId, randomLettersAndDigits } from '../../random.js';
import type { LocalDirectory, LocalGroupRoleMapping } from '../../store/enterprise-records.js';
import type { LocalStore } from '../../store/local-store.js';
import type { BackendApiCall, BackendApiHandlers } from '../handlers.js';
import { pageOf } from '../lists.js';
import { Page } from '../shaping.js';
import { roleView } from './roles.js';

/**
 * A directory has two names in the API: `/directories`, and `/scim_directories` of older versions. Both do the same.
 */
export const DIRECTORIES: BackendApiHandlers = {
  ListDirectories: ({ query }, instance) => list(query, instance),
  CreateDirectory: ({ body }, instance) => create(body, instance),
  GetDirectory: ({ path }, instance) => view(path.directoryId, instance),
  UpdateDirectory: ({ path, body }, instance) => update(path.directoryId, body, instance),
  DeleteDirectory: ({ path }, { store }) => remove(path.directoryId, store, 'directory'),
  RotateDirectoryAPIKey: ({ path }, instance) => rotate(path.directoryId, instance),
  ListDirectoryGroupRoleMappings: ({ path }, { store }) => listMappings(path.directoryId, store),
  CreateDirectoryGroupRoleMapping: ({ path, body }, { store }) =>
    createMapping(path.directoryId, body, store),
  ReplaceDirectoryGroupRoleMappings: ({ path, body }, { store }) =>
    replaceMappings(path.directoryId, body.mappings, store),
  DeleteDirectoryGroupRoleMapping: ({ path }, { store }) =>
    deleteMapping(path.directoryId, path.mappingId, store),

  ListSCIMDirectories: ({ query }, instance) => list(query, instance),
  CreateSCIMDirectory: ({ body }, instance) => create(body, instance),
  GetSCIMDirectory: ({ path }, instance) => view(path.scimDirectoryId, instance),
  UpdateSCIMDirectory: ({ path, body }, instance) => update(path.scimDirectoryId, body, instance),
  DeleteSCIMDirectory: ({ path }, { store }) => remove(path.scimDirectoryId, store, 'scim_directory'),
  RotateSCIMDirectoryAPIKey: ({ path }, instance) => rotate(path.scimDirectoryId, instance),
  ListSCIMGroupRoleMappings: ({ path }, { store }) => listMappings(path.scimDirectoryId, store),
  CreateSCIMGroupRoleMapping: ({ path, body }, { store }) => createMapping(path.scimDirectoryId, body, store),
  ReplaceSCIMGroupRoleMappings: ({ path, body }, { store }) =>
    replaceMappings(path.scimDirectoryId, body.mappings, store),
  DeleteSCIMGroupRoleMapping: ({ path }, { store }) =>
    deleteMapping(path.scimDirectoryId, path.mappingId, store),
};

interface MappingParams {
  readonly directoryGroupId?: string | null;
  readonly scimGroupId?: string | null;
  readonly directoryGroupDisplayName?: string | null;
  readonly scimGroupDisplayName?: string | null;
  readonly roleId: string;
  readonly precedence?: number | null;
}

interface DirectoryParams {
  readonly enterpriseConnectionId: string;
  readonly name?: string | null;
  readonly provider: string;
  readonly groupRoleMappings?: readonly MappingParams[] | null;
}

function list(query: BackendApiCall<'ListDirectories'>['query'], instance: LocalInstance): Page {
  return pageOf(instance.store.records.directories.list(), query, directory =>
    directoryView(directory, instance),
  );
}

function create(body: DirectoryParams, instance: LocalInstance): object {
  const { records, roles } = instance.store;
  const { id: enterpriseConnectionId, name } = records.enterpriseConnections.get(body.enterpriseConnectionId);
  if (records.directories.by('enterpriseConnections', enterpriseConnectionId).length > 0) {
    throw apiError(
      422,
      'scim_directory_enterprise_connection_already_used',
      'enterprise connection already in use',
      'This enterprise connection is already associated with another directory.',
    );
  }
  const mappings = body.groupRoleMappings ?? [];
  for (const mapping of mappings) roles.roles.get(mapping.roleId);
  const directory = records.directories.add({
    name: body.name ?? name,
    provider: body.provider,
    enterpriseConnectionId,
    enabled: true,
    groupRoleMappingEnabled: true,
    attributeMapping: {},
    apiKey: newApiKey(),
  });
  for (const mapping of mappings) addMapping(directory.id, mapping, instance.store);
  return { ...directoryView(directory, instance), apiKey: directory.apiKey };
}

function view(id: string, instance: LocalInstance): object {
  return directoryView(instance.store.records.directories.get(id), instance);
}

function update(
  id: string,
  body: BackendApiCall<'UpdateDirectory'>['body'],
  instance: LocalInstance,
): object {
  if (Object.values(body.attributeMapping ?? {}).some(attribute => typeof attribute !== 'string')) {
    const problem = 'must have strings as values';
    throw parametersInvalid(parameterError('form_param_type_invalid', 'attribute_mapping', problem));
  }
  const updated = instance.store.records.directories.update(id, {
    name: body.name ?? undefined,
    enabled: body.enabled ?? undefined,
    provider: body.provider ?? undefined,
    attributeMapping: body.attributeMapping ?? undefined,
    groupRoleMappingEnabled: body.groupRoleMappingEnabled ?? undefined,
  });
  return directoryView(updated, instance);
}

function remove(id: string, { records }: LocalStore, object: string): object {
  records.directories.delete(id);
  return { object, id, deleted: true };
}

function rotate(id: string, instance: LocalInstance): object {
  const directory = instance.store.records.directories.update(id, { apiKey: newApiKey() });
  return { ...directoryView(directory, instance), apiKey: directory.apiKey };
}

/** Only the response that creates the API key contains it. */
function directoryView(directory: LocalDirectory, { issuer, store }: LocalInstance): object {
  const connection = store.records.enterpriseConnections.find(directory.enterpriseConnectionId);
  return {
    ...directory,
    apiKey: null,
    endpointUrl: `${issuer}/scim/v2/${directory.id}`,
    customAttributes: connection?.customAttributes ?? [],
  };
}

function listMappings(directoryId: string, store: LocalStore): Page {
  const mappings = mappingsOf(directoryId, store).map(mapping => mappingView(mapping, store));
  return new Page(mappings, mappings.length);
}

function createMapping(directoryId: string, body: MappingParams, store: LocalStore): object {
  rejectDisabled(directoryId, store);
  return mappingView(addMapping(directoryId, body, store), store);
}

function replaceMappings(directoryId: string, mappings: readonly MappingParams[], store: LocalStore): Page {
  rejectDisabled(directoryId, store);
  for (const { roleId } of mappings) store.roles.roles.get(roleId);
  store.records.groupRoleMappings.deleteOwnedBy('directories', directoryId);
  mappings.forEach((mapping, index) => addMapping(directoryId, { ...mapping, precedence: index + 1 }, store));
  return listMappings(directoryId, store);
}

function deleteMapping(directoryId: string, mappingId: string, store: LocalStore): object {
  rejectDisabled(directoryId, store);
  const mapping = store.records.groupRoleMappings.find(mappingId);
  if (mapping?.directoryId !== directoryId) throw resourceNotFound('group role mapping', 'id', mappingId);
  store.records.groupRoleMappings.delete(mappingId);
  return { id: mappingId, deleted: true };
}

/** By precedence. */
function mappingsOf(directoryId: string, { records }: LocalStore): LocalGroupRoleMapping[] {
  const { id } = records.directories.get(directoryId);
  const mappings = records.groupRoleMappings.by('directories', id);
  return mappings.sort((a, b) => a.precedence - b.precedence);
}

function addMapping(directoryId: string, params: MappingParams, store: LocalStore): LocalGroupRoleMapping {
  const groupId = params.directoryGroupId ?? params.scimGroupId;
  if (groupId == null) {
    throw parametersInvalid(parameterError('form_param_missing', 'directory_group_id', 'must be included'));
  }
  store.roles.roles.get(params.roleId);
  return store.records.groupRoleMappings.add({
    directoryId,
    groupId,
    groupDisplayName: params.directoryGroupDisplayName ?? params.scimGroupDisplayName ?? groupId,
    roleId: params.roleId,
    precedence: params.precedence ?? mappingsOf(directoryId, store).length + 1,
  });
}

function rejectDisabled(directoryId: string, { records }: LocalStore): void {
  if (records.directories.get(directoryId).groupRoleMappingEnabled) return;
  const longMessage =
    'Role mapping is disabled for this directory. Enable role mapping to add, edit, or remove mappings.';
  throw apiError(400, 'feature_not_enabled', 'role mapping disabled', longMessage);
}

function mappingView(mapping: LocalGroupRoleMapping, store: LocalStore): object {
  const { directoryId, groupId, groupDisplayName, roleId } = mapping;
  return {
    ...mapping,
    scimDirectoryId: directoryId,
    scimGroupId: groupId,
    directoryGroupId: groupId,
    scimGroupDisplayName: groupDisplayName,
    directoryGroupDisplayName: groupDisplayName,
    role: roleView(store.roles.roles.get(roleId), store),
  };
}

function newApiKey(): string {
  return `${newId('scim')}${randomLettersAndDigits(8)}`;
}
