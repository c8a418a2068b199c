import { apiError, parameterError, parametersInvalid, resourceNotFound } from '../../api-errors.js';
import type { LocalStore } from '../../store/local-store.js';
import type { LocalOrganizationDomain } from '../../store/organization-records.js';
import type { BackendApiHandlers } from '../handlers.js';
import { BY_CREATION, contains, pageOf, passes, sorted } from '../lists.js';
import { publicOrganizationData } from '../views/organization.js';
import { organizationOf } from './organizations.js';

const ENROLLMENT_MODES = [
  'manual_invitation',
  'automatic_invitation',
  'automatic_suggestion',
  'enterprise_sso',
];
export const COMMON_PROVIDERS = [
  'gmail.com',
  'outlook.com',
  'hotmail.com',
  'yahoo.com',
  'icloud.com',
  'proton.me',
];

export const ORGANIZATION_DOMAINS: BackendApiHandlers = {
  ListOrganizationDomains: ({ path, query }, { store }) => {
    const { id } = organizationOf(path.organizationId, store);
    const domains = store.records.organizationDomains
      .by('organizations', id)
      .filter(({ verified }) => query.verified === undefined || String(verified) === query.verified)
      .filter(domain => query.enrollmentMode === undefined || domain.enrollmentMode === query.enrollmentMode);
    return pageOf(domains, query, domain => domainView(domain, store));
  },

  ListAllOrganizationDomains: ({ query }, { store }) => {
    if (query.query?.trim() === '') {
      throw parametersInvalid(parameterError('form_param_value_invalid', 'query', 'must not be empty'));
    }
    const { organizationId, verified } = query;
    const domains = store.records.organizationDomains
      .list()
      .filter(domain => organizationId === undefined || domain.organizationId === organizationId)
      .filter(domain => verified === undefined || String(domain.verified) === verified)
      .filter(({ enrollmentMode }) => passes(query.enrollmentMode, [enrollmentMode]))
      .filter(({ name }) => passes(query.domains, [name]))
      .filter(domain =>
        query.query?.startsWith('org_')
          ? domain.organizationId === query.query
          : contains([domain.name], query.query),
      );
    const orders = { ...BY_CREATION, name: ({ name }: LocalOrganizationDomain) => name };
    return pageOf(sorted(domains, orders, query.orderBy), query, domain => domainView(domain, store));
  },

  CreateOrganizationDomain: ({ path, body }, { store }) => {
    const { id: organizationId } = organizationOf(path.organizationId, store);
    const { name = null, enrollmentMode = null, verified } = body;
    if (name === null) {
      throw parametersInvalid(parameterError('form_param_missing', 'name', 'must be included'));
    }
    if (COMMON_PROVIDERS.includes(name)) {
      const longMessage = 'This is a common email provider domain. Please use a different one.';
      throw apiError(422, 'organization_domain_common', 'common email domain', longMessage);
    }
    rejectTakenDomain(name, organizationId, store);
    const domain = store.records.organizationDomains.add({
      organizationId,
      name: name.toLowerCase(),
      enrollmentMode: enrollmentModeOf(enrollmentMode) ?? 'manual_invitation',
      verified: verified ?? true,
    });
    return domainView(domain, store);
  },

  UpdateOrganizationDomain: ({ path, body }, { store }) => {
    const domain = domainOf(path, store);
    const updated = store.records.organizationDomains.update(domain.id, {
      enrollmentMode: enrollmentModeOf(body.enrollmentMode ?? null),
      verified: body.verified ?? undefined,
    });
    return domainView(updated, store);
  },

  DeleteOrganizationDomain: ({ path }, { store }) => {
    const { id } = store.records.organizationDomains.delete(domainOf(path, store).id);
    return { object: 'organization_domain', id, deleted: true };
  },

  /** Local Clerk makes no DNS queries: a domain counts as verified as soon as verification is requested. */
  VerifyOrganizationDomainOwnership: ({ path }, { store }) => {
    const { id } = domainOf(path, store);
    return domainView(store.records.organizationDomains.update(id, { verified: true }), store);
  },
};

function domainOf(
  { organizationId, domainId }: { readonly organizationId: string; readonly domainId: string },
  store: LocalStore,
): LocalOrganizationDomain {
  const { id } = organizationOf(organizationId, store);
  const domain = store.records.organizationDomains.find(domainId);
  if (domain?.organizationId !== id) throw resourceNotFound('organization domain', 'id', domainId);
  return domain;
}

export function enrollmentModeOf(mode: string | null): string | undefined {
  if (mode === null) return undefined;
  if (ENROLLMENT_MODES.includes(mode)) return mode;
  const problem = `must be one of ${ENROLLMENT_MODES.join(', ')}`;
  throw parametersInvalid(parameterError('form_param_value_invalid', 'enrollment_mode', problem));
}

export function rejectTakenDomain(name: string, organizationId: string, { records }: LocalStore): void {
  const [taken] = records.organizationDomains.by('name', name.toLowerCase());
  if (!taken) return;
  const isSame = taken.organizationId === organizationId;
  throw apiError(
    422,
    isSame ? 'organization_domain_already_exists_same_organization' : 'organization_domain_already_exists',
    'organization domain already exists',
    `This domain is already used by ${isSame ? 'your' : 'another'} organization.`,
  );
}

function domainView(domain: LocalOrganizationDomain, { organizations }: LocalStore): object {
  const verification = domain.verified
    ? {
        status: 'verified',
        strategy: 'backend_api',
        attempts: null,
        expireAt: null,
        verifiedAt: domain.updatedAt,
      }
    : null;
  return {
    ...domain,
    affiliationEmailAddress: null,
    affiliationVerification: verification,
    ownershipVerification: verification,
    verification,
    publicOrganizationData: publicOrganizationData(organizations.get(domain.organizationId)),
  };
}
