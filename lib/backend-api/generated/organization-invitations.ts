// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { OrganizationMembershipsMethods } from './organization-memberships.js';
import { decodeOrganizationInvitation, type OrganizationInvitation } from './models/organization.js';
import type {
  CreateOrganizationInvitationBulkParams,
  CreateOrganizationInvitationParams,
  GetInstanceOrganizationInvitationListParams,
  GetOrganizationInvitationListParams,
  GetOrganizationInvitationParams,
  GetPendingOrganizationInvitationListParams,
  RevokeOrganizationInvitationParams,
} from './organizations-params.js';

/**
 * A part of {@link OrganizationAPI}.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class OrganizationInvitationsMethods extends OrganizationMembershipsMethods {
  /**
   * Invites someone to an organization by e-mail.
   *
   * `POST /organizations/{organization_id}/invitations`
   *
   * @param params - `organizationId`, `emailAddress`, `role`; optionally `inviterUserId`, `publicMetadata`, `privateMetadata`, `redirectUrl`, `expiresInDays`, …
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Lists the invitations to an organization.
   *
   * `GET /organizations/{organization_id}/invitations`
   *
   * @param params - `organizationId`; optionally `status`, `emailAddress`, `orderBy`, `limit`, `offset`
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-invitations/GET/organizations/{organization_id}/invitations
   */
  async getOrganizationInvitationList(
    { organizationId, ...query }: GetOrganizationInvitationListParams,
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
   * Goes through all that {@link getOrganizationInvitationList} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /organizations/{organization_id}/invitations`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-invitations/GET/organizations/{organization_id}/invitations
   */
  iterateOrganizationInvitationList(
    params: GetOrganizationInvitationListParams,
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<OrganizationInvitation, void, undefined> {
    return iteratePages(
      page => this.getOrganizationInvitationList({ ...params, ...page }, requestOptions),
      params,
    );
  }

  /**
   * Invites several people to an organization by e-mail.
   *
   * `POST /organizations/{organization_id}/invitations/bulk`
   *
   * @param organizationId - the id of the organization
   * @param params - of each `emailAddress`, `role`; optionally `inviterUserId`, `publicMetadata`, `privateMetadata`, `redirectUrl`, `expiresInDays`, …
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Lists the open invitations to an organization.
   *
   * `GET /organizations/{organization_id}/invitations/pending`
   *
   * @param params - `organizationId`; optionally `limit`, `offset`
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @deprecated Use `getOrganizationInvitationList` with a status.
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
   * Goes through all that {@link getPendingOrganizationInvitationList} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /organizations/{organization_id}/invitations/pending`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @deprecated Use `getOrganizationInvitationList` with a status.
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
   * Gets one invitation to an organization.
   *
   * `GET /organizations/{organization_id}/invitations/{invitation_id}`
   *
   * @param params - `organizationId`, `invitationId`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Revokes an invitation to an organization.
   *
   * `POST /organizations/{organization_id}/invitations/{invitation_id}/revoke`
   *
   * @param params - `organizationId`, `invitationId`; optionally `requestingUserId`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Lists the invitations to all organizations.
   *
   * `GET /organization_invitations`
   *
   * @param params - `orderBy`, `status`, `query`, `limit`, `offset`; may be left out
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
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
   * Goes through all that {@link getInstanceOrganizationInvitationList} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /organization_invitations`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
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
}
