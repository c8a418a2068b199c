import { decodeOrganization, type Organization } from '../generated/models/organization.js';
import { GeneratedOrganizationAPI } from '../generated/organizations.js';
import type { RequestSender } from '../transport/backend-api-transport.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';
import { hasMembers, splitMetadata } from './metadata-update.js';

/** The parameters of {@link OrganizationAPI.getOrganization}. */
export type GetOrganizationParams = ({ organizationId: string } | { slug: string }) & {
  /** Whether the result has the number of members. */
  includeMembersCount?: boolean;
  /** Whether the result says if no member can manage the organization. */
  includeMissingMemberWithElevatedPermissions?: boolean;
};

/** The parameters of {@link OrganizationAPI.updateOrganization}. Missing fields stay unchanged. */
export interface UpdateOrganizationParams {
  name?: string | null;
  slug?: string | null;
  /** Whether admins can delete the organization. */
  adminDeleteEnabled?: boolean | null;
  /** `0` for no limit. */
  maxAllowedMemberships?: number | null;
  createdAt?: Date | string | null;
  roleSetKey?: string | null;
  /** @deprecated Use `updateOrganizationMetadata` to merge, or `replaceOrganizationMetadata` to replace. */
  publicMetadata?: OrganizationPublicMetadata;
  /** @deprecated Use `updateOrganizationMetadata` to merge, or `replaceOrganizationMetadata` to replace. */
  privateMetadata?: OrganizationPrivateMetadata;
}

/**
 * Organizations, their members, invitations and domains: the generated methods, and methods that take an ID or a slug or
 * make several calls.
 *
 * @see https://clerk.com/docs/reference/backend/overview
 */
export class OrganizationAPI extends GeneratedOrganizationAPI {
  /**
   * Returns an organization by ID or slug: `GET /organizations/{organization_id}`.
   *
   * @throws {@link ClerkAPIResponseError} with status 404 if the organization does not exist
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
   * Updates an organization: `PATCH /organizations/{organization_id}`, and
   * `PUT /organizations/{organization_id}/metadata` if there is metadata.
   *
   * @returns the updated organization
   * @throws {@link ClerkAPIResponseError} if a call fails; the calls before it have taken effect
   *
   * @see https://clerk.com/docs/reference/backend/organization/update-organization
   */
  async updateOrganization(
    organizationId: string,
    params: UpdateOrganizationParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Organization> {
    const { metadata, rest } = splitMetadata(params, ['publicMetadata', 'privateMetadata']);
    if (!metadata) return updateOrganization(this.transport, organizationId, rest, requestOptions);
    if (hasMembers(rest)) await updateOrganization(this.transport, organizationId, rest, requestOptions);
    return this.replaceOrganizationMetadata(organizationId, metadata, requestOptions);
  }
}

function updateOrganization(
  transport: RequestSender,
  organizationId: string,
  body: object,
  requestOptions?: BackendApiRequestOptions,
): Promise<Organization> {
  return transport.request(
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
