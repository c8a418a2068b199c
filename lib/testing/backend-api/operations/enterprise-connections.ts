import { apiError, parameterError, parametersInvalid, resourceNotFound } from '../../api-errors.js';
import type { LocalInstance } from '../../local-instance.js';
import { newId } from '../../random.js';
import type { LocalEnterpriseConnection } from '../../store/enterprise-records.js';
import type { LocalStore } from '../../store/local-store.js';
import type { Metadata } from '../../store/records.js';
import type { BackendApiHandlers } from '../handlers.js';
import { BY_CREATION, contains, pageOf, passes, sorted } from '../lists.js';
import { organizationOf } from './organizations.js';

/** The settings that a SAML connection requires before it can be active. */
const REQUIRED_TO_ACTIVATE = ['idpEntityId', 'idpSsoUrl', 'idpCertificate'];

export const ENTERPRISE_CONNECTIONS: BackendApiHandlers = {
  ListEnterpriseConnections: ({ query }, instance) => {
    const connections = instance.store.records.enterpriseConnections
      .list(
        ({ organizationId }) => query.organizationId === undefined || organizationId === query.organizationId,
      )
      .filter(({ active }) => query.active === undefined || active === query.active);
    return pageOf(connections, query, connection => connectionView(connection, instance));
  },

  CreateEnterpriseConnection: ({ body }, instance) => {
    const isSaml = body.provider.startsWith('saml_');
    const connection = add(instance.store, {
      name: body.name,
      provider: body.provider,
      domains: body.domains,
      organizationId: body.organizationId ?? null,
      active: body.active ?? false,
      allowOrganizationAccountLinking: body.allowOrganizationAccountLinking ?? false,
      customAttributes: (body.customAttributes ?? []).map(attribute => ({ ...attribute })),
      saml: isSaml ? (body.saml ?? {}) : null,
      oidc: isSaml ? null : (body.oidc ?? {}),
    });
    return connectionView(connection, instance);
  },

  GetEnterpriseConnection: ({ path }, instance) =>
    connectionView(connectionOf(path.enterpriseConnectionId, instance.store), instance),

  UpdateEnterpriseConnection: ({ path, body }, instance) => {
    const connection = connectionOf(path.enterpriseConnectionId, instance.store);
    const updated = update(instance.store, connection, {
      name: body.name ?? undefined,
      domains: body.domains ?? undefined,
      active: body.active ?? undefined,
      syncUserAttributes: body.syncUserAttributes ?? undefined,
      disableAdditionalIdentifications: body.disableAdditionalIdentifications ?? undefined,
      allowOrganizationAccountLinking: body.allowOrganizationAccountLinking ?? undefined,
      organizationId: body.organizationId,
      customAttributes: body.customAttributes?.map(attribute => ({ ...attribute })),
      saml: merged(connection.saml, body.saml),
      oidc: merged(connection.oidc, body.oidc),
    });
    return connectionView(updated, instance);
  },

  DeleteEnterpriseConnection: ({ path }, { store }) => {
    const { id } = store.records.enterpriseConnections.delete(
      connectionOf(path.enterpriseConnectionId, store).id,
    );
    return { object: 'enterprise_connection', id, deleted: true };
  },

  ListEnterpriseConnectionTestRuns: ({ path, query }, { store }) => {
    const { id } = connectionOf(path.enterpriseConnectionId, store);
    const runs = store.records.testRuns
      .by('enterpriseConnections', id)
      .filter(({ status }) => query.status.length === 0 || query.status.includes(status));
    return pageOf(runs, query, run => ({ ...run, parsedUserInfo: null, saml: null, oauth: null }));
  },

  /** No identity provider is called, so a test run stays pending. */
  CreateEnterpriseConnectionTestRun: ({ path }, { store, issuer }) => {
    const { id, saml } = connectionOf(path.enterpriseConnectionId, store);
    store.records.testRuns.add({
      enterpriseConnectionId: id,
      status: 'pending',
      connectionType: saml ? 'saml' : 'oauth',
    });
    return { url: `${issuer}/v1/enterprise_connections/${id}/init_test_run` };
  },

  ListSAMLConnections: ({ query }, instance) => {
    const connections = instance.store.records.enterpriseConnections
      .list(({ saml }) => saml !== null)
      .filter(({ name }) => contains([name], query.query))
      .filter(({ organizationId }) => passes(query.organizationId, [organizationId]));
    const orders = { ...BY_CREATION, name: ({ name }: LocalEnterpriseConnection) => name };
    return pageOf(sorted(connections, orders, query.orderBy), query, connection =>
      samlView(connection, instance),
    );
  },

  CreateSAMLConnection: ({ body: unread }, instance) => {
    const body = unread as SamlParams;
    const connection = add(instance.store, {
      name: body.name ?? '',
      provider: body.provider ?? 'saml_custom',
      domains: domainsOf(body),
      organizationId: body.organizationId ?? null,
      active: false,
      allowOrganizationAccountLinking: false,
      customAttributes: [],
      saml: samlSettingsOf(body),
      oidc: null,
    });
    return samlView(connection, instance);
  },

  GetSAMLConnection: ({ path }, instance) =>
    samlView(samlOf(path.samlConnectionId, instance.store), instance),

  UpdateSAMLConnection: ({ path, body }, instance) => {
    const connection = samlOf(path.samlConnectionId, instance.store);
    const updated = update(instance.store, connection, {
      name: body.name ?? undefined,
      domains: body.domains ?? (body.domain == null ? undefined : [body.domain]),
      organizationId: body.organizationId,
      active: body.active ?? undefined,
      syncUserAttributes: body.syncUserAttributes ?? undefined,
      disableAdditionalIdentifications: body.disableAdditionalIdentifications ?? undefined,
      allowOrganizationAccountLinking: body.allowOrganizationAccountLinking ?? undefined,
      saml: merged(connection.saml, samlSettingsOf(body)),
    });
    return samlView(updated, instance);
  },

  DeleteSAMLConnection: ({ path }, { store }) => {
    const { id, samlId } = samlOf(path.samlConnectionId, store);
    store.records.enterpriseConnections.delete(id);
    return { object: 'saml_connection', id: samlId, deleted: true };
  },
};

interface SamlParams {
  readonly name?: string | null;
  readonly provider?: string | null;
  readonly domain?: string | null;
  readonly domains?: readonly string[] | null;
  readonly organizationId?: string | null;
}

type NewConnection = Omit<
  LocalEnterpriseConnection,
  'id' | 'createdAt' | 'updatedAt' | 'samlId' | 'syncUserAttributes' | 'disableAdditionalIdentifications'
>;

/** The parameters that belong to SAML, and not to every connection. */
const SAML_SETTINGS = [
  'idpEntityId',
  'idpSsoUrl',
  'idpCertificate',
  'idpMetadataUrl',
  'idpMetadata',
  'attributeMapping',
  'allowSubdomains',
  'allowIdpInitiated',
  'forceAuthn',
  'loginHint',
];

function samlSettingsOf(body: object): Metadata {
  return Object.fromEntries(Object.entries(body).filter(([name]) => SAML_SETTINGS.includes(name)));
}

function domainsOf({ domain, domains }: SamlParams): readonly string[] {
  if (domains != null) return domains;
  if (domain != null) return [domain];
  throw parametersInvalid(parameterError('form_param_missing', 'domains', 'must be included'));
}

function add(store: LocalStore, connection: NewConnection): LocalEnterpriseConnection {
  if (connection.organizationId !== null) organizationOf(connection.organizationId, store);
  rejectTaken(store, connection.domains);
  rejectIncomplete(connection);
  return store.records.enterpriseConnections.add({
    ...connection,
    syncUserAttributes: true,
    disableAdditionalIdentifications: false,
    samlId: connection.saml === null ? null : newId('samlc'),
  });
}

function update(
  store: LocalStore,
  connection: LocalEnterpriseConnection,
  changes: Partial<LocalEnterpriseConnection>,
): LocalEnterpriseConnection {
  if (changes.organizationId != null) organizationOf(changes.organizationId, store);
  if (changes.domains) rejectTaken(store, changes.domains, connection.id);
  rejectIncomplete({
    active: changes.active ?? connection.active,
    saml: changes.saml ?? connection.saml,
  });
  return store.records.enterpriseConnections.update(connection.id, changes);
}

function rejectTaken({ records }: LocalStore, domains: readonly string[], exceptId?: string): void {
  for (const domain of domains) {
    const isTaken = records.enterpriseConnections.by('domain', domain).some(({ id }) => id !== exceptId);
    if (isTaken)
      throw apiError(409, 'conflict', 'Conflict', `The domain ${domain} has a connection already.`);
  }
}

function rejectIncomplete({ active, saml }: Pick<LocalEnterpriseConnection, 'active' | 'saml'>): void {
  if (!active || saml === null || saml.idpMetadataUrl != null || saml.idpMetadata != null) return;
  const missing = REQUIRED_TO_ACTIVATE.filter(name => saml[name] == null);
  if (missing.length === 0) return;
  const longMessage = `You have to provide the ${missing.join(', ')} before you are able to activate this connection.`;
  throw apiError(422, 'saml_connection_cant_be_activated', "SAML Connection can't be activated", longMessage);
}

function merged(current: Metadata | null, patch: Metadata | null | undefined): Metadata | undefined {
  return current === null || patch == null ? undefined : { ...current, ...patch };
}

function connectionOf(id: string, { records }: LocalStore): LocalEnterpriseConnection {
  return records.enterpriseConnections.get(id);
}

function samlOf(samlId: string, { records }: LocalStore): LocalEnterpriseConnection {
  const connection = records.enterpriseConnections.findBy('samlId', samlId);
  if (!connection) throw resourceNotFound('SAML connection', 'id', samlId);
  return connection;
}

function serviceProviderOf({ samlId }: LocalEnterpriseConnection, { issuer }: LocalInstance): object {
  return {
    acsUrl: `${issuer}/v1/saml/acs/${samlId}`,
    spEntityId: `${issuer}/saml/${samlId}`,
    spMetadataUrl: `${issuer}/v1/saml/metadata/${samlId}.xml`,
  };
}

function connectionView(connection: LocalEnterpriseConnection, instance: LocalInstance): object {
  const { saml, oidc, id, name, active, createdAt, updatedAt } = connection;
  return {
    ...connection,
    logoPublicUrl: null,
    organizationId: connection.organizationId,
    samlConnection: saml && {
      id: connection.samlId,
      name,
      active,
      allowIdpInitiated: false,
      allowSubdomains: false,
      forceAuthn: false,
      loginHint: { mode: 'email_address' },
      ...serviceProviderOf(connection, instance),
      ...withoutNull(saml),
    },
    oauthConfig: oidc && {
      id,
      name,
      providerKey: connection.provider,
      requiresPkce: false,
      createdAt,
      updatedAt,
      ...withoutNull(oidc),
    },
  };
}

function samlView(connection: LocalEnterpriseConnection, instance: LocalInstance): object {
  return {
    ...connection,
    id: connection.samlId,
    domain: connection.domains[0],
    organizationId: connection.organizationId,
    enterpriseConnectionId: connection.id,
    idpCertificateIssuedAt: null,
    idpCertificateExpiresAt: null,
    userCount: 0,
    allowSubdomains: false,
    allowIdpInitiated: false,
    forceAuthn: false,
    authenticatable: true,
    disableJitProvisioning: false,
    loginHint: { mode: 'email_address' },
    attributeMapping: { userId: 'id', emailAddress: 'mail', firstName: 'givenName', lastName: 'surname' },
    ...serviceProviderOf(connection, instance),
    ...withoutNull(connection.saml ?? {}),
  };
}

function withoutNull(settings: Metadata): Metadata {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null));
}
