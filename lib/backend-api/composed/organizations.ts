import { decodeOrganization, type Organization } from '../generated/models/organization.js';
import { GeneratedOrganizationAPI } from '../generated/organizations.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';
import { hasMembers, splitMetadata } from './metadata-update.js';

/** Which organization {@link OrganizationAPI.getOrganization} gets. */
export type GetOrganizationParams = ({ organizationId: string } | { slug: string }) & {
  /** Whether to count the members. */
  includeMembersCount?: boolean;
  /** Whether to say if a member is missing who may manage the organization. */
  includeMissingMemberWithElevatedPermissions?: boolean;
};

/** What {@link OrganizationAPI.updateOrganization} changes; what is left out stays as it is. */
export interface UpdateOrganizationParams {
  name?: string | null;
  slug?: string | null;
  /** Whether its admins may delete it. */
  adminDeleteEnabled?: boolean | null;
  /** `0` for any number. */
  maxAllowedMemberships?: number | null;
  createdAt?: Date | string | null;
  roleSetKey?: string | null;
  /** @deprecated Use `updateOrganizationMetadata` to merge, or `replaceOrganizationMetadata` to set anew. */
  publicMetadata?: OrganizationPublicMetadata;
  /** @deprecated Use `updateOrganizationMetadata` to merge, or `replaceOrganizationMetadata` to set anew. */
  privateMetadata?: OrganizationPrivateMetadata;
}

/**
 * Organizations with their members, invitations and domains: the generated methods, and those that take an id or a
 * slug, or make more than one call.
 *
 * @see https://clerk.com/docs/reference/backend/overview
 */
export class OrganizationAPI extends GeneratedOrganizationAPI {
  /**
   * Gets one organization by its id or its slug: `GET /organizations/{organization_id}`.
   *
   * @throws {@link ClerkAPIResponseError} with status 404 when there is no such organization
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when the id or the slug cannot be one
   *
   * @example
   * ```ts
   * const organization = await clerk.organizations.getOrganization({ slug: 'analytical-engines' });
   * ```
   *
   * @see https://clerk.com/docs/reference/backend/organization/get-organization
   */
  async getOrganization(
    params: GetOrganizationParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Organization> {
    const { includeMembersCount, includeMissingMemberWithElevatedPermissions } = params;
    const idOrSlug = 'organizationId' in params ? params.organizationId : params.slug;
    return this.transport.request(
      {
        operation: 'GetOrganization',
        method: 'GET',
        path: apiPath`/organizations/${idOrSlug}`,
        query: { includeMembersCount, includeMissingMemberWithElevatedPermissions },
        decode: decodeOrganization,
      },
      requestOptions,
    );
  }

  /**
   * Changes an organization: `PATCH /organizations/{organization_id}`, and
   * `PUT /organizations/{organization_id}/metadata` when there is metadata.
   *
   * @returns the organization, after all of it
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached; what came before is done then
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when the id cannot be one
   *
   * @see https://clerk.com/docs/reference/backend/organization/update-organization
   */
  async updateOrganization(
    organizationId: string,
    params: UpdateOrganizationParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Organization> {
    const { metadata, rest } = splitMetadata(params, ['publicMetadata', 'privateMetadata']);
    if (!metadata) return this.#update(organizationId, rest, requestOptions);
    if (hasMembers(rest)) await this.#update(organizationId, rest, requestOptions);
    return this.replaceOrganizationMetadata(organizationId, metadata, requestOptions);
  }

  #update(
    organizationId: string,
    body: object,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Organization> {
    return this.transport.request(
      {
        operation: 'UpdateOrganization',
        method: 'PATCH',
        path: apiPath`/organizations/${organizationId}`,
        body,
        decode: decodeOrganization,
      },
      requestOptions,
    );
  }
}
