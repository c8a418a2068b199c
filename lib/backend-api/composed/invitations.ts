import { GeneratedInvitationAPI } from '../generated/invitations.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';

/** Invitations to sign up: the generated methods, and one that Clerk's document does not have. */
export class InvitationAPI extends GeneratedInvitationAPI {
  /**
   * Deletes an invitation: `DELETE /invitations/{invitation_id}`.
   *
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when the id cannot be one
   */
  async deleteInvitation(
    invitationId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<DeletedObject> {
    return this.transport.request(
      {
        operation: 'DeleteInvitation',
        method: 'DELETE',
        path: apiPath`/invitations/${invitationId}`,
        decode: decodeDeletedObject,
      },
      requestOptions,
    );
  }
}
