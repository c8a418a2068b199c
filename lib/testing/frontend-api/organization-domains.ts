import { apiError, resourceNotFound } from '../api-errors.js';
import {
  COMMON_PROVIDERS,
  enrollmentModeOf,
  rejectTakenDomain,
} from '../backend-api/operations/organization-domains.js';
import { settingsOf } from '../backend-api/operations/settings.js';
import { ClerkAPIResponseError } from '../../errors/clerk-api-response-error.js';
import type { OperationCall, OperationHandler } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import type { LocalStore } from '../store/local-store.js';
import type { LocalOrganizationDomain } from '../store/organization-records.js';
import type { LocalOrganization } from '../store/records.js';
import { filterOf, pageFor, wrapped } from './answers.js';
import { domainNameOf, enrollAll } from './enrollment.js';
import { parameterFormatInvalid, parameterMissing } from './errors.js';
import type { FrontendApiHandlers } from './handlers.js';
import { assertEmailAddress } from './identifiers.js';
import { publicOrganizationDataJson } from './organization-json.js';
import { requirePermission } from './organization-member.js';
import type { Member } from './organization-member.js';
import { flag, list, requiredText, text } from './parameters.js';
import { attemptCode, rejectUnverified, sendCode, verificationStatus } from './verification-codes.js';

type Json = Record<string, unknown>;

const DOMAIN_NAME = /^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** The email domains of an organization. @see https://clerk.com/docs/guides/organizations/add-members/verified-domains */
export const ORGANIZATION_DOMAINS: FrontendApiHandlers = {
  ListOrganizationDomains: (call, instance) => {
    const { store } = instance;
    const needed = ['org:sys_domains:read', 'org:sys_domains:manage'];
    const { browser, organization } = requirePermission(call, instance, ...needed);
    const modes = filterOf(call.query, 'enrollment_mode');
    const verified = call.query.get('verified');
    const domains = store.records.organizationDomains
      .by('organizations', organization.id)
      .filter(domain => verified === null || String(domain.verified) === verified)
      .filter(({ enrollmentMode }) => modes.length === 0 || modes.includes(enrollmentMode));
    return wrapped(
      pageFor(domains, call.query, domain => domainJson(domain, store)),
      browser,
      call,
      instance,
    );
  },

  CreateOrganizationDomain: (call, instance) => {
    const member = requireManager(call, instance);
    const name = requiredText(call.body, 'name');
    const domain = create(name, member.organization, call.body, instance.store);
    return answer(domain, member, call, instance);
  },

  createOrganizationDomainsBulk: (call, instance) => {
    const { store } = instance;
    const { browser, organization } = requireManager(call, instance);
    const names = list(call.body, 'names');
    if (names.length === 0) throw parameterMissing('names');
    const { done, failed } = attemptEach(names, name => create(name, organization, call.body, store));
    const response = {
      data: done.map(domain => domainJson(domain, store)),
      errors: failed.map(({ item: name, code }) => ({ name, code })),
    };
    return wrapped(response, browser, call, instance);
  },

  GetOrganizationDomain: (call, instance) => {
    const needed = ['org:sys_domains:read', 'org:sys_domains:manage'];
    const member = requirePermission(call, instance, ...needed);
    return answer(domainInPath(member, call, instance.store), member, call, instance);
  },

  deleteOrganizationDomain: (call, instance) => {
    const member = requireManager(call, instance);
    const { id } = domainInPath(member, call, instance.store);
    instance.store.records.organizationDomains.delete(id);
    return wrapped({ object: 'organization_domain', id, deleted: true }, member.browser, call, instance);
  },

  UpdateOrganizationDomainEnrollmentMode: (call, instance) => {
    const { store } = instance;
    const member = requireManager(call, instance);
    const { id } = domainInPath(member, call, store);
    const enrollmentMode = checkedMode(requiredText(call.body, 'enrollment_mode'), store);
    if (flag(call.body, 'delete_pending') === true) deletePending(id, store);
    const updated = store.records.organizationDomains.update(id, { enrollmentMode });
    enrollAll(updated, store);
    return answer(updated, member, call, instance);
  },

  /** Sends a code to an address at the domain, which proves that the member belongs to it. */
  prepareOrganizationDomainVerification: (call, instance) => {
    const { store } = instance;
    const member = requireManager(call, instance);
    const { id, name } = domainInPath(member, call, store);
    const affiliationEmailAddress = requiredText(call.body, 'affiliation_email_address').toLowerCase();
    assertEmailAddress(affiliationEmailAddress);
    if (domainNameOf(affiliationEmailAddress) !== name) {
      const longMessage = `The email address is not one at ${name}.`;
      throw apiError(422, 'organization_domain_mismatch', 'organization domain mismatch', longMessage);
    }
    const affiliation = sendCode(instance, {
      strategy: 'affiliation_email_code',
      identifier: affiliationEmailAddress,
      purpose: 'verification',
    });
    const { organizationDomains } = store.records;
    const prepared = organizationDomains.update(id, { affiliationEmailAddress, affiliation });
    return answer(prepared, member, call, instance);
  },

  attemptOrganizationDomainVerification: (call, instance) => {
    const { store } = instance;
    const { organizationDomains } = store.records;
    const member = requireManager(call, instance);
    const domain = domainInPath(member, call, store);
    const affiliation = attemptCode(instance, domain.affiliation ?? null, requiredText(call.body, 'code'));
    organizationDomains.update(domain.id, { affiliation });
    rejectUnverified(affiliation);
    const verified = organizationDomains.update(domain.id, { verified: true });
    enrollAll(verified, store);
    return answer(verified, member, call, instance);
  },

  prepareOrganizationDomainOwnershipVerification: ownershipHandler(prepareOwnership),
  attemptOrganizationDomainOwnershipVerification: ownershipHandler(proveOwnership),
  prepareOrganizationDomainsOwnershipVerification: bulkOwnershipHandler(prepareOwnership),
  attemptOrganizationDomainsOwnershipVerification: bulkOwnershipHandler(proveOwnership),
};

function requireManager(call: OperationCall, instance: LocalInstance): Member {
  return requirePermission(call, instance, 'org:sys_domains:manage');
}

function create(
  name: string,
  { id: organizationId }: LocalOrganization,
  body: OperationCall['body'],
  store: LocalStore,
): LocalOrganizationDomain {
  const { domainsEnabled, maxAllowedDomains } = settingsOf(store, 'organization');
  if (domainsEnabled !== true) {
    const longMessage = 'The instance does not have domains enabled for organizations.';
    throw apiError(403, 'organization_domains_not_enabled', 'domains not enabled', longMessage);
  }
  const lower = name.trim().toLowerCase();
  if (!DOMAIN_NAME.test(lower)) throw parameterFormatInvalid('name', 'a domain, such as example.com');
  if (COMMON_PROVIDERS.includes(lower)) {
    const longMessage = 'This is a common email provider domain. Please use a different one.';
    throw apiError(422, 'organization_domain_common', 'common email domain', longMessage);
  }
  rejectTakenDomain(lower, organizationId, store);
  const { organizationDomains } = store.records;
  if (organizationDomains.by('organizations', organizationId).length >= Number(maxAllowedDomains)) {
    const longMessage = `An organization can have ${Number(maxAllowedDomains)} domains.`;
    throw apiError(403, 'organization_domain_quota_exceeded', 'domain quota exceeded', longMessage);
  }
  const mode = text(body, 'enrollment_mode');
  return organizationDomains.add({
    organizationId,
    name: lower,
    enrollmentMode: mode === undefined ? 'manual_invitation' : checkedMode(mode, store),
    verified: false,
  });
}

function checkedMode(mode: string, store: LocalStore): string {
  const known = enrollmentModeOf(mode) ?? mode;
  const enabled = settingsOf(store, 'organization').domainsEnrollmentModes as readonly string[];
  if (enabled.includes(known)) return known;
  const longMessage = `The enrollment mode ${known} is not enabled for the organizations of this instance.`;
  throw apiError(403, 'organization_domain_enrollment_mode_not_enabled', 'mode not enabled', longMessage);
}

/** What the domain has brought about so far and no user has accepted. */
function deletePending(domainId: string, { records }: LocalStore): void {
  const { organizationInvitations, organizationSuggestions } = records;
  for (const { id, status } of organizationSuggestions.by('organizationDomains', domainId)) {
    if (status === 'pending') organizationSuggestions.delete(id);
  }
  for (const { id } of pendingInvitationsOf(domainId, records)) {
    organizationInvitations.update(id, { status: 'revoked' });
  }
}

function pendingInvitationsOf(domainId: string, { organizationInvitations }: LocalStore['records']) {
  return organizationInvitations.list(
    invitation => invitation.domainId === domainId && invitation.status === 'pending',
  );
}

function ownershipHandler(
  act: (domain: LocalOrganizationDomain, store: LocalStore) => LocalOrganizationDomain,
): OperationHandler {
  return (call, instance) => {
    const { store } = instance;
    const member = requireManager(call, instance);
    return answer(act(domainInPath(member, call, store), store), member, call, instance);
  };
}

function bulkOwnershipHandler(
  act: (domain: LocalOrganizationDomain, store: LocalStore) => LocalOrganizationDomain,
): OperationHandler {
  return (call, instance) => {
    const { store } = instance;
    const { browser, organization } = requireManager(call, instance);
    const ids = list(call.body, 'organization_domain_ids');
    if (ids.length === 0) throw parameterMissing('organization_domain_ids');
    const { done, failed } = attemptEach(ids, id => act(domainOf(organization, id, store), store));
    const response = {
      data: done.map(domain => domainJson(domain, store)),
      errors: failed.map(({ item: id, code }) => ({ id, code })),
    };
    return wrapped(response, browser, call, instance);
  };
}

function prepareOwnership(domain: LocalOrganizationDomain, { records }: LocalStore): LocalOrganizationDomain {
  if (domain.ownership === 'verified') return domain;
  return records.organizationDomains.update(domain.id, { ownership: 'unverified' });
}

/** Nothing is looked up in the DNS: the attempt succeeds once the record has been asked for. */
function proveOwnership(domain: LocalOrganizationDomain, store: LocalStore): LocalOrganizationDomain {
  if (domain.ownership == null) {
    throw apiError(
      400,
      'verification_missing',
      'is missing',
      'Prepare the verification of the domain first.',
    );
  }
  const { organizationDomains } = store.records;
  const proved = organizationDomains.update(domain.id, { ownership: 'verified', verified: true });
  enrollAll(proved, store);
  return proved;
}

/** Does the same with several items; the ones that are rejected do not stop the others. */
function attemptEach<T>(
  items: readonly string[],
  act: (item: string) => T,
): { done: T[]; failed: { item: string; code: string }[] } {
  const done: T[] = [];
  const failed: { item: string; code: string }[] = [];
  for (const item of items) {
    try {
      done.push(act(item));
    } catch (error) {
      if (!(error instanceof ClerkAPIResponseError)) throw error;
      failed.push({ item, code: error.errors[0]?.code ?? 'bad_request' });
    }
  }
  return { done, failed };
}

function domainInPath(
  { organization }: Member,
  { pathParameters }: OperationCall,
  store: LocalStore,
): LocalOrganizationDomain {
  return domainOf(organization, pathParameters.domain_id ?? '', store);
}

function domainOf({ id: organizationId }: LocalOrganization, id: string, { records }: LocalStore) {
  const domain = records.organizationDomains.find(id);
  if (domain?.organizationId !== organizationId) throw resourceNotFound('organization domain', 'id', id);
  return domain;
}

function answer(
  domain: LocalOrganizationDomain,
  { browser }: Member,
  call: OperationCall,
  instance: LocalInstance,
) {
  return wrapped(domainJson(domain, instance.store), browser, call, instance);
}

function domainJson(domain: LocalOrganizationDomain, store: LocalStore): Json {
  const { id, organizationId, name, enrollmentMode, createdAt, updatedAt } = domain;
  const suggestions = store.records.organizationSuggestions.by('organizationDomains', id);
  const affiliation = affiliationJson(domain, store.now());
  const ownership = ownershipJson(domain);
  return {
    object: 'organization_domain',
    id,
    organization_id: organizationId,
    name,
    enrollment_mode: enrollmentMode,
    affiliation_email_address: domain.affiliationEmailAddress ?? null,
    affiliation_verification: affiliation,
    ownership_verification: ownership,
    verification: domain.verified ? verifiedJson(domain) : affiliation,
    total_pending_invitations: pendingInvitationsOf(id, store.records).length,
    total_pending_suggestions: suggestions.filter(({ status }) => status === 'pending').length,
    public_organization_data: publicOrganizationDataJson(store.organizations.get(organizationId)),
    created_at: createdAt,
    updated_at: updatedAt,
  };
}

function verifiedJson({ affiliation, ownership, updatedAt }: LocalOrganizationDomain): Json {
  const strategy = affiliation ? 'affiliation_email_code' : ownership === 'verified' ? 'txt' : 'backend_api';
  return { status: 'verified', strategy, attempts: null, expire_at: null, verified_at: updatedAt };
}

function affiliationJson(domain: LocalOrganizationDomain, now: number): Json | null {
  const { affiliation } = domain;
  if (!affiliation) return domain.verified && domain.ownership !== 'verified' ? verifiedJson(domain) : null;
  const { strategy, attempts, expireAt } = affiliation;
  const status = verificationStatus(affiliation, now);
  const verifiedAt = status === 'verified' ? domain.updatedAt : null;
  return { status, strategy, attempts, expire_at: expireAt, verified_at: verifiedAt };
}

function ownershipJson({ id, name, ownership, updatedAt }: LocalOrganizationDomain): Json | null {
  if (ownership == null) return null;
  return {
    status: ownership,
    strategy: 'txt',
    attempts: 0,
    expire_at: null,
    verified_at: ownership === 'verified' ? updatedAt : null,
    txt_record_name: `_clerk-challenge.${name}`,
    txt_record_value: `clerk-domain-verification=${id}`,
  };
}
