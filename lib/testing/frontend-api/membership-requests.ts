import { apiError, resourceNotFound } from '../api-errors.js';
import { rejectFull } from '../backend-api/operations/memberships.js';
import type { OperationCall } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import type { LocalStore } from '../store/local-store.js';
import type { LocalMembershipRequest, LocalOrganizationSuggestion } from '../store/organization-records.js';
import { pageFor, withStatus, wrapped } from './answers.js';
import { requireCaller } from './caller.js';
import { defaultRole, enroll } from './enrollment.js';
import type { FrontendApiHandlers } from './handlers.js';
import { publicOrganizationDataJson } from './organization-json.js';
import { requirePermission } from './organization-member.js';
import type { Member } from './organization-member.js';
import { publicUserDataJson } from './public-user-data.js';

/** Suggestions to join an organization, and the requests that they become when a user accepts them. */
export const MEMBERSHIP_REQUESTS: FrontendApiHandlers = {
  getOrganizationSuggestions: (call, instance) => {
    const { store } = instance;
    const { browser, user } = requireCaller(call, instance);
    enroll(user, store);
    const suggestions = withStatus(store.records.organizationSuggestions.by('users', user.id), call.query);
    const view = (suggestion: LocalOrganizationSuggestion): unknown => suggestionJson(suggestion, store);
    return wrapped(pageFor(suggestions, call.query, view), browser, call, instance);
  },

  acceptOrganizationSuggestion: (call, instance) => {
    const { store } = instance;
    const { browser, user } = requireCaller(call, instance);
    const { organizationSuggestions, membershipRequests } = store.records;
    const id = call.pathParameters.suggestion_id ?? '';
    const suggestion = organizationSuggestions.find(id);
    if (suggestion?.userId !== user.id) throw resourceNotFound('organization suggestion', 'id', id);
    if (suggestion.status === 'accepted') {
      const longMessage = 'This organization suggestion has already been accepted.';
      throw apiError(400, 'organization_suggestion_already_accepted', 'already accepted', longMessage);
    }
    membershipRequests.add({
      organizationId: suggestion.organizationId,
      userId: user.id,
      status: 'pending',
    });
    const accepted = organizationSuggestions.update(id, { status: 'accepted' });
    return wrapped(suggestionJson(accepted, store), browser, call, instance);
  },

  listOrganizationMembershipRequests: (call, instance) => {
    const { store } = instance;
    const { browser, organization } = requirePermission(call, instance, 'org:sys_memberships:manage');
    const requests = withStatus(
      store.records.membershipRequests.by('organizations', organization.id),
      call.query,
    );
    const view = (request: LocalMembershipRequest): unknown => requestJson(request, store);
    return wrapped(pageFor(requests, call.query, view), browser, call, instance);
  },

  acceptOrganizationMembershipRequest: (call, instance) => {
    const { store } = instance;
    const { browser, organization, request } = requirePending(call, instance);
    if (!store.memberships.find(organization.id, request.userId)) {
      rejectFull(organization, store);
      store.memberships.create({
        organizationId: organization.id,
        userId: request.userId,
        role: defaultRole(store),
      });
    }
    const accepted = store.records.membershipRequests.update(request.id, { status: 'accepted' });
    return wrapped(requestJson(accepted, store), browser, call, instance);
  },

  rejectOrganizationMembershipRequest: (call, instance) => {
    const { store } = instance;
    const { browser, request } = requirePending(call, instance);
    const rejected = store.records.membershipRequests.update(request.id, { status: 'rejected' });
    return wrapped(requestJson(rejected, store), browser, call, instance);
  },
};

function requirePending(
  call: OperationCall,
  instance: LocalInstance,
): Member & { readonly request: LocalMembershipRequest } {
  const member = requirePermission(call, instance, 'org:sys_memberships:manage');
  const id = call.pathParameters.request_id ?? '';
  const request = instance.store.records.membershipRequests.find(id);
  if (request?.organizationId !== member.organization.id || request.status !== 'pending') {
    throw resourceNotFound('pending organization membership request', 'id', id);
  }
  return { ...member, request };
}

function suggestionJson(suggestion: LocalOrganizationSuggestion, store: LocalStore): unknown {
  return {
    object: 'organization_suggestion',
    id: suggestion.id,
    public_organization_data: publicOrganizationDataJson(store.organizations.get(suggestion.organizationId)),
    status: suggestion.status,
    created_at: suggestion.createdAt,
    updated_at: suggestion.updatedAt,
  };
}

function requestJson(request: LocalMembershipRequest, store: LocalStore): unknown {
  return {
    object: 'organization_membership_request',
    id: request.id,
    organization_id: request.organizationId,
    status: request.status,
    public_user_data: publicUserDataJson(store.users.get(request.userId)),
    created_at: request.createdAt,
    updated_at: request.updatedAt,
  };
}
