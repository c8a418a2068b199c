import { apiError, parameterError, parametersInvalid } from '../../api-errors.js';
import type { LocalInstance } from '../../local-instance.js';
import { newId } from '../../random.js';
import type { LocalDomain } from '../../store/instance-records.js';
import type { BackendApiHandlers } from '../handlers.js';
import { pageOf } from '../lists.js';
import { Page } from '../shaping.js';
import { settingsOf, updateSettings } from './settings.js';

const ENROLLMENT_MODES = ['manual_invitation', 'automatic_invitation', 'automatic_suggestion'];

export const INSTANCE: BackendApiHandlers = {
  GetInstance: (_call, { store, instanceId, instanceType }) => ({
    id: instanceId,
    environmentType: instanceType,
    allowedOrigins: settingsOf(store, 'instance').allowedOrigins,
    workspaceId: null,
  }),

  UpdateInstance: ({ body }, { store }) => void updateSettings(store, 'instance', body),

  UpdateInstanceAuthConfig: ({ body }, { store, instanceId }) => {
    const { testMode, ...settings } = body;
    if (testMode != null) updateSettings(store, 'instance', { testMode });
    return { id: instanceId, ...updateSettings(store, 'auth', settings) };
  },

  UpdateInstanceRestrictions: ({ body }, { store }) => updateSettings(store, 'restrictions', body),
  GetInstanceProtect: (_call, { store }) => settingsOf(store, 'protect'),
  UpdateInstanceProtect: ({ body }, { store }) => updateSettings(store, 'protect', body),
  GetInstanceCommunication: (_call, { store }) => settingsOf(store, 'communication'),
  UpdateInstanceCommunication: ({ body }, { store }) => updateSettings(store, 'communication', body),
  GetInstanceOAuthApplicationSettings: (_call, { store }) => settingsOf(store, 'oauthApplication'),
  UpdateInstanceOAuthApplicationSettings: ({ body }, { store }) => {
    const scopes = body.defaultScopes ?? [];
    if (new Set(scopes).size < scopes.length) {
      const problem = 'contains duplicate values';
      throw parametersInvalid(parameterError('form_param_duplicate', 'default_scopes', problem));
    }
    return updateSettings(store, 'oauthApplication', body);
  },

  GetInstanceOrganizationSettings: (_call, { store }) => settingsOf(store, 'organization'),

  UpdateInstanceOrganizationSettings: ({ body }, { store }) => {
    const { creatorRoleId, domainsDefaultRoleId, ...settings } = body;
    const unknownMode = body.domainsEnrollmentModes?.find(mode => !ENROLLMENT_MODES.includes(mode));
    if (unknownMode !== undefined) {
      const problem = `must be one of ${ENROLLMENT_MODES.join(', ')}`;
      throw parametersInvalid(
        parameterError('form_param_value_invalid', 'domains_enrollment_modes', problem),
      );
    }
    const keyOf = (id: string | null | undefined): string | undefined =>
      id == null ? undefined : (store.roles.roles.find(id) ?? store.roles.byKey(id)).key;
    return updateSettings(store, 'organization', {
      ...settings,
      creatorRole: keyOf(creatorRoleId),
      domainsDefaultRole: keyOf(domainsDefaultRoleId),
    });
  },

  ChangeProductionInstanceDomain: ({ body }, instance) => changeDomain(body, instance),
  UpdateProductionInstanceDomain: ({ body }, instance) => changeDomain(body, instance),

  ChangeDomain: ({ body }, instance) => changeDomain(body, instance),

  ListDomains: (_call, instance) => {
    const domains = [primaryDomain(instance), ...instance.store.records.domains.list().reverse()];
    return new Page(
      domains.map(domain => domainView(domain, instance)),
      domains.length,
    );
  },

  AddDomain: ({ body }, instance) => {
    const { store } = instance;
    if (!body.isSatellite) {
      const longMessage =
        'Currently, only a single primary domain is supported. All new domains must be satellites.';
      throw apiError(422, 'primary_domain_already_exists', 'primary domain already exists', longMessage);
    }
    const proxyUrl = checkedUrl(body.proxyUrl ?? null, 'proxy_url');
    return domainView(store.records.domains.add({ name: body.name, isSatellite: true, proxyUrl }), instance);
  },

  UpdateDomain: ({ path, body }, instance) => {
    const { domains, settings } = instance.store.records;
    if (path.domainId === instance.domainId) {
      // The primary domain belongs to the keys; only its proxy can change.
      const proxyUrl = checkedUrl(body.proxyUrl ?? null, 'proxy_url');
      const values = { proxyUrl };
      if (settings.has('primaryDomain')) settings.update('primaryDomain', { values });
      else settings.add({ id: 'primaryDomain', values });
      return domainView(primaryDomain(instance), instance);
    }
    const updated = domains.update(path.domainId, {
      name: body.name ?? undefined,
      proxyUrl: body.proxyUrl === undefined ? undefined : checkedUrl(body.proxyUrl, 'proxy_url'),
    });
    return domainView(updated, instance);
  },

  DeleteDomain: ({ path }, { store, domainId }) => {
    if (path.domainId === domainId) {
      const longMessage =
        'This operation is not allowed on a primary domain. Try again with a satellite domain.';
      throw apiError(403, 'operation_not_allowed_on_primary_domain', 'operation not allowed', longMessage);
    }
    store.records.domains.delete(path.domainId);
    return { object: 'domain', id: path.domainId, deleted: true };
  },

  /** Local Clerk has no network access, so it does not verify a proxy: a proxy of a known domain is successful. */
  VerifyDomainProxy: ({ body }, instance) => {
    const { domainId = null, proxyUrl = null } = body;
    if (domainId === null || proxyUrl === null) {
      const name = domainId === null ? 'domain_id' : 'proxy_url';
      throw parametersInvalid(parameterError('form_param_missing', name, 'must be included'));
    }
    if (domainId !== instance.domainId) instance.store.records.domains.get(domainId);
    const now = instance.store.now();
    return {
      id: newId('proxchk'),
      domainId,
      lastRunAt: now,
      proxyUrl: checkedUrl(proxyUrl, 'proxy_url'),
      successful: true,
      createdAt: now,
      updatedAt: now,
    };
  },

  ListRedirectURLs: ({ query }, { store }) => pageOf(store.records.redirectUrls.list(), query),

  CreateRedirectURL: ({ body }, { store }) => {
    const { redirectUrls } = store.records;
    const url = checkedUrl(body.url, 'url') ?? '';
    if (redirectUrls.findBy('url', url)) {
      throw apiError(400, 'duplicate_record', 'duplicate redirect URL', 'the redirect URL already exists');
    }
    return redirectUrls.add({ url });
  },

  GetRedirectURL: ({ path }, { store }) => store.records.redirectUrls.get(path.id),

  DeleteRedirectURL: ({ path }, { store }) => {
    const { id } = store.records.redirectUrls.delete(path.id);
    return { object: 'redirect_url', id, deleted: true };
  },

  CreateSvixApp: (_call, instance) => {
    if (settingsOf(instance.store, 'webhooks').hasSvixApp === true) {
      throw apiError(400, 'svix_app_exists', 'Only one Svix app is allowed per instance.');
    }
    updateSettings(instance.store, 'webhooks', { hasSvixApp: true });
    return svixUrl(instance);
  },

  DeleteSvixApp: (_call, { store }) => {
    rejectMissingSvixApp(settingsOf(store, 'webhooks'));
    updateSettings(store, 'webhooks', { hasSvixApp: false });
  },

  GenerateSvixAuthURL: (_call, instance) => {
    rejectMissingSvixApp(settingsOf(instance.store, 'webhooks'));
    return svixUrl(instance);
  },
};

function svixUrl({ instanceId }: LocalInstance): object {
  return { svixUrl: `https://app.svix.com/login#key=${instanceId}` };
}

function rejectMissingSvixApp({ hasSvixApp }: Readonly<Record<string, unknown>>): void {
  if (hasSvixApp === true) return;
  throw apiError(400, 'svix_app_missing', 'No Svix apps are associated with the current instance.');
}

function primaryDomain({ store, domainId, issuer }: LocalInstance): LocalDomain {
  const values = store.records.settings.find('primaryDomain')?.values;
  return {
    id: domainId,
    name: new URL(issuer).hostname.replace(/^clerk\./, ''),
    isSatellite: false,
    proxyUrl: (values?.proxyUrl as string | null | undefined) ?? null,
    createdAt: 0,
    updatedAt: 0,
  };
}

function domainView(domain: LocalDomain, { instanceType, domainId, issuer }: LocalInstance): object {
  const isPrimary = domain.id === domainId;
  const frontendApiUrl = isPrimary ? issuer : `https://clerk.${domain.name}`;
  return {
    ...domain,
    frontendApiUrl,
    accountsPortalUrl: isPrimary ? `https://accounts.${domain.name}` : null,
    developmentOrigin: instanceType === 'development' && isPrimary ? 'http://localhost:3000' : '',
    cnameTargets:
      instanceType === 'production'
        ? [{ host: `clerk.${domain.name}`, value: 'frontend-api.clerk.services', required: true }]
        : null,
  };
}

function changeDomain(
  body: { readonly homeUrl?: string | null },
  { instanceType, store }: LocalInstance,
): void {
  if (instanceType !== 'production') {
    const longMessage = 'Request only valid for production instances.';
    throw apiError(400, 'request_invalid_for_environment', 'Invalid request for environment', longMessage);
  }
  if (body.homeUrl == null) {
    throw parametersInvalid(parameterError('form_param_missing', 'home_url', 'must be included'));
  }
  // The keys of a running LocalClerk contain its host, so the change is recorded without effect.
  updateSettings(store, 'instance', { homeUrl: body.homeUrl });
}

function checkedUrl(url: string | null, parameter: string): string | null {
  if (url === null || (URL.canParse(url) && new URL(url).protocol !== 'javascript:')) return url;
  throw parametersInvalid(parameterError('form_param_format_invalid', parameter, 'must be a valid URL'));
}
