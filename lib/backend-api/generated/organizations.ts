// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { OrganizationInvitationsMethods } from './organization-invitations.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import {
  decodeOrganization,
  decodeOrganizationDomain,
  type Organization,
  type OrganizationDomain,
} from './models/organization.js';
import type {
  CreateOrganizationDomainParams,
  CreateOrganizationParams,
  DeleteOrganizationDomainParams,
  GetInstanceOrganizationDomainListParams,
  GetOrganizationDomainListParams,
  GetOrganizationListParams,
  ReplaceOrganizationMetadataParams,
  UpdateOrganizationDomainParams,
  UpdateOrganizationLogoParams,
  UpdateOrganizationMetadataParams,
  VerifyOrganizationDomainOwnershipParams,
} from './organizations-params.js';

/**
 * Organizations with their members, invitations and domains.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class OrganizationAPI extends OrganizationInvitationsMethods {
  /**
   * Lists the organizations.
   *
   * `GET /organizations`
   *
   * @param params - `includeMembersCount`, `includeMissingMemberWithElevatedPermissions`, `query`, `userId`, `organizationId`, …; may be left out
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
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
   * Goes through all that {@link getOrganizationList} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /organizations`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @see https://clerk.com/docs/reference/backend-api/tag/organizations/GET/organizations
   */
  iterateOrganizationList(
    params: GetOrganizationListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<Organization, void, undefined> {
    return iteratePages(page => this.getOrganizationList({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Makes an organization.
   *
   * `POST /organizations`
   *
   * @param params - `name`; optionally `createdBy`, `privateMetadata`, `publicMetadata`, `slug`, `maxAllowedMemberships`, …
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
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
   * Deletes an organization with its memberships.
   *
   * `DELETE /organizations/{organization_id}`
   *
   * @param organizationId - the id of the organization
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Merges metadata into an organization's: keys that are `null` are removed.
   *
   * `PATCH /organizations/{organization_id}/metadata`
   *
   * @param organizationId - the id of the organization
   * @param params - `publicMetadata`, `privateMetadata`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Sets the metadata of an organization anew.
   *
   * `PUT /organizations/{organization_id}/metadata`
   *
   * @param organizationId - the id of the organization
   * @param params - `publicMetadata`, `privateMetadata`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Gives an organization a logo.
   *
   * `PUT /organizations/{organization_id}/logo`
   *
   * @param organizationId - the id of the organization
   * @param params - `file`; optionally `uploaderUserId`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Deletes the logo of an organization.
   *
   * `DELETE /organizations/{organization_id}/logo`
   *
   * @param organizationId - the id of the organization
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Gives an organization a domain.
   *
   * `POST /organizations/{organization_id}/domains`
   *
   * @param params - `organizationId`; optionally `name`, `enrollmentMode`, `verified`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Lists the domains of an organization.
   *
   * `GET /organizations/{organization_id}/domains`
   *
   * @param params - `organizationId`; optionally `verified`, `enrollmentMode`, `limit`, `offset`
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Goes through all that {@link getOrganizationDomainList} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /organizations/{organization_id}/domains`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
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
   * Changes a domain of an organization.
   *
   * `PATCH /organizations/{organization_id}/domains/{domain_id}`
   *
   * @param params - `organizationId`, `domainId`; optionally `enrollmentMode`, `verified`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Deletes a domain of an organization.
   *
   * `DELETE /organizations/{organization_id}/domains/{domain_id}`
   *
   * @param params - `organizationId`, `domainId`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Checks in the DNS that an organization owns a domain.
   *
   * `POST /organizations/{organization_id}/domains/{domain_id}/verify_ownership`
   *
   * @param params - `organizationId`, `domainId`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Lists the domains of all organizations.
   *
   * `GET /organization_domains`
   *
   * @param params - `organizationId`, `verified`, `enrollmentMode`, `query`, `domains`, …; may be left out
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
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
   * Goes through all that {@link getInstanceOrganizationDomainList} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /organization_domains`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
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
