// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { decodeOrganization, type Organization } from './models/organization.js';
import { decodeOrganizationDomain, type OrganizationDomain } from './models/organization-domain.js';
import {
  decodeOrganizationInvitation,
  type OrganizationInvitation,
} from './models/organization-invitation.js';
import {
  decodeOrganizationMembership,
  type OrganizationMembership,
} from './models/organization-membership.js';
import type {
  CreateOrganizationDomainParams,
  CreateOrganizationInvitationBulkParams,
  CreateOrganizationInvitationParams,
  CreateOrganizationMembershipParams,
  CreateOrganizationParams,
  DeleteOrganizationDomainParams,
  DeleteOrganizationMembershipParams,
  GetInstanceOrganizationDomainListParams,
  GetInstanceOrganizationInvitationListParams,
  GetInstanceOrganizationMembershipListParams,
  GetOrganizationDomainListParams,
  GetOrganizationInvitationParams,
  GetOrganizationListParams,
  GetPendingOrganizationInvitationListParams,
  OrganizationGetOrganizationInvitationListParams,
  OrganizationGetOrganizationMembershipListParams,
  ReplaceOrganizationMetadataParams,
  RevokeOrganizationInvitationParams,
  UpdateOrganizationDomainParams,
  UpdateOrganizationLogoParams,
  UpdateOrganizationMembershipMetadataParams,
  UpdateOrganizationMembershipParams,
  UpdateOrganizationMetadataParams,
  VerifyOrganizationDomainOwnershipParams,
} from './organizations-params.js';

/**
 * Organizations, their members, invitations and domains. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class GeneratedOrganizationAPI extends BackendApiResource {
  /**
   * Lists the organizations: `GET /organizations`.
   *
   * @param params - `includeMembersCount`, `includeMissingMemberWithElevatedPermissions`, `query`, `userId`, `organizationId`, … (all optional)
   * @returns one page, and the number of all items
   *
   * @example
   * ```ts
   * const { data, totalCount } = await clerk.organizations.getOrganizationList({ query: 'acme', limit: 20 });
   * ```
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organizations/GET/organizations
   */
  async getOrganizationList(
    params: GetOrganizationListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<Organization[]>> {
    return this.transport.request(
      {
        operation: 'ListOrganizations',
        method: 'GET',
        path: apiPath`/organizations`,
        query: params,
        decode: pageOf(decodeOrganization),
      },
      requestOptions,
    );
  }

  /**
   * Iterates over all items of {@link getOrganizationList}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organizations/GET/organizations
   */
  iterateOrganizationList(
    params: GetOrganizationListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<Organization, void, undefined> {
    return iteratePages(page => this.getOrganizationList({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Creates an organization: `POST /organizations`.
   *
   * @param params - `name`; optional: `createdBy`, `privateMetadata`, `publicMetadata`, `slug`, `maxAllowedMemberships`, …
   *
   * @example
   * ```ts
   * const organization = await clerk.organizations.createOrganization({ name: 'Acme', createdBy: 'user_2abc' });
   * ```
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organizations/POST/organizations
   */
  async createOrganization(
    params: CreateOrganizationParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Organization> {
    return this.transport.request(
      {
        operation: 'CreateOrganization',
        method: 'POST',
        path: apiPath`/organizations`,
        body: params,
        decode: decodeOrganization,
      },
      requestOptions,
    );
  }

  /**
   * Deletes an organization and its memberships: `DELETE /organizations/{organization_id}`.
   *
   * @param organizationId - the ID of the organization
   *
   * @example
   * ```ts
   * await clerk.organizations.deleteOrganization('org_2abc');
   * ```
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organizations/DELETE/organizations/{organization_id}
   */
  async deleteOrganization(
    organizationId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<DeletedObject> {
    return this.transport.request(
      {
        operation: 'DeleteOrganization',
        method: 'DELETE',
        path: apiPath`/organizations/${organizationId}`,
        decode: decodeDeletedObject,
      },
      requestOptions,
    );
  }

  /**
   * Merges metadata into the metadata of an organization; `null` removes a key: `PATCH /organizations/{organization_id}/metadata`.
   *
   * @param organizationId - the ID of the organization
   * @param params - `publicMetadata`, `privateMetadata`
   *
   * @example
   * ```ts
   * await clerk.organizations.updateOrganizationMetadata('org_2abc', { publicMetadata: { plan: 'pro' } });
   * ```
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organizations/PATCH/organizations/{organization_id}/metadata
   */
  async updateOrganizationMetadata(
    organizationId: string,
    params: UpdateOrganizationMetadataParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Organization> {
    return this.transport.request(
      {
        operation: 'MergeOrganizationMetadata',
        method: 'PATCH',
        path: apiPath`/organizations/${organizationId}/metadata`,
        body: params,
        decode: decodeOrganization,
      },
      requestOptions,
    );
  }

  /**
   * Replaces the metadata of an organization: `PUT /organizations/{organization_id}/metadata`.
   *
   * @param organizationId - the ID of the organization
   * @param params - `publicMetadata`, `privateMetadata`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organizations/PUT/organizations/{organization_id}/metadata
   */
  async replaceOrganizationMetadata(
    organizationId: string,
    params: ReplaceOrganizationMetadataParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Organization> {
    return this.transport.request(
      {
        operation: 'ReplaceOrganizationMetadata',
        method: 'PUT',
        path: apiPath`/organizations/${organizationId}/metadata`,
        body: params,
        decode: decodeOrganization,
      },
      requestOptions,
    );
  }

  /**
   * Uploads the logo of an organization: `PUT /organizations/{organization_id}/logo`.
   *
   * @param organizationId - the ID of the organization
   * @param params - `file`; optional: `uploaderUserId`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organizations/PUT/organizations/{organization_id}/logo
   */
  async updateOrganizationLogo(
    organizationId: string,
    params: UpdateOrganizationLogoParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Organization> {
    return this.transport.request(
      {
        operation: 'UploadOrganizationLogo',
        method: 'PUT',
        path: apiPath`/organizations/${organizationId}/logo`,
        form: params,
        decode: decodeOrganization,
      },
      requestOptions,
    );
  }

  /**
   * Deletes the logo of an organization: `DELETE /organizations/{organization_id}/logo`.
   *
   * @param organizationId - the ID of the organization
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organizations/DELETE/organizations/{organization_id}/logo
   */
  async deleteOrganizationLogo(
    organizationId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Organization> {
    return this.transport.request(
      {
        operation: 'DeleteOrganizationLogo',
        method: 'DELETE',
        path: apiPath`/organizations/${organizationId}/logo`,
        decode: decodeOrganization,
      },
      requestOptions,
    );
  }

  /**
   * Invites a person to an organization by email: `POST /organizations/{organization_id}/invitations`.
   *
   * @param params - `organizationId`, `emailAddress`, `role`; optional: `inviterUserId`, `publicMetadata`, `privateMetadata`, `redirectUrl`, `expiresInDays`, …
   *
   * @example
   * ```ts
   * await clerk.organizations.createOrganizationInvitation({
   *   organizationId: 'org_2abc',
   *   emailAddress: 'ada@example.com',
   *   role: 'org:member',
   * });
   * ```
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-invitations/POST/organizations/{organization_id}/invitations
   */
  async createOrganizationInvitation(
    { organizationId, ...body }: CreateOrganizationInvitationParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<OrganizationInvitation> {
    return this.transport.request(
      {
        operation: 'CreateOrganizationInvitation',
        method: 'POST',
        path: apiPath`/organizations/${organizationId}/invitations`,
        body,
        decode: decodeOrganizationInvitation,
      },
      requestOptions,
    );
  }

  /**
   * Lists the invitations to an organization: `GET /organizations/{organization_id}/invitations`.
   *
   * @param params - `organizationId`; optional: `status`, `emailAddress`, `orderBy`, `limit`, `offset`
   * @returns one page, and the number of all items
   *
   * @example
   * ```ts
   * const { data } = await clerk.organizations.getOrganizationInvitationList({
   *   organizationId: 'org_2abc',
   *   status: ['pending'],
   * });
   * ```
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-invitations/GET/organizations/{organization_id}/invitations
   */
  async getOrganizationInvitationList(
    { organizationId, ...query }: OrganizationGetOrganizationInvitationListParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<OrganizationInvitation[]>> {
    return this.transport.request(
      {
        operation: 'ListOrganizationInvitations',
        method: 'GET',
        path: apiPath`/organizations/${organizationId}/invitations`,
        query,
        decode: pageOf(decodeOrganizationInvitation),
      },
      requestOptions,
    );
  }

  /**
   * Iterates over all items of {@link getOrganizationInvitationList}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-invitations/GET/organizations/{organization_id}/invitations
   */
  iterateOrganizationInvitationList(
    params: OrganizationGetOrganizationInvitationListParams,
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<OrganizationInvitation, void, undefined> {
    return iteratePages(
      page => this.getOrganizationInvitationList({ ...params, ...page }, requestOptions),
      params,
    );
  }

  /**
   * Invites several people to an organization by email: `POST /organizations/{organization_id}/invitations/bulk`.
   *
   * @param organizationId - the ID of the organization
   * @param params - for each item: `emailAddress`, `role`; optional: `inviterUserId`, `publicMetadata`, `privateMetadata`, `redirectUrl`, `expiresInDays`, …
   * @returns one page, and the number of all items
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-invitations/POST/organizations/{organization_id}/invitations/bulk
   */
  async createOrganizationInvitationBulk(
    organizationId: string,
    params: CreateOrganizationInvitationBulkParams[],
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<OrganizationInvitation[]>> {
    return this.transport.request(
      {
        operation: 'CreateOrganizationInvitationBulk',
        method: 'POST',
        path: apiPath`/organizations/${organizationId}/invitations/bulk`,
        body: params,
        decode: pageOf(decodeOrganizationInvitation),
      },
      requestOptions,
    );
  }

  /**
   * Lists the pending invitations to an organization: `GET /organizations/{organization_id}/invitations/pending`.
   *
   * @param params - `organizationId`; optional: `limit`, `offset`
   * @returns one page, and the number of all items
   * @deprecated Use `getOrganizationInvitationList` with a status.
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-invitations/GET/organizations/{organization_id}/invitations/pending
   */
  async getPendingOrganizationInvitationList(
    { organizationId, ...query }: GetPendingOrganizationInvitationListParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<OrganizationInvitation[]>> {
    return this.transport.request(
      {
        operation: 'ListPendingOrganizationInvitations',
        method: 'GET',
        path: apiPath`/organizations/${organizationId}/invitations/pending`,
        query,
        decode: pageOf(decodeOrganizationInvitation),
      },
      requestOptions,
    );
  }

  /**
   * Iterates over all items of {@link getPendingOrganizationInvitationList}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   * @deprecated Use `getOrganizationInvitationList` with a status.
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-invitations/GET/organizations/{organization_id}/invitations/pending
   */
  iteratePendingOrganizationInvitationList(
    params: GetPendingOrganizationInvitationListParams,
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<OrganizationInvitation, void, undefined> {
    return iteratePages(
      page => this.getPendingOrganizationInvitationList({ ...params, ...page }, requestOptions),
      params,
    );
  }

  /**
   * Returns an invitation to an organization: `GET /organizations/{organization_id}/invitations/{invitation_id}`.
   *
   * @param params - `organizationId`, `invitationId`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-invitations/GET/organizations/{organization_id}/invitations/{invitation_id}
   */
  async getOrganizationInvitation(
    { organizationId, invitationId }: GetOrganizationInvitationParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<OrganizationInvitation> {
    return this.transport.request(
      {
        operation: 'GetOrganizationInvitation',
        method: 'GET',
        path: apiPath`/organizations/${organizationId}/invitations/${invitationId}`,
        decode: decodeOrganizationInvitation,
      },
      requestOptions,
    );
  }

  /**
   * Revokes an invitation to an organization: `POST /organizations/{organization_id}/invitations/{invitation_id}/revoke`.
   *
   * @param params - `organizationId`, `invitationId`; optional: `requestingUserId`
   *
   * @example
   * ```ts
   * await clerk.organizations.revokeOrganizationInvitation({
   *   organizationId: 'org_2abc',
   *   invitationId: 'orginv_2abc',
   * });
   * ```
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-invitations/POST/organizations/{organization_id}/invitations/{invitation_id}/revoke
   */
  async revokeOrganizationInvitation(
    { organizationId, invitationId, ...body }: RevokeOrganizationInvitationParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<OrganizationInvitation> {
    return this.transport.request(
      {
        operation: 'RevokeOrganizationInvitation',
        method: 'POST',
        path: apiPath`/organizations/${organizationId}/invitations/${invitationId}/revoke`,
        body,
        decode: decodeOrganizationInvitation,
      },
      requestOptions,
    );
  }

  /**
   * Lists the invitations to all organizations: `GET /organization_invitations`.
   *
   * @param params - `orderBy`, `status`, `query`, `limit`, `offset` (all optional)
   * @returns one page, and the number of all items
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-invitations/GET/organization_invitations
   */
  async getInstanceOrganizationInvitationList(
    params: GetInstanceOrganizationInvitationListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<OrganizationInvitation[]>> {
    return this.transport.request(
      {
        operation: 'ListInstanceOrganizationInvitations',
        method: 'GET',
        path: apiPath`/organization_invitations`,
        query: params,
        decode: pageOf(decodeOrganizationInvitation),
      },
      requestOptions,
    );
  }

  /**
   * Iterates over all items of {@link getInstanceOrganizationInvitationList}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-invitations/GET/organization_invitations
   */
  iterateInstanceOrganizationInvitationList(
    params: GetInstanceOrganizationInvitationListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<OrganizationInvitation, void, undefined> {
    return iteratePages(
      page => this.getInstanceOrganizationInvitationList({ ...params, ...page }, requestOptions),
      params,
    );
  }

  /**
   * Adds a user to an organization: `POST /organizations/{organization_id}/memberships`.
   *
   * @param params - `organizationId`, `userId`, `role`; optional: `publicMetadata`, `privateMetadata`
   *
   * @example
   * ```ts
   * await clerk.organizations.createOrganizationMembership({
   *   organizationId: 'org_2abc',
   *   userId: 'user_2abc',
   *   role: 'org:member',
   * });
   * ```
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-memberships/POST/organizations/{organization_id}/memberships
   */
  async createOrganizationMembership(
    { organizationId, ...body }: CreateOrganizationMembershipParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<OrganizationMembership> {
    return this.transport.request(
      {
        operation: 'CreateOrganizationMembership',
        method: 'POST',
        path: apiPath`/organizations/${organizationId}/memberships`,
        body,
        decode: decodeOrganizationMembership,
      },
      requestOptions,
    );
  }

  /**
   * Lists the members of an organization: `GET /organizations/{organization_id}/memberships`.
   *
   * @param params - `organizationId`; optional: `orderBy`, `userId`, `emailAddress`, `phoneNumber`, `username`, …
   * @returns one page, and the number of all items
   *
   * @example
   * ```ts
   * const { data } = await clerk.organizations.getOrganizationMembershipList({ organizationId: 'org_2abc' });
   * ```
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-memberships/GET/organizations/{organization_id}/memberships
   */
  async getOrganizationMembershipList(
    { organizationId, ...query }: OrganizationGetOrganizationMembershipListParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<OrganizationMembership[]>> {
    return this.transport.request(
      {
        operation: 'ListOrganizationMemberships',
        method: 'GET',
        path: apiPath`/organizations/${organizationId}/memberships`,
        query,
        decode: pageOf(decodeOrganizationMembership),
      },
      requestOptions,
    );
  }

  /**
   * Iterates over all items of {@link getOrganizationMembershipList}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-memberships/GET/organizations/{organization_id}/memberships
   */
  iterateOrganizationMembershipList(
    params: OrganizationGetOrganizationMembershipListParams,
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<OrganizationMembership, void, undefined> {
    return iteratePages(
      page => this.getOrganizationMembershipList({ ...params, ...page }, requestOptions),
      params,
    );
  }

  /**
   * Updates the role of a member of an organization: `PATCH /organizations/{organization_id}/memberships/{user_id}`.
   *
   * @param params - `organizationId`, `userId`, `role`
   *
   * @example
   * ```ts
   * await clerk.organizations.updateOrganizationMembership({
   *   organizationId: 'org_2abc',
   *   userId: 'user_2abc',
   *   role: 'org:admin',
   * });
   * ```
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-memberships/PATCH/organizations/{organization_id}/memberships/{user_id}
   */
  async updateOrganizationMembership(
    { organizationId, userId, ...body }: UpdateOrganizationMembershipParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<OrganizationMembership> {
    return this.transport.request(
      {
        operation: 'UpdateOrganizationMembership',
        method: 'PATCH',
        path: apiPath`/organizations/${organizationId}/memberships/${userId}`,
        body,
        decode: decodeOrganizationMembership,
      },
      requestOptions,
    );
  }

  /**
   * Removes a member from an organization: `DELETE /organizations/{organization_id}/memberships/{user_id}`.
   *
   * @param params - `organizationId`, `userId`
   *
   * @example
   * ```ts
   * await clerk.organizations.deleteOrganizationMembership({ organizationId: 'org_2abc', userId: 'user_2abc' });
   * ```
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-memberships/DELETE/organizations/{organization_id}/memberships/{user_id}
   */
  async deleteOrganizationMembership(
    { organizationId, userId }: DeleteOrganizationMembershipParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<OrganizationMembership> {
    return this.transport.request(
      {
        operation: 'DeleteOrganizationMembership',
        method: 'DELETE',
        path: apiPath`/organizations/${organizationId}/memberships/${userId}`,
        decode: decodeOrganizationMembership,
      },
      requestOptions,
    );
  }

  /**
   * Merges metadata into the metadata of a membership; `null` removes a key: `PATCH /organizations/{organization_id}/memberships/{user_id}/metadata`.
   *
   * @param params - `organizationId`, `userId`; optional: `publicMetadata`, `privateMetadata`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-memberships/PATCH/organizations/{organization_id}/memberships/{user_id}/metadata
   */
  async updateOrganizationMembershipMetadata(
    { organizationId, userId, ...body }: UpdateOrganizationMembershipMetadataParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<OrganizationMembership> {
    return this.transport.request(
      {
        operation: 'UpdateOrganizationMembershipMetadata',
        method: 'PATCH',
        path: apiPath`/organizations/${organizationId}/memberships/${userId}/metadata`,
        body,
        decode: decodeOrganizationMembership,
      },
      requestOptions,
    );
  }

  /**
   * Lists the members of all organizations: `GET /organization_memberships`.
   *
   * @param params - `orderBy`, `limit`, `offset` (all optional)
   * @returns one page, and the number of all items
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-memberships/GET/organization_memberships
   */
  async getInstanceOrganizationMembershipList(
    params: GetInstanceOrganizationMembershipListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<OrganizationMembership[]>> {
    return this.transport.request(
      {
        operation: 'InstanceGetOrganizationMemberships',
        method: 'GET',
        path: apiPath`/organization_memberships`,
        query: params,
        decode: pageOf(decodeOrganizationMembership),
      },
      requestOptions,
    );
  }

  /**
   * Iterates over all items of {@link getInstanceOrganizationMembershipList}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-memberships/GET/organization_memberships
   */
  iterateInstanceOrganizationMembershipList(
    params: GetInstanceOrganizationMembershipListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<OrganizationMembership, void, undefined> {
    return iteratePages(
      page => this.getInstanceOrganizationMembershipList({ ...params, ...page }, requestOptions),
      params,
    );
  }

  /**
   * Adds a domain to an organization: `POST /organizations/{organization_id}/domains`.
   *
   * @param params - `organizationId`; optional: `name`, `enrollmentMode`, `verified`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-domains/POST/organizations/{organization_id}/domains
   */
  async createOrganizationDomain(
    { organizationId, verified = true, ...body }: CreateOrganizationDomainParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<OrganizationDomain> {
    return this.transport.request(
      {
        operation: 'CreateOrganizationDomain',
        method: 'POST',
        path: apiPath`/organizations/${organizationId}/domains`,
        body: { ...body, verified },
        decode: decodeOrganizationDomain,
      },
      requestOptions,
    );
  }

  /**
   * Lists the domains of an organization: `GET /organizations/{organization_id}/domains`.
   *
   * @param params - `organizationId`; optional: `verified`, `enrollmentMode`, `limit`, `offset`
   * @returns one page, and the number of all items
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-domains/GET/organizations/{organization_id}/domains
   */
  async getOrganizationDomainList(
    { organizationId, ...query }: GetOrganizationDomainListParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<OrganizationDomain[]>> {
    return this.transport.request(
      {
        operation: 'ListOrganizationDomains',
        method: 'GET',
        path: apiPath`/organizations/${organizationId}/domains`,
        query,
        decode: pageOf(decodeOrganizationDomain),
      },
      requestOptions,
    );
  }

  /**
   * Iterates over all items of {@link getOrganizationDomainList}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-domains/GET/organizations/{organization_id}/domains
   */
  iterateOrganizationDomainList(
    params: GetOrganizationDomainListParams,
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<OrganizationDomain, void, undefined> {
    return iteratePages(
      page => this.getOrganizationDomainList({ ...params, ...page }, requestOptions),
      params,
    );
  }

  /**
   * Updates a domain of an organization: `PATCH /organizations/{organization_id}/domains/{domain_id}`.
   *
   * @param params - `organizationId`, `domainId`; optional: `enrollmentMode`, `verified`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-domains/PATCH/organizations/{organization_id}/domains/{domain_id}
   */
  async updateOrganizationDomain(
    { organizationId, domainId, ...body }: UpdateOrganizationDomainParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<OrganizationDomain> {
    return this.transport.request(
      {
        operation: 'UpdateOrganizationDomain',
        method: 'PATCH',
        path: apiPath`/organizations/${organizationId}/domains/${domainId}`,
        body,
        decode: decodeOrganizationDomain,
      },
      requestOptions,
    );
  }

  /**
   * Deletes a domain of an organization: `DELETE /organizations/{organization_id}/domains/{domain_id}`.
   *
   * @param params - `organizationId`, `domainId`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-domains/DELETE/organizations/{organization_id}/domains/{domain_id}
   */
  async deleteOrganizationDomain(
    { organizationId, domainId }: DeleteOrganizationDomainParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<DeletedObject> {
    return this.transport.request(
      {
        operation: 'DeleteOrganizationDomain',
        method: 'DELETE',
        path: apiPath`/organizations/${organizationId}/domains/${domainId}`,
        decode: decodeDeletedObject,
      },
      requestOptions,
    );
  }

  /**
   * Verifies with DNS records that an organization owns a domain: `POST /organizations/{organization_id}/domains/{domain_id}/verify_ownership`.
   *
   * @param params - `organizationId`, `domainId`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-domains/POST/organizations/{organization_id}/domains/{domain_id}/verify_ownership
   */
  async verifyOrganizationDomainOwnership(
    { organizationId, domainId }: VerifyOrganizationDomainOwnershipParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<OrganizationDomain> {
    return this.transport.request(
      {
        operation: 'VerifyOrganizationDomainOwnership',
        method: 'POST',
        path: apiPath`/organizations/${organizationId}/domains/${domainId}/verify_ownership`,
        decode: decodeOrganizationDomain,
      },
      requestOptions,
    );
  }

  /**
   * Lists the domains of all organizations: `GET /organization_domains`.
   *
   * @param params - `organizationId`, `verified`, `enrollmentMode`, `query`, `domains`, … (all optional)
   * @returns one page, and the number of all items
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-domains/GET/organization_domains
   */
  async getInstanceOrganizationDomainList(
    params: GetInstanceOrganizationDomainListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<OrganizationDomain[]>> {
    return this.transport.request(
      {
        operation: 'ListAllOrganizationDomains',
        method: 'GET',
        path: apiPath`/organization_domains`,
        query: params,
        decode: pageOf(decodeOrganizationDomain),
      },
      requestOptions,
    );
  }

  /**
   * Iterates over all items of {@link getInstanceOrganizationDomainList}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-domains/GET/organization_domains
   */
  iterateInstanceOrganizationDomainList(
    params: GetInstanceOrganizationDomainListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<OrganizationDomain, void, undefined> {
    return iteratePages(
      page => this.getInstanceOrganizationDomainList({ ...params, ...page }, requestOptions),
      params,
    );
  }
}
