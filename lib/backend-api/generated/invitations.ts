// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import { listOf } from '../transport/decode.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { decodeInvitation, type Invitation } from './models/invitation.js';
import type {
  CreateInvitationBulkParams,
  CreateInvitationParams,
  GetInvitationListParams,
} from './invitations-params.js';

/**
 * Invitations to sign up. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class GeneratedInvitationAPI extends BackendApiResource {
  /**
   * Lists the invitations: `GET /invitations`.
   *
   * @param params - `status`, `query`, `orderBy`, `limit`, `offset` (all optional)
   * @returns one page, and the number of all items
   *
   * @example
   * ```ts
   * const { data } = await clerk.invitations.getInvitationList({ status: 'pending' });
   * ```
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/invitations/GET/invitations
   */
  async getInvitationList(
    params: GetInvitationListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<Invitation[]>> {
    return this.transport.request(
      {
        operation: 'ListInvitations',
        method: 'GET',
        path: apiPath`/invitations`,
        query: { ...params, paginated: true },
        decode: pageOf(decodeInvitation),
      },
      requestOptions,
    );
  }

  /**
   * Iterates over all items of {@link getInvitationList}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/invitations/GET/invitations
   */
  iterateInvitationList(
    params: GetInvitationListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<Invitation, void, undefined> {
    return iteratePages(page => this.getInvitationList({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Creates an invitation to sign up, and sends it by email: `POST /invitations`.
   *
   * @param params - `emailAddress`; optional: `publicMetadata`, `redirectUrl`, `notify`, `ignoreExisting`, `expiresInDays`, …
   *
   * @example
   * ```ts
   * await clerk.invitations.createInvitation({
   *   emailAddress: 'ada@example.com',
   *   redirectUrl: 'https://app.example.com/welcome',
   * });
   * ```
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/invitations/POST/invitations
   */
  async createInvitation(
    params: CreateInvitationParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Invitation> {
    return this.transport.request(
      {
        operation: 'CreateInvitation',
        method: 'POST',
        path: apiPath`/invitations`,
        body: params,
        decode: decodeInvitation,
      },
      requestOptions,
    );
  }

  /**
   * Creates several invitations to sign up, and sends them by email: `POST /invitations/bulk`.
   *
   * @param params - for each item: `emailAddress`; optional: `publicMetadata`, `redirectUrl`, `notify`, `ignoreExisting`, `expiresInDays`, …
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/invitations/POST/invitations/bulk
   */
  async createInvitationBulk(
    params: CreateInvitationBulkParams[],
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Invitation[]> {
    return this.transport.request(
      {
        operation: 'CreateBulkInvitations',
        method: 'POST',
        path: apiPath`/invitations/bulk`,
        body: params,
        decode: listOf(decodeInvitation),
      },
      requestOptions,
    );
  }

  /**
   * Revokes an invitation: `POST /invitations/{invitation_id}/revoke`.
   *
   * @param invitationId - the ID of the invitation
   *
   * @example
   * ```ts
   * await clerk.invitations.revokeInvitation('inv_2abc');
   * ```
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/invitations/POST/invitations/{invitation_id}/revoke
   */
  async revokeInvitation(
    invitationId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Invitation> {
    return this.transport.request(
      {
        operation: 'RevokeInvitation',
        method: 'POST',
        path: apiPath`/invitations/${invitationId}/revoke`,
        decode: decodeInvitation,
      },
      requestOptions,
    );
  }
}
