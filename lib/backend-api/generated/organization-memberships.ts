// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { BackendApiResource } from '../resource.js';
import { decodeOrganizationMembership, type OrganizationMembership } from './models/organization.js';
import type {
  CreateOrganizationMembershipParams,
  DeleteOrganizationMembershipParams,
  GetInstanceOrganizationMembershipListParams,
  GetOrganizationMembershipListParams,
  UpdateOrganizationMembershipMetadataParams,
  UpdateOrganizationMembershipParams,
} from './organizations-params.js';

/**
 * A part of {@link OrganizationAPI}.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class OrganizationMembershipsMethods extends BackendApiResource {
  /**
   * Makes a user a member of an organization.
   *
   * `POST /organizations/{organization_id}/memberships`
   *
   * @param params - `organizationId`, `userId`, `role`; optionally `publicMetadata`, `privateMetadata`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Lists the members of an organization.
   *
   * `GET /organizations/{organization_id}/memberships`
   *
   * @param params - `organizationId`; optionally `orderBy`, `userId`, `emailAddress`, `phoneNumber`, `username`, …
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-memberships/GET/organizations/{organization_id}/memberships
   */
  async getOrganizationMembershipList(
    { organizationId, ...query }: GetOrganizationMembershipListParams,
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
   * Goes through all that {@link getOrganizationMembershipList} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /organizations/{organization_id}/memberships`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-memberships/GET/organizations/{organization_id}/memberships
   */
  iterateOrganizationMembershipList(
    params: GetOrganizationMembershipListParams,
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<OrganizationMembership, void, undefined> {
    return iteratePages(
      page => this.getOrganizationMembershipList({ ...params, ...page }, requestOptions),
      params,
    );
  }

  /**
   * Changes the role of a member of an organization.
   *
   * `PATCH /organizations/{organization_id}/memberships/{user_id}`
   *
   * @param params - `organizationId`, `userId`, `role`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Removes a member from an organization.
   *
   * `DELETE /organizations/{organization_id}/memberships/{user_id}`
   *
   * @param params - `organizationId`, `userId`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Merges metadata into a membership's: keys that are `null` are removed.
   *
   * `PATCH /organizations/{organization_id}/memberships/{user_id}/metadata`
   *
   * @param params - `organizationId`, `userId`; optionally `publicMetadata`, `privateMetadata`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Lists the members of all organizations.
   *
   * `GET /organization_memberships`
   *
   * @param params - `orderBy`, `limit`, `offset`; may be left out
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
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
   * Goes through all that {@link getInstanceOrganizationMembershipList} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /organization_memberships`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
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
}
