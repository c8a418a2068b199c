import { GeneratedInvitationAPI } from '../generated/invitations.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';

/** Invitations to sign up: the generated methods, and a method that is not in Clerk's document. */
export class InvitationAPI extends GeneratedInvitationAPI {
  /**
   * Deletes an invitation: `DELETE /invitations/{invitation_id}`.
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
