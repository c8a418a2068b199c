// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { listOf } from '../transport/decode.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { BackendApiResource } from '../resource.js';
import { decodeInvitation, type Invitation } from './models/invitation.js';
import type {
  CreateInvitationBulkParams,
  CreateInvitationParams,
  GetInvitationListParams,
} from './invitations-params.js';

/**
 * Invitations to sign up.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class InvitationAPI extends BackendApiResource {
  /**
   * Lists the invitations that were not revoked.
   *
   * `GET /invitations`
   *
   * @param params - `status`, `query`, `orderBy`, `limit`, `offset`; may be left out
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
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
   * Goes through all that {@link getInvitationList} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /invitations`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @see https://clerk.com/docs/reference/backend-api/tag/invitations/GET/invitations
   */
  iterateInvitationList(
    params: GetInvitationListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<Invitation, void, undefined> {
    return iteratePages(page => this.getInvitationList({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Invites someone by e-mail.
   *
   * `POST /invitations`
   *
   * @param params - `emailAddress`; optionally `publicMetadata`, `redirectUrl`, `notify`, `ignoreExisting`, `expiresInDays`, …
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
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
   * Invites several people by e-mail.
   *
   * `POST /invitations/bulk`
   *
   * @param params - of each `emailAddress`; optionally `publicMetadata`, `redirectUrl`, `notify`, `ignoreExisting`, `expiresInDays`, …
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
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
   * Revokes an invitation.
   *
   * `POST /invitations/{invitation_id}/revoke`
   *
   * @param invitationId - the id of the invitation
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
